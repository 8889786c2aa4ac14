package dev.trendlake.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.aws.dynamodb.DynamoDbPieces;
import dev.trendlake.aws.dynamodb.DynamoDbResults;
import dev.trendlake.aws.s3.S3LargeResults;
import dev.trendlake.cache.Basis;
import dev.trendlake.cache.CacheEntry;
import dev.trendlake.cache.CacheEntry.Flight;
import dev.trendlake.cache.CacheEntry.Known;
import dev.trendlake.cache.CacheKey;
import dev.trendlake.cache.Claim;
import dev.trendlake.cache.KeptPieces;
import dev.trendlake.cache.Piece;
import dev.trendlake.cache.Pieces;
import dev.trendlake.cache.Work;
import dev.trendlake.engine.Row;
import dev.trendlake.project.LakeReach;
import dev.trendlake.project.SideTableName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the adapter of results does, whoever stands in for AWS. */
abstract class ResultsContract extends PartitionsContract {
    private static final Instant NOW = Instant.parse("2026-11-23T10:20:30.123456Z");
    private static final CacheKey QUESTION = new CacheKey(7, "a".repeat(64));
    private static final CacheKey SHAPE = new CacheKey(7, "partial#" + "a".repeat(64));
    private static final Basis BASIS =
            new Basis(
                    new LakeReach(
                            LocalDate.parse("2026-10-24"),
                            LocalDate.parse("2026-11-23"),
                            Set.of(SideTableName.PERSONS, SideTableName.COHORT_PEOPLE),
                            true),
                    "b".repeat(32));
    private static final Work WORK =
            new Work(
                    BASIS,
                    List.of(
                            Work.Bucket.known("2026-11-22", "c".repeat(32), "2026-11-22"),
                            new Work.Bucket(
                                    "2026-11-23]2026-11-23T23:59:59Z",
                                    "d".repeat(32),
                                    0,
                                    "2026-11-23")));

    @Test
    void findsTheRowsThatItKept() {
        Known.Kept kept =
                new Known.Kept(
                        List.of(
                                new Row(Arrays.asList("2026-11-23", null, "ü\n\"")),
                                new Row(Arrays.asList("2026-11-24", "", "0"))),
                        NOW,
                        BASIS);

        results().keep(QUESTION, "execution-1", kept, NOW.plusSeconds(60));

        assertThat(results().find(QUESTION, NOW)).isEqualTo(onlyRows(kept));
    }

    @Test
    void findsNothingElse() {
        results().keep(QUESTION, "execution-1", noRows(), NOW.plusSeconds(60));

        CacheKey ofAnotherProject = new CacheKey(8, QUESTION.digest());

        assertThat(results().find(ofAnotherProject, NOW)).isEqualTo(CacheEntry.nothing());
    }

    @Test
    void findsNothingThatHasExpired() {
        results().keep(QUESTION, "execution-1", noRows(), NOW.plusSeconds(60));

        assertThat(results().find(QUESTION, NOW.plusSeconds(61))).isEqualTo(CacheEntry.nothing());
    }

    @Test
    void givesAQuestionToTheFirstWhoClaimsIt() {
        Flight first = results().claim(QUESTION, claim("a", NOW, ""));
        Flight second = results().claim(QUESTION, claim("b", NOW.plusSeconds(1), ""));

        assertThat(first).isEqualTo(new Flight.None());
        assertThat(second).isEqualTo(new Flight.Claimed(NOW));
    }

    @Test
    void givesItToOneOfManyWhoClaimItAtOnce() throws InterruptedException {
        AtomicInteger given = new AtomicInteger();
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            for (int caller = 0; caller < 40; caller++) {
                Claim claim = claim("caller " + caller, NOW, "");
                callers.execute(() -> {
                    if (results().claim(QUESTION, claim).equals(new Flight.None())) {
                        given.incrementAndGet();
                    }
                });
            }
        }

