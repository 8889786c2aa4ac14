package dev.trendlake.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.access.AccessLevel;
import dev.trendlake.access.AccessResource;
import dev.trendlake.access.AccessRule;
import dev.trendlake.access.Admission;
import dev.trendlake.access.ApiKey;
import dev.trendlake.access.KeyHash;
import dev.trendlake.access.Membership;
import dev.trendlake.access.RuledProject;
import dev.trendlake.access.Usage;
import dev.trendlake.access.User;
import dev.trendlake.aws.dynamodb.AdmissionTables;
import dev.trendlake.aws.dynamodb.DynamoDbAccessRules;
import dev.trendlake.aws.dynamodb.DynamoDbAdmissions;
import dev.trendlake.aws.dynamodb.DynamoDbApiKeys;
import dev.trendlake.aws.dynamodb.DynamoDbProjectTokens;
import dev.trendlake.aws.dynamodb.DynamoDbProjects;
import dev.trendlake.aws.dynamodb.DynamoDbQueryRecords;
import dev.trendlake.aws.dynamodb.DynamoDbUsageCounts;
import dev.trendlake.aws.dynamodb.DynamoDbUsers;
import dev.trendlake.cache.CacheKey;
import dev.trendlake.cache.QueryRecord;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.PropertyType;
import dev.trendlake.project.SideTables;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the adapters of DynamoDB and S3 do, whoever stands in for AWS. */
public abstract class AdapterContract extends AskedQuestionsContract {
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
    void knowsWhoseATokenIs() {
        DynamoDbProjectTokens tokens =
                new DynamoDbProjectTokens(dynamoDb(), store().projectsTable());
        Project sentTo =
                new Project(
                        7,
                        "a project",
                        "",
                        ZoneId.of("UTC"),
                        DayOfWeek.MONDAY,
                        "[]",
                        List.of(),
                        Project.NO_EVENT_YET,
                        0,
                        SideTables.none(),
                        PropertyDefinitions.none(),
                        "phc_of_project_7");
        projects().save(sentTo);

        assertThat(tokens.projectOf("phc_of_project_7")).hasValue(7);
        assertThat(tokens.projectOf("phc_of_nobody")).isEmpty();
        assertThat(tokens.projectOf("")).isEmpty();
        assertThat(projects().all()).extracting(found -> found.project().id()).containsExactly(7L);
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
    void findsTheQueriesThatItRemembered() {
        DynamoDbQueryRecords records = new DynamoDbQueryRecords(dynamoDb(), store().resultsTable());
        QueryRecord query =
                new QueryRecord(
                        "query-1",
                        QUESTION,
                        "{\"query\":{}}",
                        NOW,
                        NOW.minusSeconds(3),
                        NOW.plusSeconds(1200).truncatedTo(ChronoUnit.SECONDS),
                        QueryRecord.Failure.none());

        records.save(query);

        assertThat(records.find(7, "query-1", NOW)).contains(query);
        assertThat(records.find(8, "query-1", NOW)).isEmpty();
        assertThat(records.find(7, "query-1", NOW.plusSeconds(1200))).isEmpty();
        records.remove(7, "query-1");
        assertThat(records.find(7, "query-1", NOW)).isEmpty();
    }

    @Test
    void countsRequestsOfAKeyByMinuteAndHour() {
        DynamoDbUsageCounts counts = new DynamoDbUsageCounts(dynamoDb(), store().resultsTable());

        counts.add(HASH, NOW, 3);
        Optional<Usage> inTheSameMinute = counts.add(HASH, NOW.plusSeconds(1), 1);
        Optional<Usage> inTheNextMinute = counts.add(HASH, NOW.plusSeconds(60), 1);
        Optional<Usage> inTheNextHour = counts.add(HASH, NOW.plusSeconds(3600), 1);
        Optional<Usage> ofAnotherKey = counts.add(KeyHash.of("phx_other"), NOW, 1);

        assertThat(inTheSameMinute).contains(new Usage(4, 4));
        assertThat(inTheNextMinute).contains(new Usage(1, 5));
        assertThat(inTheNextHour).contains(new Usage(1, 1));
        assertThat(ofAnotherKey).contains(new Usage(1, 1));
        assertThat(admissions(NOW).find(HASH, 7, NOW).usage()).isEqualTo(new Usage(4, 5));
    }

    @Test
    void keepsRulesOfAccessByTheirSubjects() {
        projects().save(PROJECT);
        DynamoDbAccessRules rules = new DynamoDbAccessRules(dynamoDb(), store().projectsTable());
        AccessRule.Subject one = new AccessRule.Subject(AccessResource.INSIGHT, "5", "member-1");
        AccessRule viewer = new AccessRule(one, AccessLevel.VIEWER, 3, NOW, NOW);
        AccessRule manager = new AccessRule(one, AccessLevel.MANAGER, 3, NOW, NOW.plusSeconds(9));
        AccessRule ofAll =
                new AccessRule(
                        new AccessRule.Subject(AccessResource.INSIGHT, "", ""),
                        AccessLevel.NONE,
                        3,
                        NOW,
                        NOW);

        rules.save(7, viewer);
        rules.save(7, ofAll);
        rules.save(7, manager);

        assertThat(storedRules()).containsExactlyInAnyOrder(manager, ofAll);
        rules.remove(7, one);
        assertThat(storedRules()).containsExactly(ofAll);
    }

    @Test
    void listsAllProjectsInTheOrderOfTheirNumbers() {
        for (long id : List.of(100L, 7L, 12L)) {
            projects().save(numbered(id));
        }

        assertThat(projects().all())
                .extracting(found -> found.project().id())
                .containsExactly(7L, 12L, 100L);
    }

    @Test
    void findsUsersByTheirUuid() {
        DynamoDbUsers users = new DynamoDbUsers(dynamoDb(), store().projectsTable());
        User user = new User(users.nextId(), "uuid-1", "a@b.example", "Ann", Membership.ADMIN);

        users.save(user);

        assertThat(users.find("uuid-1")).contains(user);
        assertThat(users.find("uuid-2")).isEmpty();
        assertThat(users.all()).containsExactly(user);
        assertThat(users.nextId()).isGreaterThan(user.id());
    }

    private List<AccessRule> storedRules() {
        return admissions(NOW).find(HASH, 7, NOW).project().orElseThrow().rules().rules();
    }

    private static Project numbered(long id) {
        return new Project(
                id,
                "project " + id,
                "",
                ZoneId.of("UTC"),
                DayOfWeek.SUNDAY,
                "[]",
                List.of(),
                Project.NO_EVENT_YET,
                0,
                SideTables.none(),
                PropertyDefinitions.none());
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

    private Map<String, AttributeValue> storedKey() {
        Map<String, AttributeValue> key = Map.of("key_hash", AttributeValue.fromS(HASH.text()));
        return dynamoDb()
                .getItem(request -> request.tableName(store().apiKeysTable()).key(key))
                .item();
    }
}
