package dev.trendlake.intake.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.local.athena.GlueTable;
import dev.trendlake.local.template.Template;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SideTableTest {
    private static final Template TEMPLATE = Template.read(Path.of("../template.yaml"));

    static Stream<Map.Entry<String, SideTable<?>>> tables() {
        return Map.<String, SideTable<?>>of(
                "PersonsTable", PersonRow.TABLE,
                "GroupsTable", GroupRow.TABLE)
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void hasTheNameAndFirstTheColumnsOfItsGlueTable(Map.Entry<String, SideTable<?>> table) {
        GlueTable glue = TEMPLATE.glueTable(table.getKey());

        assertThat(table.getValue().name().word()).isEqualTo(glue.name());
        assertThat(table.getValue().columns())
                .extracting(column -> column.name() + " " + column.glueType())
                .startsWith(
                        glue.columns().stream()
                                .map(column -> column.name() + " " + column.type())
                                .toArray(String[]::new));
    }
}