        assertThat(given).hasValue(1);
    }

    @Test
    void givesItToAnotherWhenTheFirstTellsOfNothing() {
        results().claim(QUESTION, claim("a", NOW, ""));

        Flight later = results().claim(QUESTION, claim("b", NOW.plusSeconds(30), ""));

        assertThat(later).isEqualTo(new Flight.None());
    }

    @Test
    void tellsOthersOfTheExecution() {
        Flight.Running running = new Flight.Running("execution-1", NOW, WORK);
        results().claim(QUESTION, claim("a", NOW, ""));

        results().tell(QUESTION, "a", running, NOW.plusSeconds(600));

        assertThat(results().find(QUESTION, NOW.plusSeconds(500)).flight()).isEqualTo(running);
        assertThat(results().claim(QUESTION, claim("b", NOW.plusSeconds(500), "")))
                .isEqualTo(running);
        assertThat(results().find(QUESTION, NOW.plusSeconds(600)).flight())
                .isEqualTo(new Flight.None());
    }

    @Test
    void tellsOfNoExecutionOfAnotherOwner() {
        results().claim(QUESTION, claim("a", NOW, ""));

        results()
                .tell(
                        QUESTION,
                        "b",
                        new Flight.Running("execution-2", NOW, WORK),
                        NOW.plusSeconds(600));

        assertThat(results().find(QUESTION, NOW).flight()).isEqualTo(new Flight.Claimed(NOW));
    }

    @Test
    void givesTheQuestionOfALostExecutionToOneAlone() {
        results().claim(QUESTION, claim("a", NOW, ""));
        results()
                .tell(
                        QUESTION,
                        "a",
                        new Flight.Running("execution-1", NOW, WORK),
                        NOW.plusSeconds(600));

        Flight first = results().claim(QUESTION, claim("b", NOW.plusSeconds(9), "execution-1"));
        Flight second = results().claim(QUESTION, claim("c", NOW.plusSeconds(9), "execution-1"));

        assertThat(first).isEqualTo(new Flight.None());
        assertThat(second).isEqualTo(new Flight.Claimed(NOW.plusSeconds(9)));
    }

    @Test
    void releasesAClaimOfItsOwnerOnly() {
        results().claim(QUESTION, claim("a", NOW, ""));

        results().release(QUESTION, "b");
        Flight kept = results().find(QUESTION, NOW).flight();
        results().release(QUESTION, "a");

        assertThat(kept).isEqualTo(new Flight.Claimed(NOW));
        assertThat(results().find(QUESTION, NOW)).isEqualTo(CacheEntry.nothing());
    }

    @Test
    void keepsOldRowsWhileNewOnesAreComputed() {
        results().keep(QUESTION, "execution-1", noRows(), NOW.plusSeconds(60));

        results().claim(QUESTION, claim("a", NOW, ""));

        assertThat(results().find(QUESTION, NOW))
                .isEqualTo(new CacheEntry(noRows(), new Flight.Claimed(NOW)));
    }

    @Test
    void endsAComputationWithItsRows() {
        results().claim(QUESTION, claim("a", NOW, ""));
        results()
                .tell(
                        QUESTION,
                        "a",
                        new Flight.Running("execution-1", NOW, WORK),
                        NOW.plusSeconds(600));

        results().keep(QUESTION, "execution-1", noRows(), NOW.plusSeconds(60));

        assertThat(results().find(QUESTION, NOW)).isEqualTo(onlyRows(noRows()));
    }

    @Test
    void leavesTheComputationOfAnotherToGoOn() {
        results().claim(QUESTION, claim("a", NOW, ""));

        results().keep(QUESTION, "execution-1", noRows(), NOW.plusSeconds(60));

        assertThat(results().find(QUESTION, NOW))
                .isEqualTo(new CacheEntry(noRows(), new Flight.Claimed(NOW)));
    }

    @Test
    void neverReplacesRowsByEarlierOnes() {
        Known.Kept earlier =
                new Known.Kept(List.of(new Row(List.of("old"))), NOW.minusSeconds(5), BASIS);

        results().keep(QUESTION, "execution-2", noRows(), NOW.plusSeconds(60));
        results().keep(QUESTION, "execution-1", earlier, NOW.plusSeconds(60));

        assertThat(results().find(QUESTION, NOW)).isEqualTo(onlyRows(noRows()));
    }

    @Test
    void endsTheComputationOfRowsThatLaterOnesStandBefore() {
        Known.Kept earlier =
                new Known.Kept(List.of(new Row(List.of("old"))), NOW.minusSeconds(5), BASIS);
        results().keep(QUESTION, "execution-1", noRows(), NOW.plusSeconds(60));
        results().claim(QUESTION, claim("a", NOW, ""));

        results().keep(QUESTION, "a", earlier, NOW.plusSeconds(60));

        assertThat(results().find(QUESTION, NOW)).isEqualTo(onlyRows(noRows()));
    }

    @Test
    void replacesRowsBesideTheItemByRowsInIt() {
        Known.Kept large = new Known.Kept(incompressibleRows(20_000), NOW.minusSeconds(5), BASIS);

        results().keep(QUESTION, "execution-1", large, NOW.plusSeconds(60));
        results().keep(QUESTION, "execution-2", noRows(), NOW.plusSeconds(60));

        assertThat(results().find(QUESTION, NOW)).isEqualTo(onlyRows(noRows()));
    }

    @Test
    void keepsRowsThatFitInNoItem() {
        Known.Kept large = new Known.Kept(incompressibleRows(20_000), NOW, BASIS);

        results().keep(QUESTION, "execution-1", large, NOW.plusSeconds(60));

        assertThat(store().objects()).singleElement().asString().startsWith("results/7/");
        assertThat(results().find(QUESTION, NOW)).isEqualTo(onlyRows(large));
    }

    @Test
    void findsNothingWhereLargeRowsAreGone() {
        Known.Kept large = new Known.Kept(incompressibleRows(20_000), NOW, BASIS);
        results().keep(QUESTION, "execution-1", large, NOW.plusSeconds(60));

        store().removeObjects();

        assertThat(results().find(QUESTION, NOW)).isEqualTo(CacheEntry.nothing());
    }

    @Test
    void findsThePiecesThatItKept() {
        NavigableMap<String, Piece> pieces = new TreeMap<>();
        pieces.put("2026-11-22", new Piece("c".repeat(32), List.of()));
        pieces.put(
                "2026-11-23]2026-11-23T23:59:59Z",
                new Piece(
                        "d".repeat(32),
                        List.of(
                                new Piece.Amount(1, "ü\n\"", 3),
                                new Piece.Amount(2, "", Double.NaN),
                                new Piece.Amount(2, "x", Double.POSITIVE_INFINITY),
                                new Piece.Amount(3, "x", 0.1))));

        keep(SHAPE, new Pieces(pieces, true), NOW.plusSeconds(60));

        assertThat(pieces().find(SHAPE, NOW).pieces()).isEqualTo(new Pieces(pieces, true));
        assertThat(pieces().find(QUESTION, NOW).pieces()).isEqualTo(Pieces.none());
        assertThat(pieces().find(SHAPE, NOW.plusSeconds(61)).pieces()).isEqualTo(Pieces.none());
    }

    @Test
    void remembersThatPiecesWouldHaveTooManyValues() {
        keep(SHAPE, Pieces.tooMany(), NOW.plusSeconds(60));

        assertThat(pieces().find(SHAPE, NOW).pieces()).isEqualTo(Pieces.tooMany());
    }

    @Test
    void keepsPiecesThatFitInNoItem() {
        List<Piece.Amount> amounts =
                IntStream.range(0, 40_000)
                        .mapToObj(number -> new Piece.Amount(1, digest(number), number))
                        .toList();
        NavigableMap<String, Piece> pieces = new TreeMap<>();
        pieces.put("2026-11-22", new Piece("c".repeat(32), amounts));

        keep(SHAPE, new Pieces(pieces, true), NOW.plusSeconds(60));

        assertThat(store().objects()).singleElement().asString().startsWith("results/7/");
        assertThat(pieces().find(SHAPE, NOW).pieces()).isEqualTo(new Pieces(pieces, true));
        store().removeObjects();
        assertThat(pieces().find(SHAPE, NOW).pieces()).isEqualTo(Pieces.none());
    }

    @Test
    void livesWithoutATableOfPieces() {
        DynamoDbPieces pieces = new DynamoDbPieces(dynamoDb(), "no-such-table", largeResults());

        pieces.replace(SHAPE, KeptPieces.none(), Pieces.none(), NOW.plusSeconds(60));

        assertThat(pieces.find(SHAPE, NOW)).isEqualTo(KeptPieces.none());
    }

    @Test
    void replacesNoPiecesThatOthersKeptSinceTheseWereFound() {
        keep(SHAPE, Pieces.none(), NOW.plusSeconds(60));
        KeptPieces found = pieces().find(SHAPE, NOW);
        keep(SHAPE, Pieces.tooMany(), NOW.plusSeconds(60));

        assertThat(pieces().replace(SHAPE, found, Pieces.none(), NOW.plusSeconds(60))).isFalse();
        assertThat(pieces().replace(SHAPE, KeptPieces.none(), Pieces.none(), NOW)).isFalse();

        assertThat(pieces().find(SHAPE, NOW).pieces()).isEqualTo(Pieces.tooMany());
        // Nor those that have expired and are still there.
        KeptPieces expired = pieces().find(SHAPE, NOW.plusSeconds(61));
        assertThat(expired.pieces()).isEqualTo(Pieces.none());
        assertThat(pieces().replace(SHAPE, expired, Pieces.none(), NOW.plusSeconds(90))).isTrue();
    }

    private void keep(CacheKey shape, Pieces kept, Instant expiresAt) {
        DynamoDbPieces pieces = pieces();
        assertThat(pieces.replace(shape, pieces.find(shape, NOW), kept, expiresAt)).isTrue();
    }

    private DynamoDbPieces pieces() {
        return new DynamoDbPieces(dynamoDb(), store().resultsTable(), largeResults());
    }

    private static String digest(int number) {
        return UUID.nameUUIDFromBytes(Integer.toString(number).getBytes(UTF_8)).toString();
    }

    @Test
    void livesWithoutATableOfResults() {
        DynamoDbResults results = new DynamoDbResults(dynamoDb(), "no-such-table", largeResults());

        results.keep(QUESTION, "execution-1", noRows(), NOW.plusSeconds(60));

        assertThat(results.claim(QUESTION, claim("a", NOW, ""))).isEqualTo(new Flight.None());
        assertThat(results.find(QUESTION, NOW)).isEqualTo(CacheEntry.nothing());
    }

    @Test
    void keepsLargeResultsByName() {
        largeResults().keep("7/a.json.gz", new byte[] {1, 2, 3});

        assertThat(largeResults().find("7/a.json.gz").orElseThrow()).containsExactly(1, 2, 3);
        assertThat(largeResults().find("7/b.json.gz")).isEqualTo(Optional.empty());
    }

    private static Claim claim(String owner, Instant at, String lost) {
        return new Claim(owner, at, at.plusSeconds(30), lost);
    }

    private static Known.Kept noRows() {
        return new Known.Kept(List.of(), NOW, BASIS);
    }

    private static CacheEntry onlyRows(Known.Kept rows) {
        return new CacheEntry(rows, new Flight.None());
    }

    private DynamoDbResults results() {
        return new DynamoDbResults(dynamoDb(), store().resultsTable(), largeResults());
    }

    private S3LargeResults largeResults() {
        return new S3LargeResults(this::s3, store().bucket());
    }

    private static List<Row> incompressibleRows(int count) {
        Random random = new Random(7);
        return IntStream.range(0, count)
                .mapToObj(_ ->
                        new Row(
                                List.of(
                                        Long.toHexString(random.nextLong()),
                                        Long.toHexString(random.nextLong()))))
                .toList();
    }
}
