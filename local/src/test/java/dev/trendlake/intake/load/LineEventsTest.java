package dev.trendlake.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineEventsTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private final LineParser reader = new LineParser(NOON);

    @Test
    void readsALineOfTheExport() throws LineRefused {
        LineParser.Row event =
                reader.read(
                        """
                        {"uuid":"u1","event":"$pageview","distinct_id":"d1","person_id":"p1",\
                        "properties":{"$browser":"Firefox","$session_id":"s1","$group_0":"org:5","$group_4":7},\
                        "person_properties":{"plan": "pro"},"elements_chain":"a:href",\
                        "timestamp":"2015-05-17T10:05:00.123456Z","created_at":"2015-05-17T10:05:00Z",\
                        "_inserted_at":null,"later_field":{"a":[1,{"b":2}]}}\
                        """);
        assertThat(event.event()).isEqualTo("$pageview");
        assertThat(event.timestamp()).isEqualTo(Instant.parse("2015-05-17T10:05:00.123Z"));
        assertThat(event.distinctId()).isEqualTo("d1");
        assertThat(event.personId()).isEqualTo("p1");
        assertThat(event.uuid()).isEqualTo("u1");
        assertThat(event.elementsChain()).isEqualTo("a:href");
        assertThat(event.personProperties()).isEqualTo("{\"plan\":\"pro\"}");
        assertThat(event.properties())
                .isEqualTo(
                        "{\"$browser\":\"Firefox\",\"$session_id\":\"s1\",\"$group_0\":\"org:5\",\"$group_4\":7}");
        assertThat(event.session()).isEqualTo("s1");
        assertThat(event.group(0)).isEqualTo("org:5");
        assertThat(event.group(1)).isNull();
        assertThat(event.group(4)).isEqualTo("7");
    }

    @Test
    void keepsNumbersAsTheyWereWritten() throws LineRefused {
        assertThat(
                        read("\"properties\":{\"a\": 1.0, \"b\":1e5, \"c\":12345678901234567890123,"
                                        + " \"d\":-0.10}")
                                .properties())
                .isEqualTo("{\"a\":1.0,\"b\":1e5,\"c\":12345678901234567890123,\"d\":-0.10}");
    }

    @Test
    void keepsNestedValuesAndTextsOfAnyKind() throws LineRefused {
        assertThat(
                        read("\"properties\":{\"a\":[1,[],{\"b\":{}}],\"c\":\"\\u00e9\\n\\\"\\ud83d\\ude00\",\"d\":null,\"e\":false}")
                                .properties())
                .isEqualTo("{\"a\":[1,[],{\"b\":{}}],\"c\":\"é\\n\\\"😀\",\"d\":null,\"e\":false}");
    }

    @Test
    void takesSessionAndGroupsFromTheTopLevelOnly() throws LineRefused {
        LineParser.Row row =
                read(
                        "\"properties\":{\"a\":{\"$session_id\":\"inner\"},\"$group_0\":\"\",\"$group_1\":null,\"$group_2\":[\"x\"]}");
        assertThat(row.isOfNothing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"properties\":\"{\\\"a\\\": 1.50}\" | {\"a\":1.50}",
                "\"properties\":null | {}",
                "\"properties\":\"\" | {}",
                "\"properties\":\"null\" | {}",
                "\"x\":1 | {}",
            })
    void readsPropertiesAsTextOrNullOrAbsent(String field, String expected) throws LineRefused {
        assertThat(read(field).properties()).isEqualTo(expected);
    }

    @Test
    void fillsInWhatIsAbsent() throws LineRefused {
        LineParser.Row event = read("\"x\":1");
        assertThat(event.personProperties()).isEqualTo("{}");
        assertThat(event.elementsChain()).isEmpty();
        assertThat(event.session()).isNull();
    }

    @Test
    void givesADistinctIdWithoutPersonThatOfItsOwn() throws LineRefused {
        String person = read("\"x\":1").personId();
        assertThat(person).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(read("\"person_id\":null").personId()).isEqualTo(person);
        assertThat(read("\"person_id\":\"\"").personId()).isEqualTo(person);
        assertThat(
                        reader.read(
                                        "{\"uuid\":\"u\",\"event\":\"e\",\"distinct_id\":\"other\",\"timestamp\":\"2020-01-01T00:00:00Z\"}")
                                .personId())
                .isNotEqualTo(person);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01T23:59:59.9999Z, 2020-01-01T23:59:59.999Z",
        "2020-01-01 10:00:00, 2020-01-01T10:00:00Z",
        "2020-01-01T10:00, 2020-01-01T10:00:00Z",
        "2020-01-01T10:00:00+00:00, 2020-01-01T10:00:00Z",
        "2020-01-01T01:00:00+02:00, 2019-12-31T23:00:00Z",
        "2020-01-01T17:00:00-0700, 2020-01-02T00:00:00Z",
        "2020-01-01T17:00:00-07, 2020-01-02T00:00:00Z",
        "2020-01-01 10:00:00.123456 Z, ",
        "2020-02-30T10:00:00Z, ",
        "2020-01-01, ",
        "yesterday, ",
        "1577872800, ",
    })
    void readsIsoTimes(String text, @org.jspecify.annotations.Nullable String expected)
            throws LineRefused {
        if (expected == null) {
            assertRefused(text, "timestamp '%s' is no ISO 8601 time".formatted(text));
            return;
        }
        assertThat(readAt(text).timestamp()).isEqualTo(Instant.parse(expected));
    }

    @Test
    void filesAnEventUnderItsUtcDay() throws LineRefused {
        assertThat(readAt("2020-01-01T01:00:00+02:00").day()).isEqualTo(LocalDate.of(2019, 12, 31));
    }

    @Test
    void refusesDaysThatTheTableDoesNotHave() throws LineRefused {
        assertThat(readAt("2010-01-01T00:00:00Z").day()).isEqualTo("2010-01-01");
        assertThat(readAt("2026-11-24T23:59:59Z").day()).isEqualTo("2026-11-24");
        String outside =
                "timestamp '%s' is outside 2010-01-01 to 2026-11-24, the days of the lake (UTC)";
        assertRefused("2009-12-31T23:59:59Z", outside.formatted("2009-12-31T23:59:59Z"));
        assertRefused("2026-11-25T00:00:00Z", outside.formatted("2026-11-25T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"event\":\"e\",\"distinct_id\":\"d\",\"timestamp\":\"2020-01-01T00:00:00Z\"} |"
                        + " no uuid",
                "{\"event\":\"e\",\"uuid\":\"u\",\"timestamp\":\"2020-01-01T00:00:00Z\"} | no"
                        + " distinct_id",
                "{\"event\":\"\",\"uuid\":\"u\",\"distinct_id\":\"d\",\"timestamp\":\"2020-01-01T00:00:00Z\"}"
                    + " | no event",
                "{\"event\":\"e\",\"uuid\":\"u\",\"distinct_id\":\"d\",\"timestamp\":null} | no"
                        + " timestamp",
                "{\"event\":5} | event is not a text",
                "{\"properties\":[1]} | properties is neither an object nor the text of one nor"
                        + " null",
                "{\"properties\":\"[1]\"} | properties is neither an object nor the text of one nor"
                        + " null",
                "{\"person_properties\":true} | person_properties is neither an object nor the text"
                        + " of one nor null",
                "{\"properties\":\"{} {}\"} | properties is neither an object nor the text of one"
                        + " nor null",
                "[1] | not a JSON object",
                "\"text\" | not a JSON object",
                "{} {} | something follows the JSON object",
            })
    void refusesWhatIsNoEvent(String line, String reason) {
        assertThatThrownBy(() -> reader.read(line))
                .isInstanceOf(LineRefused.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense | not JSON: ",
                "{\"event\":\"e\" | not JSON: ",
                "{\"event\":\"e\",\"event\":\"f\"} | not JSON: Duplicate field 'event'",
                "{\"properties\":{\"a\":1,\"a\":2}} | not JSON: Duplicate field 'a'",
                "{\"properties\":{\"a\":NaN}} | not JSON: ",
                "{\"properties\":\"{a}\"} | properties is a text that is no JSON: ",
            })
    void saysWhyALineIsNoJson(String line, String start) {
        assertThatThrownBy(() -> reader.read(line))
                .isInstanceOf(LineRefused.class)
                .hasMessageStartingWith(start);
    }

    private void assertRefused(String time, String reason) {
        assertThatThrownBy(() -> readAt(time)).isInstanceOf(LineRefused.class).hasMessage(reason);
    }

    private LineParser.Row readAt(String time) throws LineRefused {
        return reader.read(
                "{\"uuid\":\"u\",\"event\":\"e\",\"distinct_id\":\"d\",\"timestamp\":\"%s\"}"
                        .formatted(time));
    }

    private LineParser.Row read(String field) throws LineRefused {
        return reader.read(
                "{\"uuid\":\"u\",\"event\":\"e\",\"distinct_id\":\"d\",\"timestamp\":\"2020-01-01T00:00:00Z\",%s}"
                        .formatted(field));
    }
}
