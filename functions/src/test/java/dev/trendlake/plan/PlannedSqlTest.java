package dev.trendlake.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole SQL of representative questions, as reviewed text: for each a request in {@code
 * NAME.json} and its statement in {@code NAME.sql}.
 */
class PlannedSqlTest {
    private static final Path FILES = Path.of("src/test/resources/sql");

    static List<String> names() throws IOException {
        return named(".json");
    }

    @ParameterizedTest
    @MethodSource("names")
    void isAsReviewed(String name) throws IOException {
        String reviewed = Files.readString(FILES.resolve(name + ".sql"));

        assertThat(sql(name) + "\n").isEqualTo(reviewed);
    }

    @ParameterizedTest
    @MethodSource("names")
    void usesOnlyFunctionsOfAthena(String name) throws IOException {
        assertThat(AthenaFunctions.known()).containsAll(AthenaFunctions.calledIn(sql(name)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsTheEventsOnceFromPartitionsThatItNames(String name) throws IOException {
        assertThat(sql(name))
                .containsOnlyOnce("FROM \"events\"")
                .containsOnlyOnce("(\"day\" BETWEEN '")
                .contains("((\"project_id\" = '7') AND (\"day\" BETWEEN '");
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
