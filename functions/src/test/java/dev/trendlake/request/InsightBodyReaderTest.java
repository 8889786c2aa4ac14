package dev.trendlake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.project.Author;
import dev.trendlake.project.Details;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.SavedInsight;
import dev.trendlake.project.SideTables;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies of insights; the errors' words are Django REST framework's. Quotes are single ones. */
class InsightBodyReaderTest {
    private static final Author ADA = new Author(1, "u", "Ada", "a@x.org");
    private static final SavedInsight.Change CHANGE =
            new SavedInsight.Change(Instant.parse("2026-11-23T10:20:30Z"), ADA);
    private static final SavedInsight NOTHING =
            new SavedInsight(
                    0,
                    "abcd1234",
                    "",
                    "",
                    "",
                    new SavedInsight.Marks(false, false),
                    Details.createdAt(CHANGE.at(), ADA),
                    CHANGE);
    private static final String QUERY =
            "{'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode', 'event': 'a'}]}";
    private static final Project PROJECT =
            new Project(
                    7,
                    "a project",
                    "acme",
                    ZoneId.of("UTC"),
                    DayOfWeek.SUNDAY,
                    "[]",
                    List.of(),
                    Project.NO_EVENT_YET,
                    0,
                    SideTables.none(),
                    PropertyDefinitions.none());

    @Test
    void readsAllOfAnInsight() {
        SavedInsight insight =
                read(
                        "{'name': ' n ', 'derived_name': 'd', 'description': null, 'tags': ['B'],"
                                + " 'favorited': true, 'saved': true, 'filters': {},"
                                + " 'dashboards': [], 'query': %s}".formatted(QUERY),
                        NOTHING);

        assertThat(insight.name()).isEqualTo("n");
        assertThat(insight.derivedName()).isEqualTo("d");
        assertThat(insight.details().tags()).containsExactly("b");
        assertThat(insight.marks()).isEqualTo(new SavedInsight.Marks(true, true));
    }

    @Test
    void leavesWhatABodySaysNothingOf() {
        SavedInsight before = read("{'name': 'n', 'query': %s}".formatted(QUERY), NOTHING);

        SavedInsight after = read("{'favorited': true}", before);

        assertThat(after.name()).isEqualTo("n");
        assertThat(after.query()).isEqualTo(before.query());
        assertThat(after.shortId()).isEqualTo("abcd1234");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                     | query",
                "{\"query\": null}                      | query",
                "{\"name\": {}, \"query\": QUERY}       | name",
                "{\"name\": \"\\ud800\", \"query\": QUERY} | name",
                "{\"favorited\": \"perhaps\", \"query\": QUERY} | favorited",
                "{\"tags\": [1, {}], \"query\": QUERY}  | tags__1",
                "{\"dashboards\": [1], \"query\": QUERY} | dashboards",
                "{\"filters\": {\"events\": []}, \"query\": QUERY} | filters",
            })
    void refusesWhatAFieldCannotBe(String body, String attribute) {
        String whole = body.replace("QUERY", QUERY.replace('\'', '"'));

        assertThatThrownBy(() -> read(whole, NOTHING))
                .isInstanceOf(InvalidRequest.class)
                .extracting(error -> ((InvalidRequest) error).attribute())
                .isEqualTo(attribute);
    }

    @Test
    void refusesQueriesThatNoItemHolds() {
        String query =
                "{'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode', 'event': 'a',"
                        + " 'custom_name': '%s'}]}".formatted("ü".repeat(250_000));

        assertThatThrownBy(() -> read("{'query': %s}".formatted(query), NOTHING))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("150000 bytes");
    }

    private static SavedInsight read(String body, SavedInsight before) {
        try {
            ObjectNode json = (ObjectNode) JsonFormat.read(body.replace('\'', '"'));
            return new InsightBodyReader()
                    .read(json, before, PROJECT, new SampleDefinitions(), CHANGE);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
