package dev.trendlake.intake.compact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Left-out files of projects whose settings are in memory; those of project 6 can't be read. */
final class LeftOutInMemory implements LeftOutFiles {
    private record Place(long project, LocalDate day) {}

    private final Map<Place, Set<String>> coming = new HashMap<>();
    private final Map<Place, Map<String, Instant>> going = new HashMap<>();

    @Override
    public Set<String> coming(long project, LocalDate day) {
        return Set.copyOf(coming.getOrDefault(new Place(project, day), Set.of()));
    }

    @Override
    public Map<String, Instant> going(long project, LocalDate day) {
        return Map.copyOf(going.getOrDefault(new Place(project, day), Map.of()));
    }

    @Override
    public Set<LocalDate> days(long project) {
        if (project == 6) {
            throw new IllegalStateException("no settings");
        }
        return Stream.concat(coming.keySet().stream(), going.keySet().stream())
                .filter(place -> place.project() == project)
                .map(Place::day)
                .collect(Collectors.toSet());
    }

    @Override
    public int count(long project) {
        return days(project).stream()
                .mapToInt(day -> coming(project, day).size() + going(project, day).size())
                .sum();
    }

    @Override
    public void announce(long project, LocalDate day, Set<String> names) {
        coming.computeIfAbsent(new Place(project, day), _ -> new HashSet<>()).addAll(names);
    }

    @Override
    public boolean exchange(
            long project, LocalDate day, Set<String> came, Set<String> replaced, Instant now) {
        Place place = new Place(project, day);
        boolean isSo = coming(project, day).containsAll(came);
        if (isSo) {
            coming.getOrDefault(place, new HashSet<>()).removeAll(came);
            Map<String, Instant> gone = going.computeIfAbsent(place, _ -> new HashMap<>());
            replaced.forEach(name -> gone.put(name, now));
        }
        return isSo;
    }

    @Override
    public void forget(long project, LocalDate day, Set<String> names) {
        Place place = new Place(project, day);
        coming.getOrDefault(place, new HashSet<>()).removeAll(names);
        going.getOrDefault(place, new HashMap<>()).keySet().removeAll(names);
    }
}
