package dev.trendlake.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.aws.dynamodb.DynamoDbAnnouncedChanges;
import dev.trendlake.aws.dynamodb.DynamoDbPartitionChanges;
import dev.trendlake.aws.dynamodb.DynamoDbPartitionVersions;
import dev.trendlake.cache.LakeVersions;
import dev.trendlake.lake.AnnouncedChanges;
import dev.trendlake.lake.LakePartition;
import dev.trendlake.lake.LakePartition.EventDay;
import dev.trendlake.lake.LakePartition.TableVersion;
import dev.trendlake.lake.ObjectChange;
import dev.trendlake.lake.ObjectChange.Kind;
import dev.trendlake.lake.PartitionChanges;
import dev.trendlake.project.SideTableName;
import dev.trendlake.project.SideTables;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the adapters of partitions' versions do, whoever stands in for AWS. */
abstract class PartitionsContract extends EventLayoutContract {
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOW = Instant.parse("2026-11-23T10:20:30Z");

    @Test
    void readsZeroOfWhatNeverChanged() {
        assertThat(versions().read(7, OCTOBER, NOVEMBER, new SideTables(1, 2, 3)))
                .isEqualTo(new LakeVersions(OCTOBER, NOVEMBER, Map.of(), 0, 0, 0));
    }

    @Test
    void readsHowOftenEachDayWasRaised() {
        changes().raise(Set.of(day(DAY), day(LocalDate.of(2026, 10, 1))));
        changes().raise(Set.of(day(DAY), day(LocalDate.of(2026, 10, 31))));

        assertThat(versions().read(7, OCTOBER, NOVEMBER, SideTables.none()).days())
                .isEqualTo(
                        Map.of(
                                LocalDate.of(2026, 10, 1),
                                1L,
                                LocalDate.of(2026, 10, 31),
                                1L,
                                DAY,
                                2L));
    }

    @Test
    void readsNothingOfOtherMonthsAndProjects() {
        changes().raise(Set.of(day(DAY), new EventDay(8, LocalDate.of(2026, 10, 5))));

        assertThat(versions().read(7, OCTOBER, OCTOBER, SideTables.none()).days()).isEmpty();
    }

    @Test
    void readsTheVersionsOfTheTablesThatCount() {
        changes()
                .raise(
                        Set.of(
                                new TableVersion(7, SideTableName.PERSONS, 4),
                                new TableVersion(7, SideTableName.GROUPS, 5),
                                new TableVersion(7, SideTableName.COHORT_PEOPLE, 6)));
        changes().raise(Set.of(new TableVersion(7, SideTableName.PERSONS, 4)));
        changes().raise(Set.of(new TableVersion(7, SideTableName.GROUPS, 4)));

        assertThat(versions().read(7, NOVEMBER, NOVEMBER, new SideTables(4, 5, 7)))
                .isEqualTo(new LakeVersions(NOVEMBER, NOVEMBER, Map.of(), 2, 1, 0));
    }

    @Test
    void raisesEveryDayOfALeapMonthAtOnce() {
        List<LocalDate> days =
                LocalDate.of(2024, 2, 1).datesUntil(LocalDate.of(2024, 3, 1)).toList();

        changes()
                .raise(
                        days.stream()
                                .map(PartitionsContract::day)
                                .collect(Collectors.toUnmodifiableSet()));

        YearMonth february = YearMonth.of(2024, 2);
        assertThat(versions().read(7, february, february, SideTables.none()).days())
                .hasSize(29)
                .containsOnlyKeys(days)
                .allSatisfy((_, version) -> assertThat(version).isEqualTo(1));
    }

    // More keys than DynamoDB takes in one call.
    @Test
    void readsManyYears() {
        LocalDate early = LocalDate.of(2010, 1, 31);
        changes().raise(Set.of(day(early), day(DAY)));

        assertThat(
                        versions()
                                .read(7, YearMonth.of(2010, 1), NOVEMBER, new SideTables(1, 1, 1))
                                .days())
                .isEqualTo(Map.of(early, 1L, DAY, 1L));
    }

