package dev.trendlake.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The template against AWS SAM's own schema. */
class SchemaTest {
    private final Template template = Template.read();

    @Test
    void acceptsTheTemplate() {
        assertThat(violations()).isEmpty();
    }

    @Test
    void refusesAMisspeltPropertyOfAFunction() {
        ((ObjectNode) template.properties("TrendFunction")).put("Memorysize", 1769);

        assertThat(violations()).isNotEmpty();
    }

    @Test
    void refusesAMisspeltPropertyOfARoute() {
        ((ObjectNode) template.properties("TrendFunction").at("/Events/PostToProject/Properties"))
                .put("Methods", "POST");

        assertThat(violations()).isNotEmpty();
    }

    @Test
    void refusesAMisspeltGlobal() {
        ((ObjectNode) template.root().at("/Globals/Function")).put("Time", 29);

        assertThat(violations()).isNotEmpty();
    }

    private Set<ValidationMessage> violations() {
        return schema().validate(template.root());
    }

    private static JsonSchema schema() {
        return JsonSchemaFactory.getInstance(VersionFlag.V4)
                .getSchema(
                        Objects.requireNonNull(
                                SchemaTest.class.getResourceAsStream("/schema/sam.schema.json")));
    }
}
