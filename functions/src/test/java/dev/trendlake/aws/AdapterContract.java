package dev.trendlake.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.access.Admission;
import dev.trendlake.access.ApiKey;
import dev.trendlake.access.KeyHash;
import dev.trendlake.access.RuledProject;
import dev.trendlake.aws.dynamodb.AdmissionTables;
import dev.trendlake.aws.dynamodb.DynamoDbAdmissions;
import dev.trendlake.aws.dynamodb.DynamoDbApiKeys;
import dev.trendlake.aws.dynamodb.DynamoDbProjects;
import dev.trendlake.aws.dynamodb.DynamoDbResults;
import dev.trendlake.aws.s3.S3LargeResults;
import dev.trendlake.cache.CacheEntry;
import dev.trendlake.cache.CacheKey;
import dev.trendlake.engine.Row;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.PropertyType;
import dev.trendlake.project.SideTables;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the adapters of DynamoDB and S3 do, whoever stands in for AWS. */
public abstract class AdapterContract extends DefinitionsContract {
    private static final KeyHash HASH = KeyHash.of("phx_of_a_test");
    private static final Instant NOW = Instant.parse("2026-11-23T10:20:30.123456Z");
    private static final CacheKey QUESTION = new CacheKey(7, "a".repeat(64));

    private static final ApiKey KEY =
            new ApiKey(
                    "id-1",
                    "a label",
                    List.of("insight:read", "project:read"),
                    List.of(7L, 12L),
                    List.of("acme"),
                    true);

    private static final Project PROJECT =
            new Project(
                    7,
                    "a project",
                    "acme",
                    ZoneId.of("Europe/Berlin"),
                    DayOfWeek.MONDAY,
                    "[{\"key\":\"email\",\"operator\":\"not_icontains\",\"value\":\"@acme.org\"}]",
                    List.of("company", "team"),
                    Instant.parse("2015-05-17T10:05:03.25Z"),
                    0,
                    SideTables.none(),
                    new PropertyDefinitions(
                            Map.of("price", PropertyType.NUMERIC, "at", PropertyType.DATE_TIME),
                            Map.of("paying", PropertyType.BOOLEAN),
                            Map.of(1, Map.of("size", PropertyType.NUMERIC))));

    @Test
    void findsTheKeysThatItSaved() {
        apiKeys().save(HASH, KEY, NOW);

        assertThat(apiKeys().find(HASH)).contains(KEY);
    }

    @Test
    void knowsNoOtherKeys() {
        assertThat(apiKeys().find(HASH)).isEmpty();
    }

    @Test
    void keepsTheTimesOfAKeyThatIsSavedAgain() {
        apiKeys().save(HASH, KEY, NOW);
        admissions(NOW).find(HASH);

        apiKeys().save(HASH, KEY);

        assertThat(storedKey())
                .containsEntry("created_at", AttributeValue.fromS("2026-11-23T10:20:30Z"))
                .containsEntry("last_used_at", AttributeValue.fromS("2026-11-23T10:20:30Z"));
    }

    @Test
    void findsTheProjectsThatItSaved() {
        projects().save(PROJECT);

        assertThat(projects().find(7)).contains(PROJECT);
    }

    @Test
    void findsProjectsWithoutEventsAndDefinitions() {
        Project fresh =
                new Project(
                        8,
                        "",
                        "",
                        ZoneId.of("UTC"),
                        DayOfWeek.SUNDAY,
                        "[]",
                        List.of(),
                        Project.NO_EVENT_YET,
                        0,
                        SideTables.none(),
                        PropertyDefinitions.none());

        projects().save(fresh);

        assertThat(projects().find(8)).contains(fresh);
    }

    @Test
    void knowsNoOtherProjects() {
        assertThat(projects().find(7)).isEmpty();
    }

    @Test
    void admitsAKeyToAProject() {
        apiKeys().save(HASH, KEY, NOW);
        projects().save(PROJECT);

        Admission admission = admissions(NOW).find(HASH, 7, NOW);

        assertThat(admission.key()).contains(KEY);
        assertThat(admission.project().map(RuledProject::project)).contains(PROJECT);
    }

    @Test
    void findsNeitherKeyNorProjectWhereThereIsNone() {
        Admission admission = admissions(NOW).find(HASH, 7, NOW);

        assertThat(admission.key()).isEmpty();
        assertThat(admission.project()).isEmpty();
    }

    @Test
    void notesTheUseOfAKeyOnceAnHour() {
        apiKeys().save(HASH, KEY, NOW);

        admissions(NOW).find(HASH);
        admissions(NOW.plus(Duration.ofMinutes(59))).find(HASH);
        AttributeValue first = storedKey().get("last_used_at");
        admissions(NOW.plus(Duration.ofMinutes(61))).find(HASH);

        assertThat(first).isEqualTo(AttributeValue.fromS("2026-11-23T10:20:30Z"));
        assertThat(storedKey())
                .containsEntry("last_used_at", AttributeValue.fromS("2026-11-23T11:21:30Z"));
    }

