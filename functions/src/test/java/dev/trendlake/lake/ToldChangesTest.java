package dev.trendlake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trendlake.error.QueryUnavailable;
import dev.trendlake.lake.LakePartition.EventDay;
import dev.trendlake.lake.LakePartition.TableVersion;
import dev.trendlake.lake.ObjectChange.Kind;
import dev.trendlake.project.SideTableName;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ToldChangesTest {
    private static final EventDay DAY = new EventDay(7, LocalDate.of(2026, 11, 23));
    private static final EventDay NEXT = new EventDay(7, LocalDate.of(2026, 11, 24));
    private static final String FOLDER = "events/project_id=7/day=2026-11-23/";

    private final VersionsInMemory versions = new VersionsInMemory();
    private final AnnouncedInMemory announced = new AnnouncedInMemory();
    private final ToldChanges told = new ToldChanges(versions, announced);

    @Test
    void raisesADayOnceForAllThatIsToldOfTogether() {
        Set<LakePartition> raised =
                told.take(List.of(created("a", "1"), created("b", "2"), removed("c", "3")));

        assertThat(raised).containsExactly(DAY);
        assertThat(versions.all()).isEqualTo(Map.of(FOLDER, 1));
    }

    @Test
    void raisesEachPartition() {
        TableVersion persons = new TableVersion(7, SideTableName.PERSONS, 3);

        told.take(
                List.of(
                        created("a", "1"),
                        change(NEXT, Kind.CREATED, "b", "2"),
                        change(persons, Kind.CREATED, "c", "3")));

        assertThat(versions.all())
                .isEqualTo(
                        Map.of(
                                FOLDER,
                                1,
                                "events/project_id=7/day=2026-11-24/",
                                1,
                                "persons/project_id=7/version=3/",
                                1));
    }

    @Test
    void raisesNothingForWhatWasAnnounced() {
        announced.announce(
                DAY,
                Set.of(new ObjectChange(Kind.CREATED, "a"), new ObjectChange(Kind.REMOVED, "b")));

        assertThat(told.take(List.of(created("a", "1"), removed("b", "2")))).isEmpty();
        assertThat(versions.all()).isEmpty();
    }

    @Test
    void raisesADayOfWhichMoreHasChangedThanWasAnnounced() {
        announced.announce(DAY, Set.of(new ObjectChange(Kind.CREATED, "a")));

        assertThat(told.take(List.of(created("a", "1"), created("b", "2")))).containsExactly(DAY);
    }

    @Test
    void takesAChangeThatIsToldOfTwiceAtOnceAsOne() {
        announced.announce(DAY, Set.of(new ObjectChange(Kind.CREATED, "a")));

        assertThat(told.take(List.of(created("a", "1"), created("a", "1")))).isEmpty();
    }

    @Test
    void raisesWhereSomebodyElseHasReplacedWhatWasAnnounced() {
        announced.announce(DAY, Set.of(new ObjectChange(Kind.CREATED, "a")));

        assertThat(told.take(List.of(created("a", "1"), created("a", "2")))).containsExactly(DAY);
    }

    @Test
    void raisesWhenAnAnnouncedChangeIsToldOfAgain() {
        announced.announce(DAY, Set.of(new ObjectChange(Kind.CREATED, "a")));
        told.take(List.of(created("a", "1")));

        assertThat(told.take(List.of(created("a", "1")))).containsExactly(DAY);
    }

    // A version may be raised too often, and never too seldom.
    @Test
    void missesNothingInWhateverOrderAndHoweverOftenItIsTold() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            VersionsInMemory raised = new VersionsInMemory();
            AnnouncedInMemory known = new AnnouncedInMemory();
            ToldChanges changes = new ToldChanges(raised, known);
            List<ToldChange> all = new ArrayList<>();
            boolean isAllAnnounced = true;
            for (int number = 0; number < 6; number++) {
                ToldChange one = created("key" + number, Integer.toString(number));
                boolean isAnnounced = random.nextBoolean();
                isAllAnnounced &= isAnnounced;
                if (isAnnounced) {
                    known.announce(DAY, Set.of(one.change()));
                }
                all.add(one);
            }
            boolean isRepeated = random.nextBoolean();
            if (isRepeated) {
                all.addAll(List.copyOf(all));
            }
            Collections.shuffle(all, random);
            int cut = random.nextInt(all.size() + 1);
            changes.take(all.subList(0, cut));
            changes.take(all.subList(cut, all.size()));

            if (!isAllAnnounced) {
                assertThat(raised.all()).as("seed %d", seed).containsKey(FOLDER);
            } else if (!isRepeated) {
                assertThat(raised.all()).as("seed %d", seed).isEmpty();
            }
        }
    }

    @Test
    void raisesWhatIsToldAgainAfterItCouldNotBeRaised() {
        announced.announce(DAY, Set.of(new ObjectChange(Kind.CREATED, "a")));
        List<ToldChange> changes = List.of(created("a", "1"), created("b", "2"));
        ToldChanges failing =
                new ToldChanges(
                        _ -> {
                            throw new QueryUnavailable("busy", Duration.ofSeconds(1));
                        },
                        announced);

        assertThatThrownBy(() -> failing.take(changes)).isInstanceOf(QueryUnavailable.class);
        told.take(changes);

        assertThat(versions.all()).isEqualTo(Map.of(FOLDER, 1));
    }

    private static ToldChange created(String key, String sequence) {
        return change(DAY, Kind.CREATED, key, sequence);
    }

    private static ToldChange removed(String key, String sequence) {
        return change(DAY, Kind.REMOVED, key, sequence);
    }

    private static ToldChange change(
            LakePartition partition, Kind kind, String key, String sequence) {
        return new ToldChange(partition, new ObjectChange(kind, key), sequence);
    }
}
