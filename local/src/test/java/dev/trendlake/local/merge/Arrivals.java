package dev.trendlake.local.merge;

import dev.trendlake.cache.LakeVersions;
import dev.trendlake.cache.PartitionVersions;
import dev.trendlake.engine.Deadline;
import dev.trendlake.engine.ExecutionLost;
import dev.trendlake.engine.QueryEngine;
import dev.trendlake.engine.QueryRun;
import dev.trendlake.engine.Row;
import dev.trendlake.local.athena.TestLake;
import dev.trendlake.project.SideTables;
import dev.trendlake.sql.Select;
import dev.trendlake.sql.SqlRenderer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A lake into which events arrive one by one, each of them raising the version of its day;
 * statements run on the real engine over those that have arrived.
 */
final class Arrivals implements QueryEngine, PartitionVersions {
    private static final Pattern BAR = Pattern.compile("\\|");

    private final List<ArrivedEvent> events = new ArrayList<>();
    private final Map<LocalDate, Long> versions = new HashMap<>();
    private final Map<String, List<Row>> runs = new HashMap<>();

    void arrive(ArrivedEvent event) {
        events.add(event);
        versions.merge(event.day(), 1L, Long::sum);
    }

    @Override
    public LakeVersions read(long project, YearMonth first, YearMonth last, SideTables tables) {
        Map<LocalDate, Long> known = new HashMap<>(versions);
        known.keySet()
                .removeIf(day ->
                        YearMonth.from(day).isBefore(first) || YearMonth.from(day).isAfter(last));
        return new LakeVersions(first, last, known, 0, 0, 0);
    }

    @Override
    public String start(Select statement, String token, Deadline deadline) {
        String sql = withEvents(SqlRenderer.render(statement));
        List<Row> rows =
                TestLake.shared().rows(sql).stream()
                        .map(row -> new Row(List.of(BAR.split(row))))
                        .toList();
        String execution = "execution-" + (runs.size() + 1);
        runs.put(execution, rows);
        return execution;
    }

    @Override
    public QueryRun finish(String executionId, Deadline deadline) {
        return new QueryRun(
                executionId,
                runs.getOrDefault(executionId, List.of()),
                0,
                Duration.ZERO,
                Duration.ZERO);
    }

    @Override
    public QueryRun resume(String executionId, Deadline deadline) throws ExecutionLost {
        throw new ExecutionLost("nobody else asks");
    }

    @Override
    public boolean hasEnded(String executionId, Deadline deadline) {
        return true;
    }

    @Override
    public void cancel(String executionId, Deadline deadline) {}

    private String withEvents(String statement) {
        return events.stream()
                .map(ArrivedEvent::row)
                .collect(
                        Collectors.joining(
                                ",\n",
                                "WITH \"events\" (" + ArrivedEvent.COLUMNS + ") AS (VALUES\n",
                                ")\n" + statement));
    }
}
