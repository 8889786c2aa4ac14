package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The payloads of the folder {@code events} about names and types of events and properties. */
@ExtendWith(WholeStackExtension.class)
final class NamePayloadsIT {
    private static final Path FOLDER = Path.of("..", "events");

    private final WholeStack stack;

    NamePayloadsIT(WholeStack stack) {
        this.stack = stack;
    }

    @Test
    void listTheNamesOfEvents() throws Exception {
        JsonNode list = answer("event-definitions.json", 200);

        // Shorter names come first.
        assertThat(list.path("count").asInt()).isEqualTo(4);
        assertThat(list.at("/results/0/name").asText()).isEqualTo("feed_polled");
        assertThat(list.path("next").asText())
                .endsWith("/api/projects/1/event_definitions?search=ed&limit=2&offset=2");
    }

    @Test
    void tellWhenEventsOfANameHappened() throws Exception {
        JsonNode event = answer("event-definition.json", 200);

        assertThat(event.path("name").asText()).isEqualTo("$pageview");
        assertThat(event.path("created_at").asText()).isEqualTo("2015-05-17T10:05:13Z");
        assertThat(event.path("last_seen_at").asText()).isEqualTo("2015-05-20T21:05:59Z");
    }

    @Test
    void listTheNumbersAmongProperties() throws Exception {
        JsonNode list = answer("property-definitions.json", 200);

        assertThat(list.path("count").asInt()).isEqualTo(2);
        assertThat(list.at("/results/0/name").asText()).isEqualTo("bytes");
        assertThat(list.at("/results/1")).isEqualTo(answer("property-definition.json", 200));
        assertThat(list.at("/results/1/name").asText()).isEqualTo("status");
        assertThat(list.at("/results/1/property_type").asText()).isEqualTo("Numeric");
    }

    @Test
    void changeAProperty() throws Exception {
        JsonNode changed = answer("property-definition-change.json", 200);

        assertThat(changed.path("name").asText()).isEqualTo("$browser");
        assertThat(changed.path("property_type").asText()).isEqualTo("String");
        assertThat(changed.path("description").asText()).isEqualTo("The browser that sent it");
    }

    @Test
    void changeNothingToATypeThatThereIsNot() throws Exception {
        JsonNode refused = answer("property-definition-wrong-type.json", 400);

        assertThat(refused.path("code").asText()).isEqualTo("invalid_input");
        assertThat(refused.path("attr").asText()).isEqualTo("property_type");
    }

    private JsonNode answer(String payload, int status) throws Exception {
        String event = Files.readString(FOLDER.resolve(payload));
        JsonNode answer = Reply.parsed(stack.stack().invoke("DefinitionFunction", event));
        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(status);
        return Reply.parsed(answer.path("body").asText());
    }
}
