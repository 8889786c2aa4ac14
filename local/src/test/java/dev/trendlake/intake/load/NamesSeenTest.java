package dev.trendlake.intake.load;

import static dev.trendlake.project.PropertyType.BOOLEAN;
import static dev.trendlake.project.PropertyType.DATE_TIME;
import static dev.trendlake.project.PropertyType.NUMERIC;
import static dev.trendlake.project.PropertyType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.project.PropertyHolder;
import dev.trendlake.project.SeenNames;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamesSeenTest {
    private static final PropertyHolder EVENTS = new PropertyHolder.Events();
    private static final PropertyHolder PERSONS = new PropertyHolder.Persons();

    private final NamesSeen seen = new NamesSeen();
    private final LineParser parser =
            new LineParser(Clock.fixed(Instant.parse("2020-06-01T00:00:00Z"), ZoneOffset.UTC));

    @Test
    void knowsWhenEventsOfANameHappened() throws Exception {
        see("order", "2020-01-02T00:00:00Z", "{}", "{}");
        see("order", "2020-01-01T00:00:00.25Z", "{}", "{}");
        see("order", "2020-01-03T00:00:00Z", "{}", "{}");

        assertThat(names().events())
                .isEqualTo(
                        Map.of(
                                "order",
                                new SeenNames.Times(
                                        Instant.parse("2020-01-01T00:00:00.25Z"),
                                        Instant.parse("2020-01-03T00:00:00Z"))));
    }

    @Test
    void takesTheTypeOfTheFirstValueThatTellsOne() throws Exception {
        see("a", "{'price': null, 'tags': [1], 'first': 1, 'sent_at': 1577836800}", "{}");
        see("a", "{'price': 2.5, 'tags': {}, 'first': 'x', 'paid': true}", "{}");
        see("b", "{'price': 'x', 'paid': 'x'}", "{}");

        SeenNames.Properties properties = of(EVENTS);
        assertThat(properties.names())
                .containsExactlyInAnyOrder("price", "tags", "first", "sent_at", "paid");
        assertThat(properties.types())
                .isEqualTo(
                        Map.of(
                                "price", NUMERIC,
                                "first", NUMERIC,
                                "sent_at", DATE_TIME,
                                "paid", BOOLEAN));
    }

    @Test
    void findsThePropertiesOfPersonsWhereverTheyStand() throws Exception {
        see(
                "a",
                "{'$set': {'plan': 'pro', 'deep': {'plan': 1}}, '$set_once': {'age': 30}, 'n': 1}",
                "{'since': '2019-12-31'}");
        new PersonNames(seen)
                .see("{\"score\": 7, \"plan\": 1}", Instant.parse("2020-01-01T00:00:00Z"));

        assertThat(of(PERSONS).names())
                .containsExactlyInAnyOrder("plan", "deep", "age", "since", "score");
        assertThat(of(PERSONS).types())
                .isEqualTo(
                        Map.of(
                                "plan", STRING,
                                "age", NUMERIC,
                                "since", DATE_TIME,
                                "score", NUMERIC));
        assertThat(of(EVENTS).names()).containsExactly("n");
    }

    @Test
    void learnsOnlyTheGroupsFromTheirIdentification() throws Exception {
        String identify =
                "{'$group_type': '%s', '$group_key': 'k', 'other': 1, '$group_set': {'size': %s}}";
        see("$groupidentify", identify.formatted("team", "5"), "{}");
        see("$groupidentify", identify.formatted("city", "true"), "{}");
        see("$groupidentify", "{'$group_type': 3, '$group_set': {'lost': 1}}", "{}");
        see("$groupidentify", "{'$group_type': 'team', '$group_set': [1]}", "{}");

        assertThat(names().properties())
                .isEqualTo(
                        Map.of(
                                new PropertyHolder.Groups(1),
                                new SeenNames.Properties(Set.of("size"), Map.of("size", NUMERIC))));
        assertThat(names().events()).containsOnlyKeys("$groupidentify");
    }

    @Test
    void leavesOutWhatPostHogKeepsForItself() throws Exception {
        see("a", "{'$groups': {'team': 'x'}, '$group_0': 'x', '$unset': ['y'], '': 1}", "{}");
        see("$$plugin_metrics", "{'n': 1}", "{'m': 1}");

        assertThat(names().properties()).isEmpty();
        assertThat(names().events()).containsOnlyKeys("a");
    }

    @Test
    void countsNamesThatAreTooLong() throws Exception {
        // 200 bytes are kept; ü has two of them.
        see("a", "{'%s': 1, '%s': 1}".formatted("ü".repeat(100), "ü".repeat(101)), "{}");
        see("e".repeat(201), "{'n': 1}", "{}");

        assertThat(of(EVENTS).names()).containsExactly("ü".repeat(100));
        assertThat(names().events()).containsOnlyKeys("a");
        assertThat(seen.tooLong()).isEqualTo(2);
    }

    private void see(String event, String properties, String personProperties) {
        see(event, "2020-01-01T00:00:00Z", properties, personProperties);
    }

    private void see(String event, String time, String properties, String personProperties) {
        String line =
                ("{'event': '%s', 'timestamp': '%s', 'distinct_id': 'd', 'uuid': 'u',"
                                + " 'properties': %s, 'person_properties': %s}")
                        .formatted(event, time, properties, personProperties)
                        .replace('\'', '"');
        ParsedBatch batch = parser.parse(line);
        assertThat(batch.refused()).isEmpty();
        seen.addAll(batch.names());
    }

    private SeenNames names() {
        return seen.names(List.of("company", "team"));
    }

    private SeenNames.Properties of(PropertyHolder holder) {
        return names().properties()
                .getOrDefault(holder, new SeenNames.Properties(Set.of(), Map.of()));
    }
}
