package dev.trendlake.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.aws.dynamodb.DynamoDbDefinitions;
import dev.trendlake.aws.dynamodb.DynamoDbMemberVersions;
import dev.trendlake.aws.dynamodb.DynamoDbPartitionChanges;
import dev.trendlake.aws.dynamodb.DynamoDbPartitionVersions;
import dev.trendlake.aws.dynamodb.DynamoDbProjects;
import dev.trendlake.aws.dynamodb.DynamoDbSavedDefinitions;
import dev.trendlake.aws.s3.S3MemberFiles;
import dev.trendlake.lake.CohortMember;
import dev.trendlake.lake.CohortSize;
import dev.trendlake.lake.StaticCohorts;
import dev.trendlake.project.ActionDefinition;
import dev.trendlake.project.Author;
import dev.trendlake.project.CohortDefinition;
import dev.trendlake.project.Details;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.SavedAction;
import dev.trendlake.project.SavedCohort;
import dev.trendlake.project.SavedDefinitions;
import dev.trendlake.project.SideTables;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What the adapters of saved definitions and of static cohorts do. */
public abstract class SavedDefinitionsContract extends DefinitionsContract {
    private static final Instant NOW = Instant.parse("2026-11-23T10:20:30.123Z");
    private static final Author AUTHOR = new Author(4, "uuid-4", "Ada", "ada@example.org");

    @Test
    void findsTheActionThatItCreated() {
        SavedAction created = actions().create(7, fresh("signed up"));

        assertThat(created.id()).isEqualTo(1);
        assertThat(actions().find(7, 1)).contains(created);
        assertThat(created.details().createdAt()).isEqualTo(NOW);
        assertThat(created.details().author()).isEqualTo(AUTHOR);
        assertThat(new DynamoDbDefinitions(dynamoDb(), store().projectsTable(), 7).action(1))
                .contains(new ActionDefinition(1, "signed up", "[]"));
    }

