package dev.trendlake.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole SQL of representative questions, as reviewed text: for each a request in {@code
 * NAME.json} and its statement in {@code NAME.sql}. What is planned now is left in {@code
 * target/planned-sql}, to be compared and copied from.
 */
class PlannedSqlTest {
    private static final Path FILES = Path.of("src/test/resources/sql");

    private static final Pattern READ =
            Pattern.compile(
                    "FROM \"events\"\\s+WHERE \\(\\(\"project_id\" = '7'\\) AND \\(\"day\""
                            + " BETWEEN '(?<first>[^']*)' AND '(?<last>[^']*)'\\)");
    private static final Path PLANNED = Path.of("target/planned-sql");

    static List<String> names() throws IOException {
        return named(".json");
    }

    @ParameterizedTest
    @MethodSource("names")
    void isAsReviewed(String name) throws IOException {
        String reviewed = Files.readString(FILES.resolve(name + ".sql"));
        Path planned = Files.createDirectories(PLANNED).resolve(name + ".sql");
        Files.writeString(planned, sql(name) + "\n");

        assertThat(planned).as(planned + ", to be reviewed").hasContent(reviewed);
    }

    @ParameterizedTest
    @MethodSource("names")
    void usesOnlyFunctionsOfAthena(String name) throws IOException {
        assertThat(AthenaFunctions.known()).containsAll(AthenaFunctions.calledIn(sql(name)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsEachDayOnceFromPartitionsThatItNames(String name) throws IOException {
        String sql = sql(name);
        Matcher read = READ.matcher(sql);
        NavigableMap<String, String> days = new TreeMap<>();
        while (read.find()) {
            days.put(read.group("first"), read.group("last"));
        }

        assertThat(sql.split("FROM \"events\"", -1)).hasSize(days.size() + 1);
        days.forEach((first, last) -> {
            String next = days.higherKey(first);
            assertThat(next == null || last.compareTo(next) < 0).as(sql).isTrue();
        });
    }

    @Test
    void everyReviewedFileBelongsToAQuestion() throws IOException {
        assertThat(named(".sql")).isEqualTo(names());
    }

    private static List<String> named(String ending) throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }

    private static String sql(String name) throws IOException {
        return ReviewedQuestion.of(Files.readString(FILES.resolve(name + ".json"))).sql();
    }
}
