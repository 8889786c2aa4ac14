package dev.trendlake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.SideTables;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of projects; the errors' words are Django REST framework's. */
class ProjectChangeReaderTest {
    private static final Project PROJECT =
            new Project(
                    7,
                    "before",
                    "acme",
                    ZoneId.of("UTC"),
                    DayOfWeek.MONDAY,
                    "[]",
                    List.of("company"),
                    Project.NO_EVENT_YET,
                    3,
                    SideTables.none(),
                    PropertyDefinitions.none());

    private final ProjectChangeReader reader =
            new ProjectChangeReader(_ -> new SampleDefinitions());

    @Test
    void changesWhatTheBodyNamesAndNothingElse() {
        Project changed =
                read(
                        "{\"name\": \" Ünï \", \"timezone\": \"Europe/Berlin\", \"week_start_day\":"
                                + " 0}");

        assertThat(changed.name()).isEqualTo("Ünï");
        assertThat(changed.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(changed.weekStart()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(changed.groupTypes()).containsExactly("company");
        assertThat(read("{}")).isEqualTo(PROJECT);
    }

    @Test
    void keepsFiltersAsTheyWereSent() {
        String filters =
                "[{\"key\":\"price\",\"operator\":\"gt\",\"value\":1.50,\"type\":\"event\"}]";

        assertThat(read("{\"test_account_filters\": %s}".formatted(filters)).testAccountFilters())
                .isEqualTo(filters);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"\"}                        | name",
                "{\"name\": null}                        | name",
                "{\"name\": \"  \"}                      | name",
                "{\"name\": {}}                          | name",
                "{\"name\": \"\\ud800\"}                 | name",
                "{\"timezone\": \"Mars/Base\"}           | timezone",
                "{\"timezone\": null}                    | timezone",
                "{\"timezone\": 1}                       | timezone",
                "{\"week_start_day\": 2}                 | week_start_day",
                "{\"week_start_day\": 1e999999}          | week_start_day",
                "{\"week_start_day\": true}              | week_start_day",
                "{\"test_account_filters\": \"x\"}       | test_account_filters",
                "{\"test_account_filters\": [{\"type\": \"cohort\", \"key\": \"id\", \"value\":"
                        + " 99}]} | test_account_filters",
                "{\"id\": 8}                             | id",
            })
    void refusesWhatASettingCannotBe(String body, String attribute) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(InvalidRequest.class)
                .extracting(error -> ((InvalidRequest) error).attribute())
                .isEqualTo(attribute);
    }

    @Test
    void refusesFiltersThatNoItemHolds() {
        String value = "ü".repeat(250_000);

        assertThatThrownBy(() ->
                        read(
                                ("{\"test_account_filters\": [{\"key\": \"k\", \"value\":"
                                                + " \"%s\", \"operator\": \"exact\"}]}")
                                        .formatted(value)))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("150000 bytes");
    }

    private Project read(String body) {
        try {
            return reader.read(
                    (ObjectNode) JsonFormat.read(body),
                    PROJECT,
                    Instant.parse("2026-11-23T10:20:30Z"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
