package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.lake.LakePartition;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Writes a line of JSON for each batch: what was raised, and what was not and why. */
final class NoticeLog {
    private final PrintStream out;
    private final InstantSource clock;
    private final LongSupplier nanoseconds;

    NoticeLog(PrintStream out, InstantSource clock, LongSupplier nanoseconds) {
        this.out = out;
        this.clock = clock;
        this.nanoseconds = nanoseconds;
    }

    /** Begins the line of a batch of so many messages. */
    Line begin(int messages) {
        return new Line(messages);
    }

    /** What is logged of one batch. */
    final class Line {
        private final ObjectNode line = JsonFormat.object();
        private final long startedAt = nanoseconds.getAsLong();

        private Line(int messages) {
            line.put("level", "INFO");
            line.put("function", "PartitionChangedFunction");
            line.put("time", clock.instant().toString());
            line.put("messages", messages);
        }

        void raised(Set<LakePartition> partitions) {
            partitions.stream()
                    .map(LakePartition::folder)
                    .sorted()
                    .forEach(line.putArray("raised")::add);
        }

        void leftAlone(String key, String reason) {
            line.withArray("left_alone").addObject().put("key", key).put("reason", reason);
        }

        void unreadable(String messageId, IOException why) {
            line.put("level", "ERROR");
            line.withArray("unreadable")
                    .addObject()
                    .put("message_id", messageId)
                    .put("reason", why.getMessage());
        }

        void failed(RuntimeException failure) {
            StringWriter stack = new StringWriter();
            failure.printStackTrace(new PrintWriter(stack, true));
            line.put("level", "ERROR");
            line.put("reason", String.valueOf(failure.getMessage()));
            line.put("stack", stack.toString());
        }

        void write() {
            long duration = nanoseconds.getAsLong() - startedAt;
            line.put("milliseconds", TimeUnit.NANOSECONDS.toMillis(duration));
            out.println(JsonFormat.write(line));
        }
    }
}
