package dev.trendlake.intake.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

class EventColumnsTest {
    private static final Path TEMPLATE = Path.of("../template.yaml");

    @Test
    void areThoseOfTheGlueTable() throws IOException {
        assertThat(EventColumns.all())
                .extracting(column -> column.name() + " " + column.glueType())
                .isEqualTo(glueColumns());
    }

    private static List<String> glueColumns() throws IOException {
        try (Reader reader = Files.newBufferedReader(TEMPLATE)) {
            Node table = member(member(new Yaml().compose(reader), "Resources"), "EventsTable");
            Node input = member(member(table, "Properties"), "TableInput");
            Node columns = member(member(input, "StorageDescriptor"), "Columns");
            return ((SequenceNode) columns)
                    .getValue().stream()
                            .map(column ->
                                    text(member(column, "Name"))
                                            + " "
                                            + text(member(column, "Type")))
                            .toList();
        }
    }

    private static Node member(Node node, String key) {
        return ((MappingNode) node)
                .getValue().stream()
                        .filter(tuple -> text(tuple.getKeyNode()).equals(key))
                        .map(NodeTuple::getValueNode)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no " + key));
    }

    private static String text(Node node) {
        return ((ScalarNode) node).getValue();
    }
}