    @Test
    void givesNoNumberAwayTwiceToThoseWhoComeTogether() throws Exception {
        List<Future<SavedAction>> created = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int index = 0; index < 16; index++) {
                created.add(threads.submit(() -> actions().create(7, fresh("a"))));
            }
        }
        Set<Long> numbers = new TreeSet<>();
        for (Future<SavedAction> one : created) {
            numbers.add(one.get().id());
        }

        assertThat(numbers).hasSize(16);
        assertThat(actions().all(7)).hasSize(16);
    }

    @Test
    void passesByTheNumbersThatWereWrittenByHand() {
        var byHand = new DynamoDbDefinitions(dynamoDb(), store().projectsTable(), 7);
        byHand.save(new ActionDefinition(1, "one", "[]"));
        byHand.save(new ActionDefinition(12, "twelve", "[]"));

        assertThat(actions().create(7, fresh("new")).id()).isEqualTo(13);
        assertThat(actions().find(7, 1).orElseThrow().name()).isEqualTo("one");
        assertThat(actions().create(8, fresh("another project's")).id()).isEqualTo(1);
    }

    @Test
    void losesNoChangeOfTwo() {
        SavedAction found = actions().create(7, fresh("a"));
        SavedAction first = renamed(found, "first");
        SavedAction second = renamed(found, "second");

        assertThat(actions().replace(7, first)).isPresent();
        assertThat(actions().replace(7, second)).isEmpty();
        assertThat(actions().find(7, 1).orElseThrow().name()).isEqualTo("first");
    }

    @Test
    void changesWhatWasWrittenByHand() {
        new DynamoDbDefinitions(dynamoDb(), store().projectsTable(), 7)
                .save(new ActionDefinition(3, "by hand", "[]"));
        SavedAction found = actions().find(7, 3).orElseThrow();

        assertThat(found.details()).isEqualTo(new Details("", List.of(), false, null, null, 0));
        assertThat(actions().replace(7, renamed(found, "changed"))).isPresent();
        assertThat(actions().replace(7, renamed(found, "too late"))).isEmpty();
        assertThat(actions().find(7, 3).orElseThrow().name()).isEqualTo("changed");
    }

    @Test
    void changesNothingThatIsNotThere() {
        assertThat(actions().replace(7, fresh("a").numbered(5))).isEmpty();
        assertThat(actions().find(7, 5)).isEmpty();
    }

    @Test
    void listsWhatWasNotDeleted() {
        SavedAction kept = actions().create(7, fresh("kept"));
        SavedAction deleted = actions().create(7, fresh("deleted"));
        actions().replace(7, deleted.deleted(true));

        assertThat(actions().all(7)).containsExactly(kept);
        assertThat(actions().find(7, 2).orElseThrow().details().deleted()).isTrue();
        assertThat(actions().create(7, fresh("next")).id()).isEqualTo(3);
    }

    @Test
    void keepsTheMembersOfACohortThatIsChanged() {
        projects().save(project());
        SavedCohort cohort = cohorts().create(7, cohort("paying"));
        CohortSize size = members().add(7, cohort.id(), Set.of("p1", "p2"));
        SavedCohort found = cohorts().find(7, cohort.id()).orElseThrow();

        cohorts().replace(7, found.deleted(true));

        assertThat(size).isEqualTo(new CohortSize(1, 2, NOW));
        assertThat(found.members()).isEqualTo(2);
        assertThat(found.countedAt()).isEqualTo(NOW);
        assertThat(cohorts().find(7, cohort.id()).orElseThrow().members()).isEqualTo(2);
    }

    @Test
    void addsMembersToThoseThatAreThere() {
        projects().save(project());
        cohorts().create(7, cohort("one"));
        cohorts().create(7, cohort("two"));

        members().add(7, 1, Set.of("p1", "p2"));
        members().add(7, 2, Set.of("p1"));
        CohortSize size = members().add(7, 1, Set.of("p2", "p3"));

        Project project = projects().find(7).orElseThrow();
        assertThat(size.members()).isEqualTo(3);
        assertThat(project.lakeVersion()).isEqualTo(3);
        assertThat(files().read(7, project.sideTables().cohortPeople()))
                .containsExactly(
                        new CohortMember(1, "p1"),
                        new CohortMember(1, "p2"),
                        new CohortMember(1, "p3"),
                        new CohortMember(2, "p1"));
    }

    @Test
    void losesNoMembersThatCameTogether() throws Exception {
        projects().save(project());
        cohorts().create(7, cohort("one"));
        List<Future<CohortSize>> added = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (String person : List.of("p1", "p2", "p3")) {
                added.add(threads.submit(() -> members().add(7, 1, Set.of(person))));
            }
        }
        for (Future<CohortSize> one : added) {
            one.get();
        }

        assertThat(cohorts().find(7, 1).orElseThrow().members()).isEqualTo(3);
    }

    // Before it counts: no question is answered from a version that is raised afterwards.
    @Test
    void raisesTheVersionOfMembersThatCount() {
        projects().save(project());
        cohorts().create(7, cohort("one"));

        members().add(7, 1, Set.of("p1"));

        SideTables counting = projects().find(7).orElseThrow().sideTables();
        YearMonth month = YearMonth.of(2026, 11);
        assertThat(
                        new DynamoDbPartitionVersions(dynamoDb(), store().partitionsTable())
                                .read(7, month, month, counting)
                                .cohortPeople())
                .isEqualTo(1);
    }

    private SavedDefinitions<SavedAction> actions() {
        return DynamoDbSavedDefinitions.actions(dynamoDb(), store().projectsTable());
    }

    private SavedDefinitions<SavedCohort> cohorts() {
        return DynamoDbSavedDefinitions.cohorts(dynamoDb(), store().projectsTable());
    }

    private StaticCohorts members() {
        return new StaticCohorts(
                files(),
                new DynamoDbMemberVersions(dynamoDb(), store().projectsTable()),
                new DynamoDbPartitionChanges(dynamoDb(), store().partitionsTable()),
                InstantSource.fixed(NOW));
    }

    private S3MemberFiles files() {
        return new S3MemberFiles(this::s3, store().bucket());
    }

    private DynamoDbProjects projects() {
        return new DynamoDbProjects(dynamoDb(), store().projectsTable());
    }

    private static SavedAction fresh(String name) {
        return new SavedAction(new ActionDefinition(0, name, "[]"), Details.createdAt(NOW, AUTHOR));
    }

    private static SavedAction renamed(SavedAction action, String name) {
        return new SavedAction(
                new ActionDefinition(action.id(), name, action.definition().steps()),
                action.details());
    }

    private static SavedCohort cohort(String name) {
        return new SavedCohort(
                new CohortDefinition(0, name, true, "{}", "[]"),
                Details.createdAt(NOW, AUTHOR),
                null,
                null);
    }

    private static Project project() {
        return new Project(
                7,
                "seven",
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
}
