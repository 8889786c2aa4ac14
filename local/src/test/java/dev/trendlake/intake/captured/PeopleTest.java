package dev.trendlake.intake.captured;

import static dev.trendlake.intake.captured.CapturedLines.alias;
import static dev.trendlake.intake.captured.CapturedLines.force;
import static dev.trendlake.intake.captured.CapturedLines.identify;
import static dev.trendlake.intake.captured.CapturedLines.line;
import static dev.trendlake.intake.captured.CapturedLines.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.intake.lake.PersonRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is who: the scenarios of PostHog's own tests of its ingestion, in any order of delivery. */
class PeopleTest {
    private final CapturedLines project = new CapturedLines();

    @Test
    void areOnePersonOnceTheyAreIdentified() {
        project.put(
                line(0, "viewed", "anon", "{}"),
                identify(1, "ann", "anon"),
                line(2, "paid", "ann", "{}"));

        assertThat(project.groups()).containsExactly(List.of("ann", "anon"));
    }

    @Test
    void areOnePersonWhenTheIdentifyComesInALaterFile() {
        project.put(line(0, "viewed", "anon", "{}"), line(2, "paid", "ann", "{}"));
        assertThat(project.groups()).hasSize(2);

        project.put(identify(1, "ann", "anon"));

        assertThat(project.groups()).containsExactly(List.of("ann", "anon"));
    }

    @Test
    void areOnePersonWhenTheIdentifyComesInAnEarlierFile() {
        project.put(identify(1, "ann", "anon"));
        project.put(line(0, "viewed", "anon", "{}"), line(2, "paid", "ann", "{}"));

        assertThat(project.groups()).containsExactly(List.of("ann", "anon"));
        assertThat(project.event("viewed").path("person_id"))
                .isEqualTo(project.event("paid").path("person_id"));
    }

    @Test
    void stayTwoWhenTheOtherIsIdentifiedAlready() {
        project.put(
                identify(0, "ann", "anon-a"),
                identify(1, "bob", "anon-b"),
                identify(2, "bob", "ann"));

        assertThat(project.groups())
                .containsExactly(List.of("ann", "anon-a"), List.of("anon-b", "bob"));
    }

    @Test
    void stayTwoWhenAnAliasIsIdentifiedAlready() {
        project.put(identify(0, "ann", "anon-a"), alias(1, "bob", "ann"));

        assertThat(project.groups()).containsExactly(List.of("ann", "anon-a"), List.of("bob"));
    }

    @Test
    void areOnePersonByForce() {
        project.put(
                identify(0, "ann", "anon-a"), identify(1, "bob", "anon-b"), force(2, "bob", "ann"));

        assertThat(project.groups()).containsExactly(List.of("ann", "anon-a", "anon-b", "bob"));
    }

    @Test
    void areOnePersonByAlias() {
        project.put(set(0, "front", "{\"a\":1}"), alias(1, "front", "back"));

        assertThat(project.groups()).containsExactly(List.of("back", "front"));
    }

