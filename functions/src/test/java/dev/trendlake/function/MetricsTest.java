package dev.trendlake.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.trends.Stage;
import dev.trendlake.trends.TrendOutcome.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The line of a request against the rules of CloudWatch's embedded metric format, as AWS publishes
 * them ("Specification: Embedded metric format").
 */
class MetricsTest {
    private static final Set<String> UNITS =
            Set.of(
                    "Seconds",
                    "Microseconds",
                    "Milliseconds",
                    "Bytes",
                    "Kilobytes",
                    "Megabytes",
                    "Gigabytes",
                    "Terabytes",
                    "Bits",
                    "Kilobits",
                    "Megabits",
                    "Gigabits",
                    "Terabits",
                    "Percent",
                    "Count",
                    "Bytes/Second",
                    "Kilobytes/Second",
                    "Megabytes/Second",
                    "Gigabytes/Second",
                    "Terabytes/Second",
                    "Bits/Second",
                    "Kilobits/Second",
                    "Megabits/Second",
                    "Gigabits/Second",
                    "Terabits/Second",
                    "Count/Second",
                    "None");
    private static final int MOST_METRICS = 100;
    private static final int MOST_DIMENSIONS = 30;

    private final RequestLog log =
            new RequestLog("TrendFunction", SampleDeployment.STACK, System::nanoTime);

    @Test
    void keepsTheRulesOfTheFormat() throws IOException {
        for (Stage stage : Stage.values()) {
            log.done(stage);
        }
        log.cost().starts();
        log.cost().add(new Origin.Execution("e-1", 4096, false));
        log.cost().add(new Origin.Execution("e-2", 4096, true));
        log.cost().add(new Origin.Cache());
        log.cost().add(new Origin.Stale());

        JsonNode line = line();

        assertThat(line.at("/_aws/Timestamp").isIntegralNumber()).isTrue();
        assertThat(line.at("/_aws/CloudWatchMetrics")).hasSize(1);
        JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
        assertThat(directive.path("Namespace").asText())
                .matches("[A-Za-z0-9._/#:-]{1,255}")
                .doesNotStartWith("AWS/");
        checkDimensions(line, directive.path("Dimensions"));
        checkMetrics(line, directive.path("Metrics"));
    }

    @Test
    void tellsNothingOfARequestThatAskedNoQuestion() throws IOException {
        log.done(Stage.ADMIT);

        assertThat(line().has("_aws")).isFalse();
        assertThat(line().has("admit_milliseconds")).isTrue();
    }

    @Test
    void countsWhatWasKnownOfEachAnswer() throws IOException {
        log.cost().add(new Origin.Cache());
        log.cost().add(new Origin.Cache());
        log.cost().add(new Origin.Stale());

        assertThat(announced(line()))
                .containsEntry("cache_hits", 2.0)
                .containsEntry("cache_stale", 1.0);
        assertThat(announced(line())).doesNotContainKeys("cache_misses", "executions", "dollars");
    }

    // 5 dollars for 10^12 bytes: 40 MB are 0.0002 dollars, and 4,096 bytes are billed as 10 MB.
    @Test
    void estimatesDollarsByTheBytesAndTenMegabytesAtLeast() throws IOException {
        log.cost().starts();
        log.cost().add(new Origin.Execution("e-1", 40_000_000, false));
        log.cost().starts();
        log.cost().add(new Origin.Execution("e-2", 4_096, false));

        assertThat(announced(line()))
                .containsEntry("executions", 2.0)
                .containsEntry("bytes_read", 40_004_096.0)
                .containsEntry("dollars", 0.00025);
    }

    @Test
    void countsAnExecutionWhereItWasStartedAndNotWhereItWasWaitedFor() throws IOException {
        log.cost().add(new Origin.Execution("e-1", 40_000_000, false));

        assertThat(announced(line()))
                .containsEntry("cache_misses", 1.0)
                .doesNotContainKeys("executions", "bytes_read", "dollars");
        assertThat(line().path("bytes_scanned").asLong()).isEqualTo(40_000_000);
    }

    @Test
    void refusesAPriceThatIsNone() {
        assertThatThrownBy(() ->
                        Deployment.of(Map.of("STACK_NAME", "s", "DOLLARS_PER_TERABYTE", "5 USD")))
                .hasMessageContaining("'5 USD', which is no price");
    }

    private static void checkDimensions(JsonNode line, JsonNode dimensions) {
        assertThat(dimensions).isNotEmpty();
        for (JsonNode set : dimensions) {
            assertThat(set).hasSizeBetween(1, MOST_DIMENSIONS);
            for (JsonNode name : set) {
                assertThat(line.path(name.asText()).isTextual()).isTrue();
                assertThat(line.path(name.asText()).asText()).isNotBlank().hasSizeLessThan(1025);
            }
        }
    }

    private static void checkMetrics(JsonNode line, JsonNode metrics) {
        assertThat(metrics).hasSizeBetween(1, MOST_METRICS);
        List<String> names = new ArrayList<>();
        for (JsonNode metric : metrics) {
            names.add(metric.path("Name").asText());
            assertThat(UNITS).contains(metric.path("Unit").asText());
            assertThat(line.path(metric.path("Name").asText()).isNumber()).isTrue();
        }
        assertThat(names).hasSize(new HashSet<>(names).size()).contains("query_milliseconds");
    }

    private static Map<String, Double> announced(JsonNode line) {
        Map<String, Double> values = new HashMap<>();
        for (JsonNode metric : line.at("/_aws/CloudWatchMetrics/0/Metrics")) {
            String name = metric.path("Name").asText();
            values.put(name, line.path(name).asDouble());
        }
        return values;
    }

    private JsonNode line() throws IOException {
        return JsonFormat.read(log.line(200));
    }
}
