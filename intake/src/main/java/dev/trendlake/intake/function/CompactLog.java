package dev.trendlake.intake.function;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.intake.compact.Compaction;
import dev.trendlake.intake.compact.CompactionReport;
import dev.trendlake.intake.compact.RewriteReport;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.time.LocalDate;

/** Writes a line of JSON for each day that was looked after or failed, and one at the end. */
final class CompactLog implements Compaction.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private final InstantSource clock;

    CompactLog(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void day(long project, LocalDate day, int removed, RewriteReport report) {
        out.println(
                line("INFO")
                        .put("project", project)
                        .put("day", day.toString())
                        .put("files_removed", removed)
                        .put("files_replaced", report.replaced())
                        .put("files_written", report.written())
                        .put("bytes_written", report.bytes()));
    }

    @Override
    public void failed(long project, LocalDate day, Exception reason) {
        out.println(
                because(reason, line("ERROR").put("project", project).put("day", day.toString())));
    }

    @Override
    public void failed(long project, Exception reason) {
        out.println(because(reason, line("ERROR").put("project", project)));
    }

    @Override
    public void ended(CompactionReport report) {
        out.println(
                line(report.hasFailed() ? "ERROR" : "INFO")
                        .put("days", report.days())
                        .put("days_failed", report.failedDays())
                        .put("projects_failed", report.failedProjects())
                        .put("done", report.isDone()));
    }

    private ObjectNode line(String level) {
        return JSON.createObjectNode()
                .put("timestamp", clock.instant().toString())
                .put("level", level)
                .put("function", "CompactFunction");
    }

    private static ObjectNode because(Exception reason, ObjectNode line) {
        StringWriter stack = new StringWriter();
        reason.printStackTrace(new PrintWriter(stack, true));
        return line.put("outcome", "failed")
                .put("reason", String.valueOf(reason.getMessage()))
                .put("stack", stack.toString());
    }
}
