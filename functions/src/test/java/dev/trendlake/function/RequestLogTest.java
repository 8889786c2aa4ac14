package dev.trendlake.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.plan.DocumentProperty;
import dev.trendlake.project.ColumnProperty.Owner;
import dev.trendlake.project.EventLayout;
import dev.trendlake.project.PropertyColumns;
import dev.trendlake.trend.Questions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a request's line says of how the events lie. */
class RequestLogTest {
    private final RequestLog log = new RequestLog("TrendFunction", SampleDeployment.STACK, () -> 0);

    @Test
    void namesThePropertiesThatAreReadFromDocuments() throws IOException {
        log.readsFromDocuments(
                Set.of(
                        new DocumentProperty(Owner.PERSON, "plan"),
                        new DocumentProperty(Owner.EVENT, "it's, \"quoted\""),
                        new DocumentProperty(Owner.EVENT, "$browser"),
                        new DocumentProperty(Owner.EVENT, "x".repeat(300))));

        assertThat(line().path("from_documents").toString())
                .isEqualTo("[\"event:$browser\",\"event:it's, \\\"quoted\\\"\",\"person:plan\"]");
    }

    @Test
    void namesFiftyAtMost() throws IOException {
        log.readsFromDocuments(
                IntStream.range(0, 80)
                        .mapToObj(number -> new DocumentProperty(Owner.EVENT, "p" + number))
                        .collect(Collectors.toSet()));

        assertThat(line().path("from_documents")).hasSize(50);
    }

    @Test
    void warnsOfSettingsThatCantBeRead() throws IOException {
        EventLayout layout =
                new EventLayout(
                        PropertyColumns.NONE,
                        Optional.empty(),
                        new TreeSet<>(),
                        List.of("columns.property_3", "files_going"));

        log.project(Questions.project().with(layout));

        assertThat(line().path("level").asText()).isEqualTo("WARN");
        assertThat(line().path("unreadable_settings").toString())
                .isEqualTo("[\"columns.property_3\",\"files_going\"]");
    }

    @Test
    void saysNothingOfSettingsThatCanBeRead() throws IOException {
        log.project(Questions.project());

        assertThat(line().path("level").asText()).isEqualTo("INFO");
        assertThat(line().has("unreadable_settings")).isFalse();
    }

    private JsonNode line() throws IOException {
        return JsonFormat.read(log.line(200));
    }
}
