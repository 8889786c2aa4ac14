package dev.trendlake.intake.captured;

import static dev.trendlake.intake.captured.CapturedLines.identify;
import static dev.trendlake.intake.captured.CapturedLines.line;
import static dev.trendlake.intake.captured.CapturedLines.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.intake.lake.UnknownPerson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of single events. */
class CapturedProjectTest {
    private final CapturedLines project = new CapturedLines();

    // Received at 12:00:00; the expectations are those of PostHog's tests of its timestamps, moved.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // The sender's clock is ten seconds ahead, or behind.
                "2026-11-20T12:00:10Z | \"timestamp\":\"2026-11-20T11:00:00Z\" |"
                        + " 2026-11-20T10:59:50Z",
                "2026-11-20T11:59:50Z | \"timestamp\":\"2026-11-20T11:00:00Z\" |"
                        + " 2026-11-20T11:00:10Z",
                "- | \"timestamp\":\"2026-11-20T11:00:00Z\" | 2026-11-20T11:00:00Z",
                "2026-11-20T12:00:10Z | \"x\":1 | 2026-11-20T12:00:00Z",
                "2026-11-20T12:00:10Z |"
                    + " \"timestamp\":\"2026-11-20T11:00:00Z\",\"properties\":{\"$ignore_sent_at\":true}"
                    + " | 2026-11-20T11:00:00Z",
                "2026-11-20T12:00:10Z | \"offset\":5000,\"timestamp\":\"2026-11-20T11:00:00Z\" |"
                        + " 2026-11-20T11:59:55Z",
                "- | \"timestamp\":\"not a date\" | 2026-11-20T12:00:00Z",
                // 23 hours ahead is the most.
                "- | \"timestamp\":\"2026-11-21T11:00:00Z\" | 2026-11-21T11:00:00Z",
                "- | \"timestamp\":\"2026-11-21T11:00:00.001Z\" | 2026-11-20T12:00:00Z",
                "- | \"timestamp\":\"2026-11-20T11:00:00.1234567+02:00\" |"
                        + " 2026-11-20T09:00:00.123Z",
                "- | \"timestamp\":\"2026-11-20T11:00:00+03\" | 2026-11-20T08:00:00Z",
                "- | \"timestamp\":\"2026-11-20 11:00:00\" | 2026-11-20T11:00:00Z",
                "- | \"timestamp\":\"2026-11-20T11:00:00\" | 2026-11-20T11:00:00Z",
                "- | \"timestamp\":\"2026-11-20\" | 2026-11-20T00:00:00Z",
                "- | \"timestamp\":\"2026/11/20\" | 2026-11-20T00:00:00Z",
                "- | \"timestamp\":\"11/19/2026\" | 2026-11-19T00:00:00Z",
                "- | \"timestamp\":\"Tue, 1 Jul 2003 10:52:37 +0200\" | 2003-07-01T08:52:37Z",
                "- | \"timestamp\":\"1672574400\" | 2023-01-01T12:00:00Z",
                "- | \"timestamp\":\"1672574400000\" | 2023-01-01T12:00:00Z",
            })
    void happenByOurClock(String sentAt, String members, String expected) {
        String line =
                """
                {"project_id":7,"received_at":"2026-11-20T12:00:00Z","ip":null,"sent_at":%s,\
                "event":{"event":"e","distinct_id":"ann","uuid":"u",%s}}\
                """
                        .formatted(sentAt == null ? "null" : "\"" + sentAt + "\"", members);

        assertThat(project.put(line).event("e").path("timestamp").asText()).isEqualTo(expected);
    }

    @Test
    void belongToGroupsByTheOrderOfTheirTypes() {
        project.put(
                line(0, "a", "ann", "{\"$groups\":{\"company\":\"acme\",\"team\":5}}"),
                line(1, "b", "ann", "{\"$groups\":{\"team\":6}}"));

        assertThat(project.event("a").at("/properties/$group_0").asText()).isEqualTo("acme");
        assertThat(project.event("a").at("/properties/$group_1").asInt()).isEqualTo(5);
        assertThat(project.event("b").at("/properties/$group_1").asInt()).isEqualTo(6);
        assertThat(project.types().of(7)).containsExactly("company", "team");
    }

    @Test
    void belongToFiveTypesOfGroupsAtMost() {
        project.put(
                line(
                        0,
                        "a",
                        "ann",
                        "{\"$groups\":{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5,\"f\":6}}"));

        assertThat(project.types().of(7)).containsExactly("a", "b", "c", "d", "e");
        assertThat(project.event("a").at("/properties/$groups/f").asInt()).isEqualTo(6);
        assertThat(project.event("a").path("properties").has("$group_5")).isFalse();
    }

    @Test
    void nameNewTypesOfGroupsWhenTheyDescribeOne() {
        project.put(
                line(
                        0,
                        "$groupidentify",
                        "ann",
                        "{\"$group_type\":\"company\",\"$group_key\":\"acme\","
                                + "\"$group_set\":{\"size\":9},\"$set\":{\"x\":1}}"));

        assertThat(project.types().of(7)).containsExactly("company");
        assertThat(project.event("$groupidentify").path("properties").has("$set")).isFalse();
        assertThat(project.persons).isEmpty();
    }

    @Test
    void tellWhatTheirPersonIsLike() {
        project.put(
                line(
                        0,
                        "viewed",
                        "ann",
                        "{\"$browser\":\"Chrome\",\"$current_url\":\"https://a/\","
                                + "\"utm_source\":\"news\",\"gclid\":null,\"other\":1}"));

        JsonNode event = project.event("viewed");
        assertThat(event.path("person_properties").toString())
                .isEqualTo(
                        "{\"$browser\":\"Chrome\",\"$current_url\":\"https://a/\","
                                + "\"$initial_browser\":\"Chrome\","
                                + "\"$initial_current_url\":\"https://a/\","
                                + "\"$initial_utm_source\":\"news\",\"gclid\":null,"
                                + "\"utm_source\":\"news\"}");
        assertThat(project.properties("ann")).isEqualTo(event.path("person_properties"));
        assertThat(event.at("/properties/$set/$browser").asText()).isEqualTo("Chrome");
        assertThat(event.at("/properties/other").asInt()).isEqualTo(1);
    }

    @Test
    void keepWhatTheirPersonFirstWas() {
        project.put(
                line(0, "a", "ann", "{\"$browser\":\"Chrome\"}"),
                line(1, "b", "ann", "{\"$browser\":\"Firefox\"}"));

        assertThat(project.event("b").at("/person_properties/$initial_browser").asText())
                .isEqualTo("Chrome");
        assertThat(project.event("b").at("/person_properties/$browser").asText())
                .isEqualTo("Firefox");
        assertThat(project.event("a").at("/person_properties/$browser").asText())
                .isEqualTo("Chrome");
    }

    @Test
    void takeTheNameOfTheSystemWhereSdksWriteItSo() {
        project.put(line(0, "a", "ann", "{\"$os_name\":\"iOS\"}"));

        assertThat(project.event("a").at("/properties/$os").asText()).isEqualTo("iOS");
        assertThat(project.properties("ann").toString())
                .isEqualTo("{\"$initial_os\":\"iOS\",\"$os\":\"iOS\"}");
    }

    @Test
    void sayNothingOfThePersonByTheSystemOfAServer() {
        project.put(
                line(
                        0,
                        "a",
                        "ann",
                        "{\"$os\":\"Linux\",\"$os_version\":\"6\",\"$is_server\":true}"));

        assertThat(project.persons).isEmpty();
        assertThat(project.event("a").at("/properties/$os").asText()).isEqualTo("Linux");
    }

    @Test
    void carryWhatIsSetBesideTheirProperties() {
        String line =
                """
                {"project_id":7,"received_at":"2026-11-20T12:00:00Z","ip":null,"sent_at":null,\
                "event":{"event":"e","distinct_id":"ann","uuid":"u","$set":{"a":2},\
                "$set_once":{"b":1},"$unset":["c"],"properties":{"$set":{"a":1,"c":3}}}}\
                """;

        project.put(line);

        assertThat(project.properties("ann").toString()).isEqualTo("{\"a\":2,\"b\":1}");
        assertThat(project.event("e").at("/properties/$set/a").asInt()).isEqualTo(2);
    }

    @Test
    void knowWhatTheirPersonWasLikeWhenTheyWereTakenIn() {
        project.put(
                line(0, "a", "ann", "{}"),
                set(1, "ann", "{\"plan\":\"pro\"}"),
                line(2, "b", "ann", "{}"));

        assertThat(project.event("a").path("person_properties").toString()).isEqualTo("{}");
        assertThat(project.event("b").path("person_properties").toString())
                .isEqualTo("{\"plan\":\"pro\"}");
    }

    @Test
    void makeNoPersonWithoutAProfile() {
        project.put(
                line(
                        0,
                        "a",
                        "anon",
                        "{\"$process_person_profile\":false,\"$browser\":\"Chrome\","
                                + "\"$set\":{\"x\":1}}"),
                line(1, "b", "ann", "{\"$process_person_profile\":true}"));

        JsonNode event = project.event("a");
        assertThat(project.persons).isEmpty();
        assertThat(event.path("person_id").asText()).isEqualTo(UnknownPerson.idOf("anon"));
        assertThat(event.path("person_properties").toString()).isEqualTo("{}");
        assertThat(event.at("/properties/$process_person_profile").isBoolean()).isTrue();
        assertThat(event.path("properties").has("$set")).isFalse();
        assertThat(project.event("b").path("properties").isEmpty()).isTrue();
    }

    @Test
    void joinThePersonThatTheyHaveAlsoWithoutAProfile() {
        project.put(
                identify(0, "ann", "anon"),
                line(1, "a", "anon", "{\"$process_person_profile\":false}"));

        assertThat(project.event("a").path("person_id"))
                .isEqualTo(project.event("$identify").path("person_id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$identify", "$create_alias", "$merge_dangerously", "$groupidentify"})
    void areRefusedWhenTheySpeakOfPeopleWithoutAProfile(String name) {
        assertRefused(
                line(0, name, "ann", "{\"$process_person_profile\":false}"),
                "with $process_person_profile false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$$heatmap", "$$client_ingestion_warning", "$snapshot"})
    void areRefusedWhenTheyAreNoEvents(String name) {
        assertRefused(line(0, name, "ann", "{}"), "is not kept among the events");
    }

    @Test
    void changeNoPersonByExceptions() {
        project.put(line(0, "$exception", "ann", "{\"$browser\":\"Chrome\",\"$set\":{\"a\":1}}"));

        assertThat(project.persons).isEmpty();
        assertThat(project.event("$exception").at("/properties/$set/a").asInt()).isEqualTo(1);
    }

    @Test
    void haveTheAddressOfTheirSender() {
        String sent = line(0, "a", "ann", "{}").replace("\"ip\":null", "\"ip\":\"203.0.113.9\"");
        String given =
                line(1, "b", "ann", "{\"$ip\":\"0.0.0.0\"}")
                        .replace("\"ip\":null", "\"ip\":\"203.0.113.9\"");

        project.put(sent, given);

        assertThat(project.event("a").at("/properties/$ip").asText()).isEqualTo("203.0.113.9");
        assertThat(project.event("b").at("/properties/$ip").asText()).isEqualTo("0.0.0.0");
    }

    // The text is that of PostHog's own test of its elements.
    @Test
    void writeTheirElementsAsAChain() {
        project.put(
                line(
                        0,
                        "$autocapture",
                        "ann",
                        "{\"$elements\":[{\"tag_name\":\"a\",\"$el_text\":\"text\","
                                + "\"attr__href\":\"/a-url\",\"attr__class\":\"small another\","
                                + "\"nth_child\":1,\"nth_of_type\":0},"
                                + "{\"tag_name\":\"button\",\"attr__class\":\"btn btn-primary\","
                                + "\"nth_child\":0,\"nth_of_type\":0}]}"),
                line(1, "b", "ann", "{\"$elements_chain\":\"div:nth-child=\\\"1\\\"\"}"));

        assertThat(project.event("$autocapture").path("elements_chain").asText())
                .isEqualTo(
                        "a.another.small:attr__class=\"small another\"attr__href=\"/a-url\""
                                + "href=\"/a-url\"nth-child=\"1\"nth-of-type=\"0\"text=\"text\";"
                                + "button.btn.btn-primary:attr__class=\"btn btn-primary\""
                                + "nth-child=\"0\"nth-of-type=\"0\"");
        assertThat(project.event("b").path("elements_chain").asText())
                .isEqualTo("div:nth-child=\"1\"");
        assertThat(project.event("b").path("properties").isEmpty()).isTrue();
        assertThat(project.event("$autocapture").path("properties").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | not JSON",
                "{} | no project_id",
                "{\"project_id\":7} | no event",
                "{\"project_id\":7,\"event\":{\"event\":\"e\",\"distinct_id\":\"a\"}} | no"
                        + " event.uuid",
                "{\"project_id\":7,\"received_at\":\"noon\",\"event\":{\"event\":\"e\",\"uuid\":\"u\",\"distinct_id\":\"a\"}}"
                    + " | received_at 'noon' is no time in UTC",
            })
    void areRefusedWhenTheirLineIsNone(String line, String reason) {
        assertRefused(line, reason);
    }

    private void assertRefused(String line, String reason) {
        assertThatExceptionOfType(NotCaptured.class)
                .isThrownBy(() ->
                        new CapturedProject(7, List.of(), project.types())
                                .take(CapturedLine.read(line)))
                .withMessageContaining(reason);
    }
}
