package dev.trendlake.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.lake.LakePartition.EventDay;
import dev.trendlake.lake.LakePartition.TableVersion;
import dev.trendlake.project.SideTableName;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LakeKeyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "events/project_id=7/day=2026-11-23/a-0.parquet",
                "events/project_id=7/day=2026-11-23/two words & ü.parquet",
                "events/project_id=7/day=2026-11-23/below/_it/a"
            })
    void findsTheDayOfAnObject(String key) {
        assertThat(LakeKey.partitionOf(key)).contains(new EventDay(7, LocalDate.of(2026, 11, 23)));
    }

    @ParameterizedTest
    @CsvSource({
        "persons/project_id=12/version=3/a.parquet, PERSONS, 3",
        "groups/project_id=12/version=40/a.parquet, GROUPS, 40",
        "cohort_people/project_id=12/version=999999999999999999/m.json.gz, COHORT_PEOPLE,"
                + " 999999999999999999"
    })
    void findsTheVersionOfATable(String key, SideTableName table, long version) {
        assertThat(LakeKey.partitionOf(key)).contains(new TableVersion(12, table, version));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "events/",
                "events/project_id=7/",
                "events/project_id=7/day=2026-11-23/",
                "events/project_id=7/day=2026-11-23",
                "events/project_id=7/a.parquet",
                "events/project_id=7/day=2026-11-23/_SUCCESS",
                "events/project_id=7/day=2026-11-23/.hidden",
                "events/project_id=7/day=2026-02-30/a.parquet",
                "events/project_id=7/day=23.11.2026/a.parquet",
                "events/project_id=7/version=3/a.parquet",
                "events/project_id=07/day=2026-11-23/a.parquet",
                "events/project_id=seven/day=2026-11-23/a.parquet",
                "events/project_id=9999999999999999999/day=2026-11-23/a.parquet",
                "persons/project_id=7/day=2026-11-23/a.parquet",
                "persons/project_id=7/version=/a.parquet",
                "persons/project_id=7/version=0/a.parquet",
                "persons/project_id=7/version=-1/a.parquet",
                "persons/project_id=7/version=9999999999999999999/a.parquet",
                "results/project_id=7/version=3/a.parquet",
                "raw/project_id=7/day=2026-11-23/a.parquet",
                "raw/events/project_id=7/day=2026-11-23/a.parquet"
            })
    void leavesAloneWhatNoStatementReads(String key) {
        assertThat(LakeKey.partitionOf(key)).isEmpty();
    }

    @Test
    void namesTheTablesAsTheCatalogDoes() {
        assertThat(SideTableName.values())
                .extracting(SideTableName::word)
                .containsExactly("persons", "groups", "cohort_people");
    }
}
