package dev.trendlake.intake.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonToken;
import dev.trendlake.project.PropertyType;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expectations are those of the tests of PostHog's service of property definitions. */
class DetectedTypeTest {
    // Of the same second as the numbers below.
    private static final Instant NOW = Instant.ofEpochSecond(1_741_686_492);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-03-11T09:48:12.863948+00:00",
                "2023-12-13T15:45:30Z",
                "2023-12-13T15:45:30-07:00",
                "2023/12/13 15:45:30Z",
                "2023/12/13 15:45:30",
                "12-13-2023 15:45:30-07:00",
                "12/13/2023 15:45:30-07",
                "2023-12-13 15:45:30",
                "12/13/2023T15:45:30",
                "2023-13-12T15:45:30",
                "2023-12-13",
                "2023/12/13",
                "12-13-2023",
                "12/13/2023",
                " 2023-12-13 ",
                "2023-12-13t15:45:30Z",
                "Tue, 1 Jul 2003 10:52:37 +0200",
                "1 Jul 2003 10:52:37 GMT"
            })
    void takesTextsOfDatesForTimes(String text) {
        assertThat(ofText("random_property", text)).isEqualTo(PropertyType.DATE_TIME);
    }

    @ParameterizedTest
    @CsvSource({
        "timestamp, 15:45:30",
        "signup_date, not a date",
        "created_at, not a date",
        "timestamp, any value",
        "date_of_purchase, any value",
        "when, 2023-12-13 at noon",
        "when, 2023-12-13T15:45",
        "when, 2023-12-13t15:45:30",
        "when, Wed 13 Dec",
        "id, 1741686492",
        "answer, True",
        "answer, yes"
    })
    void takesOtherTextsForTexts(String key, String text) {
        assertThat(ofText(key, text)).isEqualTo(PropertyType.STRING);
    }

    @ParameterizedTest
    @CsvSource({"signup_date, true", "timestamp, false", "updatedAt, TRUE", "a, ' FALSE '"})
    void takesTextsOfTruthForTruth(String key, String text) {
        assertThat(ofText(key, text)).isEqualTo(PropertyType.BOOLEAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time",
                "TIMESTAMP",
                "created_time",
                "sent_at",
                "random_property_has_datetime_value",
                "updatedAt",
                "last-seen-at",
                "sent_date",
                "Created_At"
            })
    void takesASecondOfTheLastHalfYearForATimeWhereTheKeySaysSo(String key) {
        assertThat(ofNumber(key, "1741686492")).isEqualTo(PropertyType.DATE_TIME);
        assertThat(ofNumber(key, "1741686492000")).isEqualTo(PropertyType.DATE_TIME);
        assertThat(ofNumber(key, "1639400730")).isEqualTo(PropertyType.NUMERIC);
        assertThat(ofNumber(key, "1741686492.5")).isEqualTo(PropertyType.NUMERIC);
        assertThat(ofNumber(key, "-1741686492")).isEqualTo(PropertyType.NUMERIC);
    }

    @Test
    void countsTheHalfYearBackFromTheEvent() {
        Instant then = Instant.ofEpochSecond(1_639_400_730 + 15_768_000);

        assertThat(DetectedType.of("sent_at", JsonToken.VALUE_NUMBER_INT, "1639400730", then))
                .contains(PropertyType.DATE_TIME);
        assertThat(DetectedType.of("sent_at", JsonToken.VALUE_NUMBER_INT, "1639400729", then))
                .contains(PropertyType.NUMERIC);
    }

    @ParameterizedTest
    @CsvSource({
        "hedgehogs_enumerated, 1741686492",
        "thyme_stamp, 1741686492",
        "count, 42",
        "price, 0.5",
        "sent_at, 100000000000000000000"
    })
    void takesOtherNumbersForNumbers(String key, String number) {
        assertThat(ofNumber(key, number)).isEqualTo(PropertyType.NUMERIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utm_source",
                "UTM_Source",
                "$initial_utm_campaign",
                "$feature/my-flag",
                "$FEATURE/My-Flag",
                "$feature_flag_response",
                "$survey_response",
                "$Survey_Response_2"
            })
    void takesWhateverHasCertainKeysForText(String key) {
        assertThat(ofText(key, "2023-12-13")).isEqualTo(PropertyType.STRING);
        assertThat(ofText(key, "true")).isEqualTo(PropertyType.STRING);
        assertThat(ofNumber(key, "12345")).isEqualTo(PropertyType.STRING);
        assertThat(DetectedType.of(key, JsonToken.VALUE_TRUE, "true", NOW))
                .contains(PropertyType.STRING);
    }

    @Test
    void takesTruthForTruth() {
        assertThat(DetectedType.of("sent_at", JsonToken.VALUE_FALSE, "false", NOW))
                .contains(PropertyType.BOOLEAN);
    }

    @ParameterizedTest
    @EnumSource(
            value = JsonToken.class,
            names = {"VALUE_NULL", "START_OBJECT", "START_ARRAY"})
    void learnsNothingFromNullListsAndObjects(JsonToken token) {
        assertThat(DetectedType.of("a", token, "", NOW)).isEmpty();
    }

    private static PropertyType ofText(String key, String text) {
        return DetectedType.of(key, JsonToken.VALUE_STRING, text, NOW).orElseThrow();
    }

    private static PropertyType ofNumber(String key, String text) {
        JsonToken token =
                text.contains(".") ? JsonToken.VALUE_NUMBER_FLOAT : JsonToken.VALUE_NUMBER_INT;
        return DetectedType.of(key, token, text, NOW).orElseThrow();
    }
}
