package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.http.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The numbers of a line of the log, told in CloudWatch's embedded metric format: CloudWatch reads
 * them out of the log, and no call is made for them. Each is a member of the line itself; {@code
 * _aws} names them. Their one dimension is the stack (docs/decisions/0043).
 */
final class Metrics {
    private static final String NAMESPACE = "Trendlake";
    private static final String STACK = "stack";

    private final String stack;
    private final Map<Metric, BigDecimal> values = new LinkedHashMap<>();

    /** Takes the stack's name, and no number yet. */
    Metrics(String stack) {
        this.stack = stack;
    }

    void put(Metric metric, long value) {
        put(metric, BigDecimal.valueOf(value));
    }

    void put(Metric metric, BigDecimal value) {
        values.put(metric, value);
    }

    /** Writes the numbers into a line. */
    void writeTo(ObjectNode line) {
        values.forEach((metric, value) -> line.put(metric.name(), value));
    }

    /** Tells CloudWatch to read them there. */
    void announce(ObjectNode line, Instant at) {
        line.put(STACK, stack);
        line.set("_aws", directive(at));
    }

    private ObjectNode directive(Instant at) {
        ObjectNode aws = JsonFormat.object().put("Timestamp", at.toEpochMilli());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", NAMESPACE);
        directive.putArray("Dimensions").addArray().add(STACK);
        ArrayNode metrics = directive.putArray("Metrics");
        values.keySet()
                .forEach(metric ->
                        metrics.addObject().put("Name", metric.name()).put("Unit", metric.unit()));
        return aws;
    }
}
