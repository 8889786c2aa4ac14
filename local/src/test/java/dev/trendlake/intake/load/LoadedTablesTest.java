package dev.trendlake.intake.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trendlake.aws.athena.AthenaQueryEngine;
import dev.trendlake.aws.dynamodb.DynamoDbMemberVersions;
import dev.trendlake.intake.lake.PersonRow;
import dev.trendlake.intake.source.EventSource;
import dev.trendlake.lake.CohortMember;
import dev.trendlake.lake.PeopleFinder;
import dev.trendlake.lake.PeopleFinder.Search;
import dev.trendlake.local.stack.StackClients;
import dev.trendlake.plan.LakeTables;
import dev.trendlake.plan.PeoplePlanner;
import dev.trendlake.project.PeopleList;
import dev.trendlake.project.PersonNaming;
import dev.trendlake.project.Project;
import dev.trendlake.project.SideTables;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.athena.AthenaClient;

/** The tables beside the events, as the engine reads them. */
class LoadedTablesTest {
    private static LoadedLake lake;

    @BeforeAll
    static void start(@TempDir Path folder) {
        lake = new LoadedLake(folder);
    }

    @AfterAll
    static void stop() {
        lake.close();
    }

    @Test
    void knowsThePersonBehindADistinctIdAfterAMerge() throws Exception {
        lake.load(1, source(event("anonymous", "p1"), event("known", "p2")));
        persons(1, person("anonymous", "p1", 1, 1, "{}"), person("known", "p2", 1, 1, "{}"));
        persons(1, person("anonymous", "p2", 2, 3, "{\"plan\":\"größe\"}"));

        assertThat(
                        lake.rows(
                                """
                                SELECT e.distinct_id, p.person_id, p.properties,
                                  p.person_key = from_big_endian_64(xxhash64(to_utf8(p.person_id))),
                                  to_unixtime(p.created_at) * 1000
                                FROM events e LEFT JOIN persons p
                                  ON p.project_id = '1' AND p.version = '%d' AND p.distinct_id = e.distinct_id
                                WHERE e.project_id = '1' AND e.day = '2020-01-02' ORDER BY 1\
                                """
                                        .formatted(versions(1).persons())))
                .containsExactly(
                        "anonymous p2 {\"plan\":\"größe\"} true 1.577934245678E12",
                        "known p2 {\"plan\":\"größe\"} true 1.577934245678E12");
    }

    @Test
    void readsNoVersionButTheOneThatIsNamed() throws Exception {
        persons(2, person("a", "p1", 1, 1, "{}"));
        long first = versions(2).persons();
        persons(2, person("b", "p2", 1, 1, "{}"));
        long second = versions(2).persons();

        assertThat(second).isGreaterThan(first);
        assertThat(distinctIds(2, first)).containsExactly("a");
        assertThat(distinctIds(2, second)).containsExactly("a", "b");
    }

    @Test
    void makesKeptResultsNewOnlyWhenPersonsChanged() throws Exception {
        PersonsReport first = persons(3, person("a", "p1", 1, 1, "{}"));
        Project before = lake.project(3);
        PersonsReport again = persons(3, person("a", "p1", 1, 1, "{}"));

        assertThat(first).isEqualTo(new PersonsReport(1, 1, 0));
        assertThat(again).isEqualTo(new PersonsReport(1, 0, 0));
        assertThat(before.lakeVersion()).isEqualTo(1);
        assertThat(lake.project(3)).isEqualTo(before);
    }

    @Test
    void learnsGroupsFromEventsThatIdentifyThem() throws Exception {
        lake.load(
                4,
                source(
                        group("b", "2020-01-03", "acme", "{\"size\":20}"),
                        group("a", "2020-01-02", "acme", "{\"size\":10,\"price\":1.50}"),
                        group("c", "2020-01-02", "other", "{}").replace("company", "unheard")));
        lake.load(4, source(group("d", "2020-01-01", "acme", "{\"size\":5,\"old\":true}")));

        assertThat(
                        lake.rows(
                                """
                                SELECT type_index, group_key, cast(updated_at AS varchar), properties FROM groups
                                WHERE project_id = '4' AND version = '%d'\
                                """
                                        .formatted(versions(4).groups())))
                .containsExactly(
                        "0 acme 2020-01-03 00:00:00.000"
                                + " {\"size\":20,\"price\":1.50,\"old\":true}");
    }

