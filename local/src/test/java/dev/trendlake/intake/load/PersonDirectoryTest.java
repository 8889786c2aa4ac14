package dev.trendlake.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trendlake.intake.lake.PersonRow;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The persons model: which of several lines is the truth (spec: batch export, 2). */
class PersonDirectoryTest {
    private static final Instant CREATED = Instant.parse("2020-01-02T03:04:05Z");

    private final PersonDirectory directory = new PersonDirectory();

    @Test
    void takesTheHighestVersionsInWhateverOrderTheyCome() {
        directory.add(line("d", "p2", 2, 7, "new"));
        directory.add(line("d", "p1", 1, 9, "of another"));
        directory.add(line("d", "p2", 2, 6, "old"));

        assertThat(directory.rows()).containsExactly(row("d", "p2", 2, 7, "new"));
    }

    @Test
    void givesAllDistinctIdsOfAPersonTheSameProperties() {
        directory.add(line("a", "p", 1, 1, "old"));
        directory.add(line("b", "p", 1, 2, "new"));

        assertThat(directory.rows())
                .containsExactlyInAnyOrder(row("a", "p", 1, 2, "new"), row("b", "p", 1, 2, "new"));
    }

    @Test
    void leavesOutDeletedPersons() {
        directory.add(line("a", "p", 1, 1, "there"));
        directory.add(line("b", "p", 1, 1, "there"));
        directory.add(new PersonLine(row("a", "p", 1, 101, "gone"), true));
        directory.add(line("a", "p", 1, 2, "late"));

        assertThat(directory.rows()).isEmpty();
    }

    @Test
    void keepsADistinctIdThatWasMovedAwayFromADeletedPerson() {
        directory.add(new PersonLine(row("a", "p1", 1, 101, "gone"), true));
        directory.add(line("a", "p2", 2, 1, "there"));

        assertThat(directory.rows()).containsExactly(row("a", "p2", 2, 1, "there"));
    }

    @Test
    void addsOneDirectoryToAnother() {
        directory.add(line("a", "p1", 1, 1, "old"));
        PersonDirectory news = new PersonDirectory();
        news.add(line("a", "p2", 2, 1, "new"));
        news.add(line("b", "p1", 1, 2, "changed"));

        directory.addAll(news);

        assertThat(directory.rows())
                .containsExactlyInAnyOrder(
                        row("a", "p2", 2, 1, "new"), row("b", "p1", 1, 2, "changed"));
    }

    @Test
    void readsALineOfTheExport() throws LineRefused {
        PersonLine line =
                new PersonReader()
                        .read(
                                """
                                {"team_id":1,"distinct_id":"d","person_id":"p","properties":{"n":1.50},\
                                "person_distinct_id_version":2,"person_version":3,"is_deleted":1,"_inserted_at":null,\
                                "created_at":"1999-12-31T23:00:00.123456+00:00"}\
                                """);

        assertThat(line)
                .isEqualTo(
                        new PersonLine(
                                new PersonRow(
                                        "d",
                                        "p",
                                        Instant.parse("1999-12-31T23:00:00.123Z"),
                                        2,
                                        3,
                                        "{\"n\":1.50}"),
                                true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"distinct_id\":\"d\"                    | \"distinct_id\":\"\"        | no"
                        + " distinct_id",
                "\"person_id\":\"p\"                      | \"person_id\":null          | no"
                        + " person_id",
                "\"person_version\":1                     | \"x\":1                     | no"
                        + " person_version",
                "\"person_version\":1                     | \"person_version\":1.5      |"
                        + " person_version is not a whole number",
                "\"person_version\":1                     | \"person_version\":\"1\"    |"
                        + " person_version is not a whole number",
                "\"person_version\":1                     | \"person_version\":9223372036854775808"
                        + " | person_version is beyond 64 bits",
                "\"is_deleted\":false                     | \"is_deleted\":\"maybe\"    |"
                        + " is_deleted is neither true nor false",
                "\"created_at\":\"2020-01-02T00:00:00Z\"  | \"created_at\":\"monday\"   |"
                        + " created_at 'monday' is no ISO 8601 time",
            })
    void refusesALineThatLacksWhatCounts(String right, String wrong, String reason) {
        String line =
                """
                {"distinct_id":"d","person_id":"p","person_distinct_id_version":1,"person_version":1,\
                "is_deleted":false,"created_at":"2020-01-02T00:00:00Z"}\
                """;

        assertThat(line).contains(right);
        assertThatThrownBy(() -> new PersonReader().read(line.replace(right, wrong)))
                .isInstanceOf(LineRefused.class)
                .hasMessage(reason);
    }

    private static PersonLine line(
            String distinctId,
            String personId,
            long distinctIdVersion,
            long personVersion,
            String properties) {
        return new PersonLine(
                row(distinctId, personId, distinctIdVersion, personVersion, properties), false);
    }

    private static PersonRow row(
            String distinctId,
            String personId,
            long distinctIdVersion,
            long personVersion,
            String properties) {
        return new PersonRow(
                distinctId, personId, CREATED, distinctIdVersion, personVersion, properties);
    }
}
