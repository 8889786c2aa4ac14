package dev.trendlake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.error.MalformedRequest;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.trend.Refresh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expectations from spec: HTTP, 3, and HTTP behaviour, refresh. */
class QueryRequestReaderTest {
    private final QueryRequestReader reader = new QueryRequestReader();

    @ParameterizedTest
    @CsvSource({
        "true, ALWAYS",
        "1, ALWAYS",
        "'\"\"', ALWAYS",
        "'\"yes\"', ALWAYS",
        "'\"force_blocking\"', ALWAYS",
        "false, IF_STALE",
        "null, IF_STALE",
        "'\"blocking\"', IF_STALE",
        "'\"async\"', IN_BACKGROUND_IF_STALE",
        "'\"lazy_async\"', IN_BACKGROUND_IF_VERY_STALE",
        "'\"async_except_on_cache_miss\"', IN_BACKGROUND_UNLESS_MISSING",
        "'\"force_async\"', IN_BACKGROUND",
        "'\"force_cache\"', NEVER",
    })
    void readsHowGoodAnAnswerHasToBe(String json, Refresh refresh) {
        assertThat(reader.refresh(body("{\"refresh\": %s}".formatted(json)))).isEqualTo(refresh);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "[true]", "{\"a\": 1}", "\"soon\"", "2", "\"\\u0000\""})
    void refusesOtherRefreshes(String json) {
        RequestParameters parameters = body("{\"refresh\": %s}".formatted(json));

        assertThatThrownBy(() -> reader.refresh(parameters)).isInstanceOf(MalformedRequest.class);
        assertThat(reader.refreshOfInsight(parameters)).isEqualTo(Refresh.NEVER);
    }

    @Test
    void readsTheQueryStringBeforeTheBody() {
        RequestParameters parameters =
                new RequestParameters(
                        JsonFormat.object().put("refresh", "force_cache"),
                        JsonFormat.object().put("refresh", true));

        assertThat(reader.refresh(parameters)).isEqualTo(Refresh.NEVER);
    }

    @Test
    void readsTheOlderWordForTheBackground() {
        assertThat(reader.refresh(body("{\"async\": true}")))
                .isEqualTo(Refresh.IN_BACKGROUND_IF_STALE);
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', ''",
        "'{\"client_query_id\": null}', ''",
        "'{\"client_query_id\": \"\"}', ''",
        "'{\"client_query_id\": \"a-1\"}', a-1",
        "'{\"client_query_id\": 12}', 12",
    })
    void readsTheIdOfTheCaller(String json, String id) {
        assertThat(reader.queryId(body(json)).orElse("")).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[\"a\"]", "\"a/b\"", "\"\\ud800\""})
    void refusesIdsThatNoPathCanName(String json) {
        assertThatThrownBy(() -> reader.queryId(body("{\"client_query_id\": %s}".formatted(json))))
                .isInstanceOf(InvalidRequest.class)
                .extracting(error -> ((InvalidRequest) error).attribute())
                .isEqualTo("client_query_id");
    }

    private static RequestParameters body(String json) {
        try {
            return new RequestParameters(JsonFormat.object(), (ObjectNode) JsonFormat.read(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