    @Test
    void listsTheMembersOfStaticCohortsWithTheKeysOfTheirPersons() throws Exception {
        lake.clients()
                .memberFiles()
                .write(
                        5,
                        99,
                        List.of(
                                new CohortMember(9, "größe \"😀\"\n\\"),
                                new CohortMember(8, "fea61af6-78a1-5be4-abb5-da863ab6b5c1")));

        assertThat(
                        lake.rows(
                                """
                                SELECT cohort_id, person_id,
                                  person_key = from_big_endian_64(xxhash64(to_utf8(person_id))) FROM cohort_people
                                WHERE project_id = '5' AND version = '99' ORDER BY 1\
                                """))
                .containsExactly(
                        "8 fea61af6-78a1-5be4-abb5-da863ab6b5c1 true", "9 größe \"😀\"\n\\ true");
    }

    @Test
    void findsPeopleByTheirNamesInThePersonsAndElseInTheEvents() throws Exception {
        lake.load(5, source(event("stranger", "p2"), event("stranger2", "p4"), event("a", "p0")));
        List<String> withoutPersons = people(5, PersonNaming.DISTINCT_ID, "a", "stranger");
        persons(
                5,
                person("a", "p1", 1, 1, "{\"email\":\"a@x.org\"}"),
                person("b", "p1", 1, 1, "{\"email\":\"a@x.org\"}"));

        assertThat(withoutPersons).containsExactlyInAnyOrder("p0", "p2");
        assertThat(people(5, PersonNaming.DISTINCT_ID, "a", "b", "stranger", "nobody"))
                .containsExactlyInAnyOrder("p1", "p2");
        assertThat(people(5, PersonNaming.PERSON_ID, "p1", "p2", "p3"))
                .containsExactlyInAnyOrder("p1", "p2");
        assertThat(people(5, PersonNaming.EMAIL, "a@x.org", "A@x.org", "b")).containsExactly("p1");
    }

    @Test
    void refusesPersonsOfAProjectThatIsNotThere() {
        assertThatThrownBy(() -> persons(987, person("a", "p1", 1, 1, "{}")))
                .isInstanceOf(LoadFailed.class)
                .hasMessage("there is no project 987");
    }

    private static List<String> distinctIds(long project, long version) throws Exception {
        return lake.clients().sideTableFiles().read(PersonRow.TABLE, project, version).stream()
                .map(PersonRow::distinctId)
                .toList();
    }

    private static SideTables versions(long project) {
        return lake.project(project).sideTables();
    }

    private static List<String> people(long project, PersonNaming naming, String... names)
            throws Exception {
        StackClients clients = lake.clients();
        try (AthenaClient athena = clients.athena()) {
            PeopleFinder finder =
                    new PeopleFinder(
                            new PeoplePlanner(LakeTables.usual()),
                            new AthenaQueryEngine(athena, "main", "lake"),
                            clients.memberFiles(),
                            new DynamoDbMemberVersions(clients.dynamoDb(), "projects"));
            Search search =
                    new Search(
                            Instant.parse("2020-01-05T00:00:00Z"),
                            UUID.randomUUID().toString(),
                            () -> Duration.ofMinutes(1));
            PeopleList people = new PeopleList(naming, List.of(names));
            return List.copyOf(finder.find(lake.project(project), people, search));
        }
    }

    private static PersonsReport persons(long project, String... lines) throws LoadFailed {
        return lake.clients()
                .personLoader(Clock.systemUTC())
                .load(project, List.of(source(lines)), BadLines.FATAL, LoadListener.none());
    }

    private static EventSource source(String... lines) {
        return EventSource.of("test.jsonl", String.join("\n", lines).getBytes(UTF_8));
    }

    private static String event(String distinctId, String personId) {
        return """
        {"uuid":"%1$s","event":"e","distinct_id":"%1$s","person_id":"%2$s","timestamp":"2020-01-02T00:00:00Z"}\
        """
                .formatted(distinctId, personId);
    }

    private static String group(String uuid, String day, String key, String properties) {
        return """
        {"uuid":"%s","event":"$groupidentify","distinct_id":"d","timestamp":"%sT00:00:00Z",\
        "properties":{"$group_type":"company","$group_key":"%s","$group_set":%s}}\
        """
                .formatted(uuid, day, key, properties);
    }

    private static String person(
            String distinctId,
            String personId,
            long distinctIdVersion,
            long personVersion,
            String properties) {
        return """
        {"team_id":1,"distinct_id":"%s","person_id":"%s","person_distinct_id_version":%d,"person_version":%d,\
        "created_at":"2020-01-02T03:04:05.678900Z","is_deleted":false,"properties":%s}\
        """
                .formatted(distinctId, personId, distinctIdVersion, personVersion, properties);
    }
}
