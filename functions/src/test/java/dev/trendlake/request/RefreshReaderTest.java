package dev.trendlake.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.trend.Refresh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spec: HTTP, 3. */
class RefreshReaderTest {

    private static Refresh read(Question question) {
        return new RefreshReader().read(question.parameters());
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "yes", "", "True", "force_blocking"})
    void computesAnewWhenAsked(String word) {
        assertThat(read(Question.of("{}").inQueryString("refresh", word)))
                .isEqualTo(Refresh.ALWAYS);
        assertThat(read(Question.of("{'refresh': '" + word + "'}"))).isEqualTo(Refresh.ALWAYS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false",
                "0",
                "no",
                "blocking",
                "async",
                "lazy_async",
                "force_async",
                "async_except_on_cache_miss",
                "force_cache",
                "whatever"
            })
    void takesAFreshAnswerOtherwise(String word) {
        assertThat(read(Question.of("{}").inQueryString("refresh", word)))
                .isEqualTo(Refresh.IF_STALE);
    }

    @Test
    void takesTheQueryStringFirst() {
        assertThat(read(Question.of("{'refresh': true}").inQueryString("refresh", "false")))
                .isEqualTo(Refresh.IF_STALE);
        assertThat(read(Question.of("{'refresh': true}"))).isEqualTo(Refresh.ALWAYS);
        assertThat(read(Question.of("{}"))).isEqualTo(Refresh.IF_STALE);
        assertThat(read(Question.of("{'refresh': null}"))).isEqualTo(Refresh.IF_STALE);
    }
}