    @Test
    void takeInTheirFirstIdentifiedNameAlone() {
        // The same browser without a reset in between: the first login keeps it.
        List<String> lines = List.of(identify(5, "bob", "anon"), identify(1, "ann", "anon"));

        project.put(lines);

        assertThat(project.groups()).containsExactly(List.of("ann", "anon"), List.of("bob"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anonymous",
                "Guest",
                "distinct_id",
                "UNDEFINED",
                "true",
                "[object Object]",
                "NaN",
                "None",
                "null",
                "0",
                " ",
                "'null'",
                "\\\"undefined\\\""
            })
    void takeInNobody(String nobody) {
        project.put(identify(0, "ann", nobody), line(1, "viewed", nobody, "{}"));
        project.put(identify(2, nobody, "anon"), line(3, "viewed", "anon", "{}"));

        assertThat(project.groups()).hasSize(3);
    }

    @Test
    void keepWhatTheyKnewOfThemselvesInAMerge() {
        project.put(
                set(0, "anon", "{\"plan\":\"free\",\"color\":\"red\"}"),
                set(1, "ann", "{\"plan\":\"pro\"}"),
                identify(2, "ann", "anon"));

        assertThat(project.properties("ann").toString())
                .isEqualTo("{\"color\":\"red\",\"plan\":\"pro\"}");
        assertThat(project.properties("anon")).isEqualTo(project.properties("ann"));
    }

    @Test
    void keepTheLastSetAndTheFirstSetOnce() {
        project.put(
                line(1, "a", "ann", "{\"$set\":{\"n\":1},\"$set_once\":{\"first\":1,\"n\":9}}"),
                line(2, "b", "ann", "{\"$set\":{\"n\":2},\"$set_once\":{\"first\":2}}"));
        project.put(line(0, "c", "ann", "{\"$set\":{\"n\":0},\"$set_once\":{\"first\":0}}"));

        assertThat(project.properties("ann").toString()).isEqualTo("{\"first\":0,\"n\":2}");
    }

    @Test
    void forgetWhatIsUnset() {
        project.put(
                set(0, "ann", "{\"a\":1,\"b\":1,\"c\":1}"),
                line(1, "x", "ann", "{\"$unset\":[\"a\",\"b\"]}"),
                set(2, "ann", "{\"b\":2}"));

        assertThat(project.properties("ann").toString()).isEqualTo("{\"b\":2,\"c\":1}");
    }

    @Test
    void haveNoRowWhenNothingIsKnownOfThem() {
        project.put(line(0, "paid", "ann", "{\"amount\":1}"));

        assertThat(project.persons).isEmpty();
    }

    @Test
    void wereFirstSeenWhenTheFirstOfThemWas() {
        project.put(identify(5, "ann", "anon"), set(3, "ann", "{\"a\":1}"));
        project.put(set(1, "anon", "{\"a\":1}"));

        assertThat(project.persons)
                .extracting(PersonRow::createdAt)
                .containsOnly(CapturedLines.NOON.plusSeconds(1));
    }

    @Test
    void areThoseOfTheExportWhereThatKnowsThem() {
        project.persons =
                List.of(
                        new PersonRow(
                                "ann",
                                "0190d0a0-0000-7000-8000-000000000001",
                                Instant.EPOCH,
                                3,
                                5,
                                "{\"plan\":\"pro\",\"old\":true}"));

        project.put(identify(0, "ann", "anon"), set(1, "ann", "{\"plan\":\"max\"}"));

        assertThat(project.people().values()).containsOnly("0190d0a0-0000-7000-8000-000000000001");
        assertThat(project.properties("anon").toString())
                .isEqualTo("{\"old\":true,\"plan\":\"max\"}");
        assertThat(project.persons)
                .filteredOn(row -> row.distinctId().equals("ann"))
                .extracting(PersonRow::distinctIdVersion, PersonRow::personVersion)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(3L, 5L));
    }

    @Test
    void areTheSameInWhateverOrderAndHoweverOftenFilesArrive() {
        List<String> lines = story();
        CapturedLines inOrder = new CapturedLines();
        lines.forEach(inOrder::put);

        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<String> shuffled = new ArrayList<>(lines);
            shuffled.addAll(lines.subList(random.nextInt(10), 20));
            Collections.shuffle(shuffled, random);
            CapturedLines other = new CapturedLines();
            for (int start = 0; start < shuffled.size(); ) {
                int end = Math.min(shuffled.size(), start + 1 + random.nextInt(9));
                other.put(shuffled.subList(start, end));
                start = end;
            }
            assertThat(other.persons).containsExactlyInAnyOrderElementsOf(inOrder.persons);
            assertThat(other.people()).isEqualTo(inOrder.people());
        }
    }

    // Merges of all kinds among twelve distinct ids, with words about them in between.
    private static List<String> story() {
        Random random = new Random(42);
        List<String> lines = new ArrayList<>();
        for (int second = 0; second < 60; second++) {
            String one = "id-" + random.nextInt(12);
            String other = "id-" + random.nextInt(12);
            lines.add(
                    switch (random.nextInt(6)) {
                        case 0 -> identify(second, one, other);
                        case 1 -> alias(second, one, other);
                        case 2 ->
                                random.nextInt(4) == 0
                                        ? force(second, one, other)
                                        : line(second, "x", one, "{}");
                        case 3 ->
                                set(second, one, "{\"p" + random.nextInt(3) + "\":" + second + "}");
                        case 4 -> line(second, "y", one, "{\"$set_once\":{\"o\":" + second + "}}");
                        default -> line(second, "z", one, "{\"$browser\":\"b" + second + "\"}");
                    });
        }
        return lines;
    }
}
