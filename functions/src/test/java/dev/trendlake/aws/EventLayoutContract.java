package dev.trendlake.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trendlake.aws.dynamodb.DynamoDbProjects;
import dev.trendlake.aws.dynamodb.DynamoDbPropertyColumns;
import dev.trendlake.project.ColumnProperty;
import dev.trendlake.project.EventFile;
import dev.trendlake.project.EventLayout;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyColumn;
import dev.trendlake.project.PropertyColumns;
import dev.trendlake.project.PropertyDefinitions;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a project's settings say of the layout of its events, whoever stands in for AWS. */
abstract class EventLayoutContract extends LearnedNamesContract {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-27");
    private static final ColumnProperty BROWSER = ColumnProperty.parse("event:$browser");
    private static final ColumnProperty PLAN = ColumnProperty.parse("person:plan");

    @Test
    void readsTheColumnsThatAreRegistered() {
        makeProject(PropertyDefinitions.none());
        change(
                "columns",
                AttributeValue.fromM(
                        Map.of(
                                "property_0", entry("event:$browser", "0001-01-01"),
                                "property_17", entry("person:plan", "2026-11-27"))));

        assertThat(layout().columns())
                .isEqualTo(
                        new PropertyColumns(
                                List.of(
                                        new PropertyColumn(0, BROWSER, LocalDate.of(1, 1, 1)),
                                        new PropertyColumn(17, PLAN, FIRST))));
        assertThat(layout().unreadable()).isEmpty();
    }

    @Test
    void readsFilesThatComeAndGo() {
        makeProject(PropertyDefinitions.none());
        change("files_coming", AttributeValue.fromSs(List.of("2026-11-20/new.parquet")));
        change(
                "files_going",
                AttributeValue.fromSs(
                        List.of("2026-11-27T10:00:00Z 2026-11-20/an old one.parquet")));

        assertThat(layout().leftOut())
                .containsExactly(
                        new EventFile(LocalDate.parse("2026-11-20"), "an old one.parquet"),
                        new EventFile(LocalDate.parse("2026-11-20"), "new.parquet"));
    }

    @Test
    void doesWithoutWhatItCantReadAndNamesIt() {
        makeProject(PropertyDefinitions.none());
        change(
                "columns",
                AttributeValue.fromM(
                        Map.of(
                                "property_0", entry("event:$browser", "2026-11-27"),
                                "property_1", entry("$browser", "2026-11-27"),
                                "property_2", entry("event:$os", "yesterday"),
                                "property_3", entry("event:$browser", "0001-01-01"),
                                "property_24", entry("event:$os", "2026-11-27"),
                                "property_5", AttributeValue.fromS("event:$os"),
                                "extra", entry("event:$os", "2026-11-27"))));
        change(
                "files_coming",
                AttributeValue.fromSs(List.of("2026-11-20/new.parquet", "soon/new.parquet")));
        change("files_going", AttributeValue.fromS("2026-11-20/old.parquet"));

        assertThat(layout().columns().columns())
                .containsExactly(new PropertyColumn(0, BROWSER, FIRST));
        assertThat(layout().leftOut()).extracting(EventFile::name).containsExactly("new.parquet");
        assertThat(layout().unreadable())
                .containsExactlyInAnyOrder(
                        "columns.property_1",
                        "columns.property_2",
                        "columns.property_3",
                        "columns.property_24",
                        "columns.property_5",
                        "columns.extra",
                        "files_coming",
                        "files_going");
    }

    @Test
    void leavesOutAFileThatGoesWithoutATimeAndNamesIt() {
        makeProject(PropertyDefinitions.none());
        change("files_going", AttributeValue.fromSs(List.of("2026-11-20/old.parquet")));

        assertThat(layout().leftOut()).extracting(EventFile::name).containsExactly("old.parquet");
        assertThat(layout().unreadable()).containsExactly("files_going");
    }

    @Test
    void doesWithoutColumnsThatAreNoMap() {
        makeProject(PropertyDefinitions.none());
        change("columns", AttributeValue.fromS("event:$browser"));

        assertThat(layout().columns()).isEqualTo(PropertyColumns.NONE);
        assertThat(layout().unreadable()).containsExactly("columns");
    }

