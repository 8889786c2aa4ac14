package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.ApiException;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.http.ErrorBody;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.plan.DocumentProperty;
import dev.trendlake.project.Project;
import dev.trendlake.trends.Progress;
import dev.trendlake.trends.Stage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What is logged of one request: one line of JSON. It never holds a key, and nothing that the
 * caller wrote but the names of properties that documents were read for ({@code event:$browser}; at
 * most 50, of at most 200 characters): of an error that the caller is to blame for, it names the
 * field; of one that the inside is to blame for, everything. Its numbers are CloudWatch's metrics,
 * too ({@link Metrics}).
 */
public final class RequestLog implements Progress {
    private static final int MOST_NAMES = 50;
    private static final int LONGEST_NAME = 200;
    private static final int DIGITS_OF_A_MILLISECOND = 6;

    private final ObjectNode line = JsonFormat.object();
    private final Map<Metric, Long> stages = new LinkedHashMap<>();
    private final Deployment deployment;
    private final AnswerCost cost;
    private final LongSupplier nanoseconds;
    private Instant receivedAt = Instant.EPOCH;
    private final long startedAt;
    private long stageStartedAt;

    RequestLog(String function, Deployment deployment, LongSupplier nanoseconds) {
        this.deployment = deployment;
        this.cost = new AnswerCost(deployment);
        this.nanoseconds = nanoseconds;
        this.startedAt = nanoseconds.getAsLong();
        this.stageStartedAt = startedAt;
        line.put("level", "INFO").put("function", function);
    }

    void request(HttpRequest request) {
        receivedAt = request.receivedAt();
        line.put("time", receivedAt.toString());
        line.put("request_id", request.id()).put("method", request.method());
    }

    void invocation(String id) {
        line.put("invocation_id", id);
    }

    void route(String route) {
        line.put("route", route);
    }

    void project(long id) {
        line.put("project", id);
    }

    void project(Project project) {
        project(project.id());
        List<String> unreadable = project.layout().unreadable();
        if (!unreadable.isEmpty()) {
            line.put("level", "WARN");
            unreadable.forEach(line.putArray("unreadable_settings")::add);
        }
    }

    /** How many events were taken, and whose. */
    void events(long project, int count) {
        line.put("project", project).put("events", count);
    }

    /** Why events were not taken, without a word of theirs. */
    void refused(String reason) {
        line.putObject("error").put("reason", reason.toLowerCase(Locale.ROOT));
    }

    /** What its answers cost. */
    AnswerCost cost() {
        return cost;
    }

    @Override
    public void done(Stage stage) {
        long now = nanoseconds.getAsLong();
        stages.merge(Metric.of(stage), now - stageStartedAt, Long::sum);
        stageStartedAt = now;
    }

    @Override
    public void readsFromDocuments(Set<DocumentProperty> properties) {
        ArrayNode names = line.putArray("from_documents");
        properties.stream()
                .map(RequestLog::name)
                .filter(name -> name.length() <= LONGEST_NAME)
                .sorted()
                .limit(MOST_NAMES)
                .forEach(names::add);
    }

    private static String name(DocumentProperty property) {
        return switch (property.owner()) {
            case EVENT -> "event:" + property.key();
            case PERSON -> "person:" + property.key();
        };
    }

    @Override
    public void executes(String executionId) {
        line.put("execution_id", executionId);
    }

    void failed(ApiException error) {
        if (ErrorBody.of(error).status() >= 500) {
            failedInside(error);
            return;
        }
        ObjectNode details = line.putObject("error");
        details.put("class", error.getClass().getSimpleName());
        if (error instanceof InvalidRequest invalid) {
            details.put("attribute", invalid.attribute());
        }
    }

    void failedInside(Exception error) {
        StringWriter stack = new StringWriter();
        error.printStackTrace(new PrintWriter(stack, true));
        line.put("level", "ERROR")
                .putObject("error")
                .put("class", error.getClass().getName())
                .put("message", error.getMessage())
                .put("stack", stack.toString());
    }

    /** The line, once the request is answered. */
    String line(int status) {
        line.put("status", status);
        Metrics metrics = new Metrics(deployment.stack());
        cost.writeTo(line, metrics);
        stages.forEach((stage, time) -> metrics.put(stage, milliseconds(time)));
        metrics.put(Metric.MILLISECONDS, milliseconds(nanoseconds.getAsLong() - startedAt));
        metrics.writeTo(line);
        if (cost.isKnown()) {
            metrics.announce(line, receivedAt);
        }
        return JsonFormat.write(line);
    }

    // To a tenth.
    private static BigDecimal milliseconds(long nanoseconds) {
        return BigDecimal.valueOf(nanoseconds, DIGITS_OF_A_MILLISECOND)
                .setScale(1, RoundingMode.HALF_UP);
    }
}
