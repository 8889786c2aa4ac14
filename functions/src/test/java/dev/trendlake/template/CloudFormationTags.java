package dev.trendlake.template;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the short forms that the template may use; the local stack knows few others. */
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

    private final class ShortForm extends AbstractConstruct {
        @Override
        public Object construct(Node node) {
            return switch (node) {
                case ScalarNode scalar -> ofText(scalar);
                case SequenceNode list -> ofList(list);
                default -> throw new YAMLException(node.getTag() + " takes no map here");
            };
        }

        private Object ofText(ScalarNode scalar) {
            String argument = scalar.getValue();
            return switch (scalar.getTag().getValue()) {
                case "!Ref" -> Map.of("Ref", argument);
                case "!Sub" -> Map.of("Fn::Sub", argument);
                case "!GetAtt" -> Map.of("Fn::GetAtt", List.of(argument.split("\\.", 2)));
                default -> throw new YAMLException(scalar.getTag() + " is not used here");
            };
        }

        private Object ofList(SequenceNode list) {
            return switch (list.getTag().getValue()) {
                case "!Equals" -> Map.of("Fn::Equals", constructSequence(list));
                case "!If" -> Map.of("Fn::If", constructSequence(list));
                case "!Join" -> Map.of("Fn::Join", constructSequence(list));
                case "!Not" -> Map.of("Fn::Not", constructSequence(list));
                case "!Select" -> Map.of("Fn::Select", constructSequence(list));
                case "!Split" -> Map.of("Fn::Split", constructSequence(list));
                default -> throw new YAMLException(list.getTag() + " is not used here");
            };
        }
    }
}
