package dev.trendlake.local.template;

import dev.trendlake.local.queue.QueueSource;
import dev.trendlake.local.schedule.Schedule;
import dev.trendlake.local.schedule.ScheduleExpression;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Reads the {@code Events} of a function that are no requests. */
final class TriggerReader {
    // What Lambda takes when the template says nothing.
    private static final long DEFAULT_BATCH = 10;
    private static final long DEFAULT_CONCURRENCY = 1_000;

    private TriggerReader() {}

    static List<QueueSource> queues(Resource function) {
        return events(function, "SQS", (_, event) -> queue(function, event));
    }

    static List<Schedule> schedules(Resource function) {
        return events(function, "ScheduleV2", (name, event) -> schedule(function, name, event));
    }

    private static <T> List<T> events(
            Resource function, String type, BiFunction<String, Section, T> reader) {
        List<T> found = new ArrayList<>();
        Section events = function.properties().section("Events");
        for (String name : events.names()) {
            Section event = events.section(name);
            if (event.text("Type").equals(type)) {
                found.add(read(event.section("Properties"), name, reader));
            }
        }
        return found;
    }

    private static <T> T read(
            Section properties, String name, BiFunction<String, Section, T> reader) {
        try {
            return reader.apply(name, properties);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new InvalidTemplate(properties.addressOf(""), e.getMessage() + " is not allowed");
        }
    }

    private static QueueSource queue(Resource function, Section event) {
        if (event.has("FilterCriteria")) {
            throw new InvalidTemplate(
                    event.addressOf("FilterCriteria"), "is not known on one machine");
        }
        return new QueueSource(
                function.logicalName(),
                event.text("Queue"),
                Math.toIntExact(event.number("BatchSize", DEFAULT_BATCH)),
                Duration.ofSeconds(event.number("MaximumBatchingWindowInSeconds", 0)),
                event.list("FunctionResponseTypes").contains("ReportBatchItemFailures"),
                Math.toIntExact(
                        event.section("ScalingConfig")
                                .number("MaximumConcurrency", DEFAULT_CONCURRENCY)));
    }

    private static Schedule schedule(Resource function, String name, Section event) {
        return new Schedule(
                function.logicalName(),
                name,
                ScheduleExpression.parse(event.text("ScheduleExpression")),
                event.text("Input", "{}"));
    }
}
