package dev.trendlake.bench.micro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.answer.TrendAnswer;
import dev.trendlake.aws.dynamodb.DynamoDbResults;
import dev.trendlake.cache.Basis;
import dev.trendlake.cache.CacheEntry;
import dev.trendlake.cache.CacheKey;
import dev.trendlake.cache.CacheKeys;
import dev.trendlake.cache.LakeNews;
import dev.trendlake.cache.LargeResults;
import dev.trendlake.cache.ResultCache;
import dev.trendlake.engine.Row;
import dev.trendlake.http.GatewayAnswer;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.plan.LakeTables;
import dev.trendlake.plan.TrendPlanner;
import dev.trendlake.project.Definitions;
import dev.trendlake.project.Project;
import dev.trendlake.request.RequestParameters;
import dev.trendlake.request.TrendFilterReader;
import dev.trendlake.sql.SqlRenderer;
import dev.trendlake.trend.TrendQuery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The parts of a request that are the function's own work, without any call to a service. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RequestBenchmark {
    private final Project project = SampleQuestion.project();
    private final RequestParameters parameters = SampleQuestion.parameters();
    private final TrendFilterReader reader = new TrendFilterReader();
    private final TrendPlanner planner = new TrendPlanner(LakeTables.usual());
    private final TrendQuery query = SampleQuestion.query();
    private final List<Row> rows = SampleQuestion.rows();
    private final CacheKey key = CacheKeys.of(query, project, new LakeNews.None());
    private final ResultCache cache = cache();
    private final ObjectNode answer = assembleAnswer();

    /** Reads the filter of a request into a question. */
    @Benchmark
    public TrendQuery readFilter() {
        return reader.read(parameters, project, Definitions.none(), SampleQuestion.NOW);
    }

    /** Names the question for the cache. */
    @Benchmark
    public CacheKey nameForCache() {
        return CacheKeys.of(query, project, new LakeNews.None());
    }

    /** Plans the statement and writes it. */
    @Benchmark
    public String planAndRender() {
        return SqlRenderer.render(planner.plan(query, project).statement());
    }

    /** Takes the kept rows out of their item: decompresses and parses them. */
    @Benchmark
    public CacheEntry readKeptRows() {
        return cache.find(key, SampleQuestion.NOW);
    }

    /** Makes the answer of the rows. */
    @Benchmark
    public final ObjectNode assembleAnswer() {
        return new TrendAnswer(query, project, SampleQuestion.NOW, true, "").of(rows);
    }

    /** Writes the answer as the gateway takes it: JSON, gzip, base64. */
    @Benchmark
    public byte[] writeAnswer() {
        return GatewayAnswer.encode(HttpResponse.json(200, answer), "gzip");
    }

    private ResultCache cache() {
        ResultCache results = new DynamoDbResults(new OneItem(), "results", new NoLargeResults());
        results.keep(
                key,
                "execution",
                new CacheEntry.Known.Kept(
                        rows, SampleQuestion.NOW, Basis.unknown(SampleQuestion.NOW)),
                SampleQuestion.NOW.plus(Duration.ofDays(1)));
        return results;
    }

    private record NoLargeResults() implements LargeResults {
        @Override
        public void keep(String name, byte[] content) {
            throw new IllegalStateException("the sample fits in an item");
        }

        @Override
        public Optional<byte[]> find(String name) {
            return Optional.empty();
        }
    }
}