    @Test
    void losesNoneOfManyWhoRaiseAtOnce() throws Exception {
        List<Future<?>> raises = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int raise = 0; raise < 40; raise++) {
                raises.add(threads.submit(() -> changes().raise(Set.of(day(DAY)))));
            }
        }
        for (Future<?> raise : raises) {
            raise.get();
        }

        assertThat(versions().read(7, NOVEMBER, NOVEMBER, SideTables.none()).of(DAY)).isEqualTo(40);
    }

    @Test
    void raisesNothingWhenNothingChanged() {
        changes().raise(Set.<LakePartition>of());

        assertThat(partitions()).isEmpty();
    }

    @Test
    void givesAnAnnouncedChangeOnce() {
        announced().announce(day(DAY), Set.of(created("a"), removed("b")));

        assertThat(announced().take(day(DAY), Set.of(created("a"), created("b"))))
                .containsExactly(created("a"));
        assertThat(announced().take(day(DAY), Set.of(created("a"), removed("b"))))
                .containsExactly(removed("b"));
        assertThat(announced().take(day(DAY), Set.of(removed("b")))).isEmpty();
    }

    @Test
    void givesNothingOfAnotherDayOrProject() {
        announced().announce(day(DAY), Set.of(created("a")));

        assertThat(announced().take(day(DAY.plusDays(1)), Set.of(created("a")))).isEmpty();
        assertThat(announced().take(new EventDay(8, DAY), Set.of(created("a")))).isEmpty();
    }

    @Test
    void keepsWhatWasAnnouncedBefore() {
        announced().announce(day(DAY), Set.of(created("a")));
        announced().announce(day(DAY), Set.of(created("b")));

        assertThat(announced().take(day(DAY), Set.of(created("a"), created("b")))).hasSize(2);
    }

    @Test
    void givesAnAnnouncedChangeToOneOfManyWhoAskAtOnce() throws Exception {
        announced().announce(day(DAY), Set.of(created("a")));
        List<Future<Set<ObjectChange>>> taken = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int caller = 0; caller < 20; caller++) {
                taken.add(threads.submit(() -> announced().take(day(DAY), Set.of(created("a")))));
            }
        }
        int given = 0;
        for (Future<Set<ObjectChange>> one : taken) {
            given += one.get().size();
        }

        assertThat(given).isEqualTo(1);
    }

    @Test
    void writesNothingForAChangeThatWasNotAnnounced() {
        assertThat(announced().take(day(DAY), Set.of(created("a")))).isEmpty();
        assertThat(announced().take(day(DAY), Set.of())).isEmpty();
        announced().announce(day(DAY), Set.of());

        assertThat(partitions()).isEmpty();
    }

    @Test
    void forgetsAnnouncementsAfterAFortnight() {
        announced().announce(day(DAY), Set.of(created("a")));

        assertThat(partitions())
                .singleElement()
                .extracting(item -> item.get("expires_at"))
                .isEqualTo(
                        AttributeValue.fromN(
                                Long.toString(
                                        Instant.parse("2026-12-07T10:20:30Z").getEpochSecond())));
    }

    // An item holds 400 KB, which is reached when nobody is told of changes for days.
    @Test
    void forgetsOlderAnnouncementsWhereThereAreTooMany() {
        String name = "events/project_id=7/day=2026-11-23/" + "a".repeat(80);
        for (int many = 0; many < 10; many++) {
            String some = name + many + "-";
            announced()
                    .announce(
                            day(DAY),
                            IntStream.range(0, 500)
                                    .mapToObj(number -> removed(some + number))
                                    .collect(Collectors.toUnmodifiableSet()));
        }
        announced().announce(day(DAY), Set.of(created("the last")));

        assertThat(announced().take(day(DAY), Set.of(removed(name + "0-1"), removed(name + "9-1"))))
                .containsExactly(removed(name + "9-1"));
        assertThat(announced().take(day(DAY), Set.of(created("the last")))).hasSize(1);
    }

    @Test
    void keepsAnnouncementsApartFromVersions() {
        announced().announce(day(DAY), Set.of(created("a")));

        assertThat(versions().read(7, NOVEMBER, NOVEMBER, SideTables.none()).days()).isEmpty();
    }

    private List<Map<String, AttributeValue>> partitions() {
        return dynamoDb().scan(request -> request.tableName(store().partitionsTable())).items();
    }

    private DynamoDbPartitionVersions versions() {
        return new DynamoDbPartitionVersions(dynamoDb(), store().partitionsTable());
    }

    private PartitionChanges changes() {
        return new DynamoDbPartitionChanges(dynamoDb(), store().partitionsTable());
    }

    private AnnouncedChanges announced() {
        return new DynamoDbAnnouncedChanges(
                dynamoDb(), store().partitionsTable(), InstantSource.fixed(NOW));
    }

    private static EventDay day(LocalDate day) {
        return new EventDay(7, day);
    }

    private static ObjectChange created(String key) {
        return new ObjectChange(Kind.CREATED, key);
    }

    private static ObjectChange removed(String key) {
        return new ObjectChange(Kind.REMOVED, key);
    }
}
