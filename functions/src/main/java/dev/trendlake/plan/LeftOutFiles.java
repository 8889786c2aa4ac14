package dev.trendlake.plan;

import dev.trendlake.error.QueryUnavailable;
import dev.trendlake.project.EventFile;
import dev.trendlake.project.Project;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.In;
import dev.trendlake.sql.SqlExpression.Not;
import dev.trendlake.sql.SqlExpression.Text;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * The files of the events that a statement leaves out, so that it sees each event once while files
 * are written anew. Their names may take half of a statement's text; a statement that would have to
 * leave out more can't be made until some of them are gone.
 */
final class LeftOutFiles {
    /** Half of what Athena takes as a statement, in bytes. */
    static final int MOST_BYTES = 131_072;

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final LakeTables tables;
    private final Project project;
    private int bytes;

    LeftOutFiles(LakeTables tables, Project project) {
        this.tables = tables;
        this.project = project;
    }

    /**
     * The row is in none of the files of some days that are left out.
     *
     * @throws QueryUnavailable when all names that were asked for are too many
     */
    SqlExpression condition(LocalDate first, LocalDate last) {
        List<String> paths =
                project.layout().leftOut().stream()
                        .filter(file -> !file.day().isBefore(first) && !file.day().isAfter(last))
                        .map(this::path)
                        .toList();
        if (paths.isEmpty()) {
            return Conditions.ALWAYS;
        }
        paths.forEach(this::count);
        List<SqlExpression> names = paths.stream().<SqlExpression>map(Text::new).toList();
        return new Not(new In(new Column("$path"), names));
    }

    private String path(EventFile file) {
        return "%sproject_id=%d/day=%s/%s"
                .formatted(tables.eventsLocation(), project.id(), file.day(), file.name());
    }

    private void count(String path) {
        bytes += path.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new QueryUnavailable(
                    "Too many files of these days are being written anew. Please try again later,"
                            + " or ask about fewer days.",
                    A_WHILE);
        }
    }
}
