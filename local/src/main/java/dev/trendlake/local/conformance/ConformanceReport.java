package dev.trendlake.local.conformance;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a run.
 *
 * @param cases how many cases there were
 * @param outcomes one for each request, in the order of the cases
 * @param allowed which may fail
 */
public record ConformanceReport(int cases, List<Outcome> outcomes, AllowedFailures allowed) {
    /** Copies the list. */
    public ConformanceReport {
        outcomes = List.copyOf(outcomes);
    }

    /** Whether nothing failed but what may, and the list of that is right. */
    public boolean isGood() {
        return unexpected().isEmpty() && allowed.complaints(outcomes).isEmpty();
    }

    /** What stands between this run and a good one: failures not allowed, and wrong lines. */
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        unexpected().forEach(failure -> complaints.add(failure.toString()));
        complaints.addAll(allowed.complaints(outcomes));
        return complaints;
    }

    /** The report's lines; the last one counts. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        failures().forEach(failure -> lines.add(failure.toString()));
        lines.addAll(allowed.complaints(outcomes));
        lines.add(
                "%d cases, %d requests; %d of the failures are on the list"
                        .formatted(
                                cases, outcomes.size(), failures().size() - unexpected().size()));
        lines.add(
                "%d passed, %d failed"
                        .formatted(outcomes.size() - failures().size(), failures().size()));
        return lines;
    }

    private List<Outcome.Failed> unexpected() {
        return failures().stream().filter(failure -> !allowed.allows(failure.name())).toList();
    }

    private List<Outcome.Failed> failures() {
        return outcomes.stream()
                .filter(Outcome.Failed.class::isInstance)
                .map(Outcome.Failed.class::cast)
                .toList();
    }
}
