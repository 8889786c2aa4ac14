package dev.trendlake.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.cache.Basis;
import dev.trendlake.cache.CacheKey;
import dev.trendlake.cache.CacheKeys;
import dev.trendlake.cache.KeptPieces;
import dev.trendlake.cache.Piece;
import dev.trendlake.cache.Pieces;
import dev.trendlake.cache.Work;
import dev.trendlake.engine.Row;
import dev.trendlake.plan.LakeTables;
import dev.trendlake.plan.TrendPlanner;
import dev.trendlake.trend.Questions;
import dev.trendlake.trend.TrendQuery;
import dev.trendlake.trends.MapPieces;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MergerTest {
    private static final Instant NOW = Instant.parse("2020-01-04T13:00:00Z");

    private final MapPieces pieces = new MapPieces();
    private final Merger merger = new Merger(new TrendPlanner(LakeTables.usual()), pieces);
    private final TrendQuery query = Questions.question().total("a").query();
    private final Work work =
            new Work(
                    Basis.unknown(NOW),
                    Stream.of("2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04")
                            .map(day -> new Work.Bucket(day, "now", 0, day))
                            .toList());

    @Test
    void putsTogetherWhatThereIsNoRoomToKeep() throws Exception {
        keepMorePiecesThanThereIsRoomFor();

        List<Row> rows = rows(new Row(List.of("1", "0", "{\"2020-01-01\":5,\"2020-01-03\":2}")));

        assertThat(rows)
                .containsExactly(new Row(List.of("1", "0", "{\"2020-01-01\":5,\"2020-01-03\":2}")));
    }

    @Test
    void makesNoRowOfARowThatHasNothingToSay() throws Exception {
        assertThat(rows(new Row(Arrays.asList("1", "0", null)))).isEmpty();
    }

    @Test
    void forgetsNoPiecesThatOthersKeptMeanwhile() throws Exception {
        CacheKey shape = CacheKeys.ofShape(query, Questions.project());
        KeptPieces found = pieces.find(shape, NOW);
        keep(new Pieces(new TreeMap<>(Map.of("2019-12-01", new Piece("x", List.of()))), true));
        keep(new Pieces(new TreeMap<>(Map.of("2019-12-02", new Piece("x", List.of()))), true));

        merger.rows(
                        query,
                        Questions.project(),
                        work,
                        Optional.of(found),
                        List.of(new Row(List.of("1", "0", "{\"2020-01-01\":5}"))),
                        NOW)
                .keeping()
                .run();

        assertThat(pieces.find(shape, NOW).pieces().byBucket().keySet())
                .containsExactly(
                        "2019-12-02", "2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04");
    }

    private void keep(Pieces kept) {
        CacheKey shape = CacheKeys.ofShape(query, Questions.project());
        pieces.replace(shape, pieces.find(shape, NOW), kept, NOW);
    }

    private List<Row> rows(Row computed) throws Exception {
        Merged merged =
                merger.rows(
                        query, Questions.project(), work, Optional.empty(), List.of(computed), NOW);
        merged.keeping().run();
        return merged.rows();
    }

    private void keepMorePiecesThanThereIsRoomFor() {
        List<Piece.Amount> amounts =
                IntStream.range(0, 200_000)
                        .mapToObj(number -> new Piece.Amount(1, "v" + number, 1))
                        .toList();
        TreeMap<String, Piece> later = new TreeMap<>();
        later.put("2020-02-01", new Piece("other", amounts));
        keep(new Pieces(later, true));
    }
}
