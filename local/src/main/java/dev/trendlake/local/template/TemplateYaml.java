package dev.trendlake.local.template;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML with CloudFormation's short tags and writes those out in their long form: {@code !Ref
 * X} becomes {@code {Ref: X}}, {@code !GetAtt A.B} becomes {@code {Fn::GetAtt: [A, B]}}.
 */
final class TemplateYaml {
    private TemplateYaml() {}

    /** Reads one document: a map at the top. */
    static Map<?, ?> read(String text) {
        try {
            Object document = new Yaml(new WithTags()).load(text);
            if (document instanceof Map<?, ?> map) {
                return map;
            }
        } catch (YAMLException e) {
            throw new InvalidTemplate("template", "is not YAML: " + e.getMessage());
        }
        throw new InvalidTemplate("template", "is not a map of sections");
    }

    private static final class WithTags extends SafeConstructor {
        WithTags() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new LongForm());
            // CloudFormation's dates (AWSTemplateFormatVersion, policy versions) are text.
            yamlConstructors.put(Tag.TIMESTAMP, yamlConstructors.get(Tag.STR));
        }

        private final class LongForm extends AbstractConstruct {
            @Override
            public Object construct(Node node) {
                String tag = node.getTag().getValue().substring(1);
                Object argument = argument(node);
                if (tag.equals("Ref") || tag.equals("Condition")) {
                    return Map.of(tag, argument);
                }
                if (tag.equals("GetAtt") && argument instanceof String dotted) {
                    return Map.of("Fn::GetAtt", List.of(dotted.split("\\.", 2)));
                }
                return Map.of("Fn::" + tag, argument);
            }

            private Object argument(Node node) {
                return switch (node) {
                    case ScalarNode scalar -> scalar.getValue();
                    case SequenceNode sequence -> constructSequence(sequence);
                    case MappingNode mapping -> {
                        flattenMapping(mapping);
                        yield constructMapping(mapping);
                    }
                    default -> throw new YAMLException("unknown node " + node.getNodeId());
                };
            }
        }
    }
}
