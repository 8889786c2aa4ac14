package dev.trendlake.intake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trendlake.intake.load.LocalBucket;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideTableStoreTest {
    private final VersionsInMemory versions = new VersionsInMemory();
    private final RaisedVersions raised = new RaisedVersions();
    @TempDir Path folder;
    private LocalBucket bucket;
    private Instant now = Instant.now();

    @BeforeEach
    void start() {
        bucket = new LocalBucket(folder);
    }

    @AfterEach
    void stop() {
        bucket.close();
    }

    @Test
    void givesNoRowsOfAProjectWithoutTheTable() throws IOException {
        assertThat(store().rows(GroupRow.TABLE, 7)).isEmpty();
    }

    @Test
    void givesTheRowsOfTheLatestChange() throws IOException {
        add(1);
        add(2);

        assertThat(store().rows(GroupRow.TABLE, 7)).containsExactly(group(1), group(2));
        assertThat(store().rows(GroupRow.TABLE, 8)).isEmpty();
    }

    @Test
    void makesNoVersionWhereNothingChanges() throws IOException {
        assertThat(store().change(GroupRow.TABLE, 7, _ -> Optional.empty())).isFalse();

        assertThat(bucket.keys()).isEmpty();
    }

    @Test
    void losesNoChangeThatCameInBetween() throws IOException {
        List<Integer> asked = new ArrayList<>();

        store().change(
                        GroupRow.TABLE,
                        7,
                        present -> {
                            asked.add(present.size());
                            if (asked.size() == 1) {
                                addUnchecked(1);
                            }
                            return Optional.of(with(present, 2));
                        });

        assertThat(asked).containsExactly(0, 1);
        assertThat(store().rows(GroupRow.TABLE, 7)).containsExactly(group(1), group(2));
    }

    @Test
    void givesUpWhereOthersNeverStop() {
        assertThatThrownBy(() ->
                        store().change(
                                        GroupRow.TABLE,
                                        7,
                                        present -> {
                                            addUnchecked(present.size());
                                            return Optional.of(with(present, 99));
                                        }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("groups of project 7");
    }

    @Test
    void keepsAVersionThatAStatementMayStillRead() throws IOException {
        add(1);
        add(2);
        add(3);

        assertThat(bucket.keys()).hasSize(3);
    }

    @Test
    void removesVersionsThatNoStatementReadsAnyMore() throws IOException {
        add(1);
        add(2);
        now = now.plus(Duration.ofMinutes(61));
        add(3);

        assertThat(bucket.keys())
                .hasSize(2)
                .noneMatch(key -> key.startsWith("groups/project_id=7/version=1/"));
    }

    @Test
    void raisesEachVersionOnceBeforeItCounts() throws IOException {
        add(1);
        add(2);

        assertThat(raised.all())
                .isEqualTo(
                        Map.of(
                                "groups/project_id=7/version=1/", 1,
                                "groups/project_id=7/version=2/", 1));
    }

    @Test
    void raisesNothingWhereNothingChanges() throws IOException {
        store().change(GroupRow.TABLE, 7, _ -> Optional.empty());

        assertThat(raised.all()).isEmpty();
    }

    @Test
    void canBeEmptied() throws IOException {
        add(1);

        store().change(GroupRow.TABLE, 7, _ -> Optional.of(List.of()));

        assertThat(store().rows(GroupRow.TABLE, 7)).isEmpty();
    }

    private void add(long number) throws IOException {
        store().change(GroupRow.TABLE, 7, present -> Optional.of(with(present, number)));
    }

    private void addUnchecked(long number) {
        try {
            add(number);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<GroupRow> with(List<GroupRow> present, long number) {
        List<GroupRow> groups = new ArrayList<>(present);
        groups.add(group(number));
        return groups;
    }

    private static GroupRow group(long number) {
        return new GroupRow(0, "group " + number, Instant.EPOCH, "{}");
    }

    private SideTableStore store() {
        return new SideTableStore(
                new SideTableFiles(bucket.client(), LocalBucket.NAME), versions, raised, () -> now);
    }
}