    @Test
    void givesPropertiesTheNextFreePlace() {
        makeProject(PropertyDefinitions.none());
        change("columns", AttributeValue.fromM(Map.of("property_1", AttributeValue.fromS("?"))));

        Optional<PropertyColumn> first = columns().add(7, BROWSER, FIRST);
        Optional<PropertyColumn> second = columns().add(7, PLAN, FIRST);
        Optional<PropertyColumn> again = columns().add(7, BROWSER, FIRST.plusDays(5));

        assertThat(first).contains(new PropertyColumn(0, BROWSER, FIRST));
        assertThat(second).contains(new PropertyColumn(2, PLAN, FIRST));
        assertThat(again).isEqualTo(first);
        assertThat(layout().columns().columns())
                .containsExactly(first.orElseThrow(), second.orElseThrow());
    }

    @Test
    void givesEachOfManyAtOnceAPlaceAsLongAsThereAreAny() {
        makeProject(PropertyDefinitions.none());
        Collection<Optional<PropertyColumn>> given = new ConcurrentLinkedQueue<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(6)) {
            for (int number = 0; number < 30; number++) {
                ColumnProperty property =
                        new ColumnProperty(ColumnProperty.Owner.EVENT, "p" + number);
                callers.execute(() -> given.add(columns().add(7, property, FIRST)));
            }
        }

        assertThat(given).hasSize(30);
        assertThat(given).filteredOn(Optional::isEmpty).hasSize(6);
        assertThat(layout().columns().columns()).hasSize(24);
        assertThat(given.stream().flatMap(Optional::stream))
                .containsExactlyInAnyOrderElementsOf(layout().columns().columns());
    }

    @Test
    void refusesColumnsOfAProjectThatIsNotThere() {
        assertThatThrownBy(() -> columns().add(99, BROWSER, FIRST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no project 99");
    }

    @Test
    void movesTheDayFromWhichAColumnIsCompleteBackOnly() {
        makeProject(PropertyDefinitions.none());
        PropertyColumn column = columns().add(7, BROWSER, FIRST).orElseThrow();

        columns().completeFrom(7, column, FIRST.minusDays(9));
        columns().completeFrom(7, column, FIRST.minusDays(3));
        columns().completeFrom(7, new PropertyColumn(0, PLAN, FIRST), FIRST.minusDays(20));

        assertThat(layout().columns().columns())
                .containsExactly(new PropertyColumn(0, BROWSER, FIRST.minusDays(9)));
    }

    @Test
    void keepsTheLayoutOfAProjectThatIsSavedAgain() {
        makeProject(PropertyDefinitions.none());
        columns().add(7, BROWSER, FIRST);
        change("files_coming", AttributeValue.fromSs(List.of("2026-11-20/new.parquet")));
        Project project = project();
        EventLayout before = project.layout();

        new DynamoDbProjects(dynamoDb(), store().projectsTable())
                .save(project.with(EventLayout.PLAIN));

        assertThat(before.leftOut()).hasSize(1);
        assertThat(layout()).isEqualTo(before);
    }

    private EventLayout layout() {
        return project().layout();
    }

    private Project project() {
        return new DynamoDbProjects(dynamoDb(), store().projectsTable()).find(7).orElseThrow();
    }

    private DynamoDbPropertyColumns columns() {
        return new DynamoDbPropertyColumns(dynamoDb(), store().projectsTable());
    }

    private static AttributeValue entry(String property, String from) {
        return AttributeValue.fromM(
                Map.of(
                        "property", AttributeValue.fromS(property),
                        "from", AttributeValue.fromS(from)));
    }

    private void change(String attribute, AttributeValue value) {
        dynamoDb()
                .updateItem(request ->
                        request.tableName(store().projectsTable())
                                .key(
                                        Map.of(
                                                "project", AttributeValue.fromS("7"),
                                                "item", AttributeValue.fromS("settings")))
                                .updateExpression("SET #name = :value")
                                .expressionAttributeNames(Map.of("#name", attribute))
                                .expressionAttributeValues(Map.of(":value", value)));
    }
}