    @Test
    void notesNoUseOfAnInactiveKey() {
        ApiKey inactive = new ApiKey("id-2", "", List.of(), List.of(), List.of(), false);
        apiKeys().save(HASH, inactive, NOW);

        admissions(NOW).find(HASH);

        assertThat(storedKey()).doesNotContainKey("last_used_at");
    }

    @Test
    void findsTheRowsThatItKept() {
        CacheEntry kept =
                new CacheEntry.Kept(
                        List.of(
                                new Row(Arrays.asList("2026-11-23", null, "ü\n\"")),
                                new Row(Arrays.asList("2026-11-24", "", "0"))),
                        NOW);

        results().keep(QUESTION, kept, NOW.plusSeconds(60));

        assertThat(results().find(QUESTION, NOW)).isEqualTo(kept);
    }

    @Test
    void findsNothingElse() {
        results().keep(QUESTION, new CacheEntry.Kept(List.of(), NOW), NOW.plusSeconds(60));

        CacheKey ofAnotherProject = new CacheKey(8, QUESTION.digest());

        assertThat(results().find(ofAnotherProject, NOW)).isEqualTo(new CacheEntry.Nothing());
    }

    @Test
    void findsNothingThatHasExpired() {
        results().keep(QUESTION, new CacheEntry.Kept(List.of(), NOW), NOW.plusSeconds(60));

        assertThat(results().find(QUESTION, NOW.plusSeconds(61)))
                .isEqualTo(new CacheEntry.Nothing());
    }

    @Test
    void replacesARunningExecutionByItsRows() {
        CacheEntry running = new CacheEntry.Running("execution-1", NOW);
        CacheEntry kept = new CacheEntry.Kept(List.of(new Row(List.of("1"))), NOW);

        results().keep(QUESTION, running, NOW.plusSeconds(60));
        CacheEntry first = results().find(QUESTION, NOW);
        results().keep(QUESTION, kept, NOW.plusSeconds(60));

        assertThat(first).isEqualTo(running);
        assertThat(results().find(QUESTION, NOW)).isEqualTo(kept);
    }

    @Test
    void keepsRowsThatFitInNoItem() {
        CacheEntry large = new CacheEntry.Kept(incompressibleRows(20_000), NOW);

        results().keep(QUESTION, large, NOW.plusSeconds(60));

        assertThat(store().objects()).singleElement().asString().startsWith("results/7/");
        assertThat(results().find(QUESTION, NOW)).isEqualTo(large);
    }

    @Test
    void findsNothingWhereLargeRowsAreGone() {
        CacheEntry large = new CacheEntry.Kept(incompressibleRows(20_000), NOW);
        results().keep(QUESTION, large, NOW.plusSeconds(60));

        store().removeObjects();

        assertThat(results().find(QUESTION, NOW)).isEqualTo(new CacheEntry.Nothing());
    }

    @Test
    void livesWithoutATableOfResults() {
        DynamoDbResults results = new DynamoDbResults(dynamoDb(), "no-such-table", largeResults());

        results.keep(QUESTION, new CacheEntry.Kept(List.of(), NOW), NOW.plusSeconds(60));

        assertThat(results.find(QUESTION, NOW)).isEqualTo(new CacheEntry.Nothing());
    }

    @Test
    void keepsLargeResultsByName() {
        largeResults().keep("7/a.json.gz", new byte[] {1, 2, 3});

        assertThat(largeResults().find("7/a.json.gz").orElseThrow()).containsExactly(1, 2, 3);
        assertThat(largeResults().find("7/b.json.gz")).isEqualTo(Optional.empty());
    }

    private DynamoDbApiKeys apiKeys() {
        return new DynamoDbApiKeys(dynamoDb(), store().apiKeysTable());
    }

    private DynamoDbProjects projects() {
        return new DynamoDbProjects(dynamoDb(), store().projectsTable());
    }

    private DynamoDbAdmissions admissions(Instant now) {
        return new DynamoDbAdmissions(
                dynamoDb(),
                new AdmissionTables(
                        store().apiKeysTable(), store().projectsTable(), store().resultsTable()),
                true,
                InstantSource.fixed(now));
    }

    private DynamoDbResults results() {
        return new DynamoDbResults(dynamoDb(), store().resultsTable(), largeResults());
    }

    private S3LargeResults largeResults() {
        return new S3LargeResults(s3(), store().bucket());
    }

    private Map<String, AttributeValue> storedKey() {
        Map<String, AttributeValue> key = Map.of("key_hash", AttributeValue.fromS(HASH.text()));
        return dynamoDb()
                .getItem(request -> request.tableName(store().apiKeysTable()).key(key))
                .item();
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
