package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.trends.TrendOutcome.Origin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the answers of one request have cost: one, or each of a list of insights. The caller is told
 * of every execution that an answer is from; the metrics count one where it was started, so that
 * many who wait for the same one are not many times its price. For one request.
 */
final class AnswerCost {
    private final Deployment deployment;
    private final Map<CacheUse, Integer> uses = new EnumMap<>(CacheUse.class);
    private final List<String> executions = new ArrayList<>();
    private long bytesScanned;
    private boolean isStarting;
    private int started;
    private long bytesOfStarted;
    private BigDecimal dollars = BigDecimal.ZERO;

    AnswerCost(Deployment deployment) {
        this.deployment = deployment;
    }

    /** The request starts an execution. */
    void starts() {
        started++;
        isStarting = true;
    }

    /** An answer is there. */
    void add(Origin origin) {
        uses.merge(CacheUse.of(origin), 1, Integer::sum);
        if (origin instanceof Origin.Execution execution) {
            executions.add(execution.id());
            bytesScanned += execution.bytesScanned();
            if (isStarting) {
                bytesOfStarted += execution.bytesScanned();
                dollars = dollars.add(deployment.dollars(execution.bytesScanned()));
            }
        }
        isStarting = false;
    }

    /** Whether there is any to tell. */
    boolean isKnown() {
        return started > 0 || !uses.isEmpty();
    }

    /** The response, with what its answers cost; as it is when there are none. */
    HttpResponse on(HttpResponse response) {
        if (uses.isEmpty()) {
            return response;
        }
        HttpResponse told =
                response.with("x-trendlake-cache", use().word())
                        .with("x-trendlake-bytes-scanned", Long.toString(bytesScanned));
        return executions.isEmpty()
                ? told
                : told.with("x-trendlake-execution-id", String.join(", ", executions));
    }

    /** Tells the log, and CloudWatch through it. */
    void writeTo(ObjectNode line, Metrics metrics) {
        if (!uses.isEmpty()) {
            line.put("cached", executions.isEmpty());
            line.put("cache", use().word());
        }
        if (!executions.isEmpty()) {
            line.put("execution_id", String.join(", ", executions));
            line.put("bytes_scanned", bytesScanned);
        }
        uses.forEach((use, count) -> metrics.put(use.metric(), count));
        if (started > 0) {
            metrics.put(Metric.EXECUTIONS, started);
            metrics.put(Metric.BYTES_READ, bytesOfStarted);
            metrics.put(Metric.DOLLARS, dollars);
        }
    }

    // Of several answers, the one of which least was known.
    private CacheUse use() {
        return uses.keySet().stream().reduce((_, later) -> later).orElse(CacheUse.HIT);
    }
}
