package dev.trendlake.bench.micro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.cache.Basis;
import dev.trendlake.cache.CacheEntry;
import org.junit.jupiter.api.Test;

class RequestBenchmarkTest {
    private final RequestBenchmark benchmark = new RequestBenchmark();

    @Test
    void readsTheQuestionItPlans() {
        assertThat(benchmark.readFilter()).isEqualTo(SampleQuestion.query());
        assertThat(benchmark.planAndRender()).contains("'$pageview'", "$browser");
        assertThat(benchmark.nameForCache().digest()).hasSize(64);
    }

    @Test
    void findsTheRowsItKept() {
        assertThat(benchmark.readKeptRows())
                .isEqualTo(
                        new CacheEntry(
                                new CacheEntry.Known.Kept(
                                        SampleQuestion.rows(),
                                        SampleQuestion.NOW,
                                        Basis.unknown(SampleQuestion.NOW)),
                                new CacheEntry.Flight.None()));
    }

    @Test
    void answersWithEverySeriesValueAndDay() {
        assertThat(benchmark.assembleAnswer().path("result"))
                .hasSize(SampleQuestion.SERIES * SampleQuestion.VALUES)
                .allSatisfy(entry -> assertThat(entry.path("data")).hasSize(SampleQuestion.DAYS));
        assertThat(benchmark.writeAnswer()).isNotEmpty();
    }
}
