package dev.trendlake.aws;

import static dev.trendlake.project.PropertyType.BOOLEAN;
import static dev.trendlake.project.PropertyType.DATE_TIME;
import static dev.trendlake.project.PropertyType.NUMERIC;
import static dev.trendlake.project.PropertyType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trendlake.aws.dynamodb.DynamoDbProjects;
import dev.trendlake.aws.dynamodb.DynamoDbTaxonomy;
import dev.trendlake.aws.dynamodb.LearnedNames;
import dev.trendlake.aws.dynamodb.NameLimits;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.project.DefinitionIds;
import dev.trendlake.project.EventDefinition;
import dev.trendlake.project.NamesLeftOut;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinition;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.PropertyHolder;
import dev.trendlake.project.PropertyType;
import dev.trendlake.project.SeenNames;
import dev.trendlake.project.SideTables;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is learned of names and types, whoever stands in for AWS. */
abstract class LearnedNamesContract extends SavedDefinitionsContract {
    private static final PropertyHolder EVENTS = new PropertyHolder.Events();
    private static final PropertyHolder PERSONS = new PropertyHolder.Persons();
    private static final PropertyHolder TEAMS = new PropertyHolder.Groups(1);
    private static final NamesLeftOut NOTHING = new NamesLeftOut(false, Set.of(), false, 0);

    @Test
    void declaresTheTypesThatItLearnsButForTexts() {
        makeProject(PropertyDefinitions.none());

        learn(EVENTS, Map.of("price", NUMERIC, "a.b#c", BOOLEAN, "name", STRING));
        learn(PERSONS, Map.of("since", DATE_TIME));
        learn(TEAMS, Map.of("size", NUMERIC));

        assertThat(declared())
                .isEqualTo(
                        new PropertyDefinitions(
                                Map.of("price", NUMERIC, "a.b#c", BOOLEAN),
                                Map.of("since", DATE_TIME),
                                Map.of(1, Map.of("size", NUMERIC))));
    }

    @Test
    void staysWithTheFirstType() {
        makeProject(PropertyDefinitions.none());

        learn(EVENTS, Map.of("price", NUMERIC, "name", STRING));
        learn(EVENTS, Map.of("price", STRING, "name", NUMERIC));

        assertThat(declared().ofEvents()).isEqualTo(Map.of("price", NUMERIC));
    }

    @Test
    void learnsATypeAfterTheName() {
        makeProject(PropertyDefinitions.none());

        learn(
                new SeenNames(
                        Map.of(), Map.of(EVENTS, properties(Set.of("price"), Map.of())), Map.of()));
        learn(EVENTS, Map.of("price", NUMERIC));

        assertThat(declared().ofEvents()).isEqualTo(Map.of("price", NUMERIC));
    }

    @Test
    void leavesDeclaredTypesAsTheyAre() {
        PropertyDefinitions byHand =
                new PropertyDefinitions(
                        Map.of("price", BOOLEAN, "code", STRING), Map.of(), Map.of());
        makeProject(byHand);

        learn(EVENTS, Map.of("price", NUMERIC, "code", NUMERIC));

        assertThat(declared()).isEqualTo(byHand);
    }

    @Test
    void learnsMoreTypesThanOneTransactionTakes() {
        makeProject(PropertyDefinitions.none());
        Map<String, PropertyType> many = numbers("n", 250);

        assertThat(learn(EVENTS, many)).isEqualTo(NOTHING);

        assertThat(declared().ofEvents()).isEqualTo(many);
    }

    @Test
    void losesNothingWhenSeveralLearnAtOnce() throws Exception {
        makeProject(PropertyDefinitions.none());
        Map<String, PropertyType> numbers = numbers("n", 60);
        Map<String, PropertyType> truths = new HashMap<>(numbers);
        truths.replaceAll((_, _) -> BOOLEAN);
        truths.put("other", BOOLEAN);

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Callable<NamesLeftOut>> loads =
                    List.of(() -> learn(EVENTS, numbers), () -> learn(EVENTS, truths));
            for (Future<NamesLeftOut> load : threads.invokeAll(loads)) {
                assertThat(load.get()).isEqualTo(NOTHING);
            }
        }

