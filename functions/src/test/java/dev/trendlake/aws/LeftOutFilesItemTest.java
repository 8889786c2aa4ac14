package dev.trendlake.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.aws.dynamodb.LeftOutFilesItem;
import dev.trendlake.project.EventFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The form of the attributes, as decision record 39 has it. */
class LeftOutFilesItemTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    @Test
    void readsWhatItWrites() {
        LeftOutFilesItem item =
                read(
                        List.of(LeftOutFilesItem.coming(DAY, "new one.parquet")),
                        List.of(LeftOutFilesItem.going(NOON, DAY, "old one.parquet")));

        assertThat(item.coming()).containsExactly(new EventFile(DAY, "new one.parquet"));
        assertThat(item.going()).containsExactly(new EventFile(DAY, "old one.parquet"));
        assertThat(item.coming(DAY)).containsExactly("new one.parquet");
        assertThat(item.going(DAY)).isEqualTo(Map.of("old one.parquet", NOON));
        assertThat(item.coming(DAY.plusDays(1))).isEmpty();
        assertThat(item.going(DAY.plusDays(1))).isEmpty();
        assertThat(item.count()).isEqualTo(2);
    }

    @Test
    void writesTheTextsThatTheSettingsHave() {
        assertThat(LeftOutFilesItem.coming(DAY, "a.parquet")).isEqualTo("2026-11-20/a.parquet");
        assertThat(LeftOutFilesItem.going(NOON, DAY, "a.parquet"))
                .isEqualTo("2026-11-27T12:00:00Z 2026-11-20/a.parquet");
    }

    @Test
    void passesOverTextsThatNameNoFile() {
        LeftOutFilesItem item =
                read(
                        List.of("soon/a.parquet", "2026-11-20", "2026-11-20/b.parquet"),
                        List.of("2026-11-27T12:00:00Z soon/c.parquet"));

        assertThat(item.coming()).containsExactly(new EventFile(DAY, "b.parquet"));
        assertThat(item.going()).isEmpty();
    }

    @Test
    void leavesAFileOutForGoodThatGoesWithoutATime() {
        LeftOutFilesItem item =
                read(
                        List.of("2026-11-20/new.parquet"),
                        List.of("2026-11-20/a.parquet", "soon 2026-11-20/b.parquet"));

        assertThat(item.going(DAY))
                .isEqualTo(Map.of("a.parquet", Instant.MAX, "b.parquet", Instant.MAX));
    }

    @Test
    void takesTheLaterTimeOfAFileThatIsNamedTwice() {
        List<String> twice =
                List.of(
                        LeftOutFilesItem.going(NOON, DAY, "a.parquet"),
                        LeftOutFilesItem.going(Instant.EPOCH, DAY, "a.parquet"));
        LeftOutFilesItem item = read(List.of("2026-11-20/new.parquet"), twice);

        assertThat(item.going(DAY)).isEqualTo(Map.of("a.parquet", NOON));
        assertThat(item.textsOfGoing(DAY, Set.of("a.parquet", "b.parquet")))
                .containsExactlyInAnyOrderElementsOf(twice);
    }

    @Test
    void readsNothingWhereThereIsNothing() {
        assertThat(LeftOutFilesItem.read(Map.of()).count()).isZero();
    }

    private static LeftOutFilesItem read(List<String> coming, List<String> going) {
        return LeftOutFilesItem.read(
                Map.of(
                        "files_coming", AttributeValue.fromSs(coming),
                        "files_going", AttributeValue.fromSs(going)));
    }
}
