package dev.trendlake.local.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The requests that may fail for now: a list that can only shrink. */
public final class AllowedFailures {
    private final Set<String> names;

    private AllowedFailures(Set<String> names) {
        this.names = names;
    }

    /** None may fail. */
    public static AllowedFailures none() {
        return new AllowedFailures(Set.of());
    }

    /** Reads a list: a request's name on each line, {@code #} before comments. */
    public static AllowedFailures read(Path file) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                names.add(line.strip());
            }
        }
        return new AllowedFailures(names);
    }

    /** Whether a request may fail. */
    public boolean allows(RequestName name) {
        return names.contains(name.toString());
    }

    /** What is wrong with the list itself: requests that pass, and lines that name none. */
    public List<String> complaints(List<Outcome> outcomes) {
        Set<String> unknown = new LinkedHashSet<>(names);
        List<String> complaints = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            unknown.remove(outcome.name().toString());
            if (outcome instanceof Outcome.Passed && allows(outcome.name())) {
                complaints.add(outcome.name() + ": passes, take it off the list");
            }
        }
        unknown.forEach(
                line -> complaints.add(line + ": on the list, but no request has this name"));
        return complaints;
    }
}
