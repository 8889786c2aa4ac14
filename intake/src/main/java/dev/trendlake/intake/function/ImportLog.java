package dev.trendlake.intake.function;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.intake.imports.ImportReport;
import dev.trendlake.intake.imports.ObjectOutcome;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Writes a line of JSON for each object: what became of it, and how long that took. */
final class ImportLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private final InstantSource clock;
    private final LongSupplier nanoseconds;

    ImportLog(PrintStream out, InstantSource clock, LongSupplier nanoseconds) {
        this.out = out;
        this.clock = clock;
        this.nanoseconds = nanoseconds;
    }

    /** Begins the line of a message. */
    Line begin(String messageId) {
        return new Line(messageId);
    }

    /** What is logged of one object. */
    final class Line {
        private final ObjectNode line = JSON.createObjectNode();
        private final long startedAt = nanoseconds.getAsLong();

        private Line(String messageId) {
            line.put("level", "INFO");
            line.put("function", "ImportFunction");
            line.put("time", clock.instant().toString());
            line.put("message_id", messageId);
        }

        void object(String key) {
            line.put("key", key);
        }

        void ended(ObjectOutcome outcome) {
            switch (outcome) {
                case ObjectOutcome.LeftAlone(var reason) ->
                        line.put("outcome", "left alone").put("reason", reason);
                case ObjectOutcome.Imported(var reports) -> {
                    line.put("outcome", "imported");
                    ArrayNode list = line.putArray("reports");
                    reports.forEach(report -> add(report, list.addObject()));
                }
            }
            write();
        }

        void failed(Exception failure) {
            StringWriter stack = new StringWriter();
            failure.printStackTrace(new PrintWriter(stack, true));
            line.put("level", "ERROR");
            line.put("outcome", "failed");
            line.put("reason", String.valueOf(failure.getMessage()));
            line.put("stack", stack.toString());
            write();
        }

        private static void add(ImportReport report, ObjectNode to) {
            to.put("model", report.model().word());
            to.put("taken", report.taken());
            to.put("repeated", report.repeated());
            to.put("refused", report.refused());
            to.put("days", report.days().size());
        }

        private void write() {
            long duration = nanoseconds.getAsLong() - startedAt;
            line.put("milliseconds", TimeUnit.NANOSECONDS.toMillis(duration));
            out.println(line);
        }
    }
}
