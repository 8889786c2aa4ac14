package dev.trendlake.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** That the template names nothing that it doesn't have. */
class ReferencesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^!}][^}]*)}");

    @Test
    void namesOnlyWhatIsThere() {
        assertThat(missing(Template.read())).isEmpty();
    }

    @Test
    void findsWhatIsNotThere() {
        Template template =
                Template.parse(
                        """
                        Parameters:
                          There: {Type: String}
                        Resources:
                          A:
                            Properties: {B: !Ref There, C: !Ref Gone, D: !GetAtt Lost.Arn}
                            E: !Sub "${There}-${AWS::Region}-${!Kept}-${Missing.Arn}"
                        """);

        assertThat(missing(template)).containsExactly("Gone", "Lost", "Missing");
    }

    private static Set<String> missing(Template template) {
        Set<String> missing = new TreeSet<>();
        for (String name : named(template.root())) {
            boolean there =
                    name.startsWith("AWS::")
                            || template.root().path("Parameters").has(name)
                            || template.root().path("Resources").has(name);
            if (!there) {
                missing.add(name);
            }
        }
        return missing;
    }

    private static List<String> named(JsonNode root) {
        List<String> names = new ArrayList<>();
        root.findValues("Ref").forEach(reference -> names.add(reference.asText()));
        root.findValues("Fn::GetAtt").forEach(attribute -> names.add(attribute.path(0).asText()));
        for (JsonNode text : root.findValues("Fn::Sub")) {
            Matcher matcher = PLACEHOLDER.matcher(text.asText());
            while (matcher.find()) {
                names.add(matcher.group(1).split("\\.", 2)[0]);
            }
        }
        return names;
    }
}