        assertThat(declared().ofEvents().keySet()).isEqualTo(truths.keySet());
        Map<String, PropertyType> settled = declared().ofEvents();
        learn(EVENTS, numbers);
        learn(EVENTS, truths);
        assertThat(declared().ofEvents()).isEqualTo(settled);
    }

    @Test
    void tellsWhenThereAreMoreNamesThanItKeeps() {
        makeProject(PropertyDefinitions.none());
        NameLimits limits = new NameLimits(3, 2, 1_000);

        assertThat(learn(limits, EVENTS, numbers("n", 3))).isEqualTo(NOTHING);
        assertThat(learn(limits, EVENTS, numbers("n", 4)))
                .isEqualTo(new NamesLeftOut(false, Set.of(EVENTS), false, 0));
        assertThat(declared().ofEvents()).isEqualTo(numbers("n", 3));
        assertThat(learn(limits, PERSONS, numbers("n", 3))).isEqualTo(NOTHING);
    }

    @Test
    void tellsHowManyTypesHaveNoRoom() {
        makeProject(PropertyDefinitions.none());

        // A number takes its name, the word Numeric, and 4 bytes.
        NamesLeftOut leftOut = learn(new NameLimits(100, 2, 40), EVENTS, numbers("n", 5));

        assertThat(leftOut).isEqualTo(new NamesLeftOut(false, Set.of(), false, 2));
        assertThat(declared().ofEvents()).isEqualTo(numbers("n", 3));
    }

    @Test
    void keepsTheFirstAndTheLastTimeOfAnEvent() {
        makeProject(PropertyDefinitions.none());

        learn(events("order", "2020-01-02T00:00:00.250Z", "2020-01-03T00:00:00Z"));
        learn(events("order", "2020-01-02T00:00:00.500Z", "2020-01-02T12:00:00Z"));
        learn(events("order", "2020-01-02T00:00:00Z", "2020-01-03T00:00:00.001Z"));

        assertThat(taxonomy().events())
                .containsExactly(
                        new EventDefinition(
                                DefinitionIds.ofEvent(7, "order"),
                                "order",
                                Instant.parse("2020-01-02T00:00:00Z"),
                                Instant.parse("2020-01-03T00:00:00.001Z")));
    }

    @Test
    void keepsWhichPropertiesEventsHave() {
        makeProject(PropertyDefinitions.none());

        learn(new SeenNames(Map.of(), Map.of(), Map.of("a", Set.of("x"), "b", Set.of("y"))));
        learn(new SeenNames(Map.of(), Map.of(), Map.of("a", Set.of("x", "z"))));

        assertThat(taxonomy().propertiesOf(Set.of("a"))).containsExactlyInAnyOrder("x", "z");
        assertThat(taxonomy().propertiesOf(Set.of("a", "b", "c")))
                .containsExactlyInAnyOrder("x", "y", "z");
        assertThat(taxonomy().propertiesOf(Set.of())).isEmpty();
    }

    @Test
    void tellsWhenAnEventHasMorePropertiesThanItKeeps() {
        makeProject(PropertyDefinitions.none());
        SeenNames seen = new SeenNames(Map.of(), Map.of(), Map.of("a", Set.of("x", "y", "z")));

        NamesLeftOut leftOut =
                new LearnedNames(
                                dynamoDb(),
                                store().projectsTable(),
                                7,
                                new NameLimits(10, 2, 1_000))
                        .learn(seen);

        assertThat(leftOut).isEqualTo(new NamesLeftOut(false, Set.of(), true, 0));
        assertThat(taxonomy().propertiesOf(Set.of("a"))).containsExactlyInAnyOrder("x", "y");
    }

    @Test
    void staysWithTheTypeThatSomebodySet() throws Exception {
        makeProject(PropertyDefinitions.none());
        Map<String, PropertyType> numbers = numbers("n", 40);

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<NamesLeftOut> load = threads.submit(() -> learn(EVENTS, numbers));
            Future<?> changes =
                    threads.submit(() -> {
                        for (int i = 0; i < 10; i++) {
                            setType("n" + i, STRING);
                        }
                    });
            assertThat(load.get()).isEqualTo(NOTHING);
            changes.get();
        }
        learn(EVENTS, numbers);

        Map<String, PropertyType> expected = new HashMap<>(numbers);
        IntStream.range(0, 10).forEach(number -> expected.remove("n" + number));
        assertThat(declared().ofEvents()).isEqualTo(expected);
    }

    @Test
    void findsWhatWasDeclaredByHandAmongTheNames() {
        makeProject(
                new PropertyDefinitions(Map.of(), Map.of(), Map.of(1, Map.of("size", NUMERIC))));

        PropertyDefinition size = taxonomy().properties(TEAMS).getFirst();

        assertThat(size.name()).isEqualTo("size");
        assertThat(size.type()).contains(NUMERIC);
        assertThat(taxonomy().property(size.id()).map(PropertyDefinition::name)).contains("size");
    }

    @Test
    void refusesATypeForWhichThereIsNoRoom() {
        Map<String, PropertyType> many = numbers("n".repeat(180), 1_600);
        makeProject(new PropertyDefinitions(many, Map.of(), Map.of()));

        assertThatThrownBy(() -> setType("price", NUMERIC))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("as many properties as can be kept");
        setType("price", STRING);
        assertThat(declared().ofEvents()).isEqualTo(many);
    }

    private void setType(String name, PropertyType type) {
        PropertyDefinition before =
                new PropertyDefinition(
                        DefinitionIds.ofProperty(7, EVENTS, name), EVENTS, name, null, "{}");
        taxonomy().save(before, before.with(type, "{}"));
    }

    private DynamoDbTaxonomy taxonomy() {
        return new DynamoDbTaxonomy(
                dynamoDb(), store().projectsTable(), projects().find(7).orElseThrow());
    }

    private static SeenNames events(String name, String first, String last) {
        return new SeenNames(
                Map.of(name, new SeenNames.Times(Instant.parse(first), Instant.parse(last))),
                Map.of(),
                Map.of());
    }

    void makeProject(PropertyDefinitions definitions) {
        projects()
                .save(
                        new Project(
                                7,
                                "a project",
                                "",
                                ZoneId.of("UTC"),
                                DayOfWeek.SUNDAY,
                                "[]",
                                List.of("company", "team"),
                                Project.NO_EVENT_YET,
                                0,
                                SideTables.none(),
                                definitions));
    }

    private PropertyDefinitions declared() {
        return projects().find(7).orElseThrow().propertyDefinitions();
    }

    private DynamoDbProjects projects() {
        return new DynamoDbProjects(dynamoDb(), store().projectsTable());
    }

    private NamesLeftOut learn(PropertyHolder holder, Map<String, PropertyType> types) {
        return learn(NameLimits.standard(), holder, types);
    }

    private NamesLeftOut learn(
            NameLimits limits, PropertyHolder holder, Map<String, PropertyType> types) {
        return new LearnedNames(dynamoDb(), store().projectsTable(), 7, limits)
                .learn(
                        new SeenNames(
                                Map.of(),
                                Map.of(holder, properties(types.keySet(), types)),
                                Map.of()));
    }

    private void learn(SeenNames seen) {
        assertThat(
                        new LearnedNames(
                                        dynamoDb(),
                                        store().projectsTable(),
                                        7,
                                        NameLimits.standard())
                                .learn(seen))
                .isEqualTo(NOTHING);
    }

    private static SeenNames.Properties properties(
            Set<String> names, Map<String, PropertyType> types) {
        return new SeenNames.Properties(names, types);
    }

    private static Map<String, PropertyType> numbers(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> prefix + number)
                .collect(Collectors.toMap(name -> name, _ -> NUMERIC));
    }
}
