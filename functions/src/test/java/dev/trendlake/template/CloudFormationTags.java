package dev.trendlake.template;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads the three short forms that the template may use; the local stack knows no others, and a
 * template without conditions is easier to read.
 */
final class CloudFormationTags extends SafeConstructor {
    CloudFormationTags() {
        super(strict());
        yamlMultiConstructors.put("!", new ShortForm());
    }

    private static LoaderOptions strict() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return options;
    }

    private static final class ShortForm extends AbstractConstruct {
        @Override
        public Object construct(Node node) {
            if (!(node instanceof ScalarNode scalar)) {
                throw new YAMLException(node.getTag() + " takes a text here");
            }
            String argument = scalar.getValue();
            return switch (node.getTag().getValue()) {
                case "!Ref" -> Map.of("Ref", argument);
                case "!Sub" -> Map.of("Fn::Sub", argument);
                case "!GetAtt" -> Map.of("Fn::GetAtt", List.of(argument.split("\\.", 2)));
                default -> throw new YAMLException(node.getTag() + " is not used here");
            };
        }
    }
}
