package dev.trendlake.intake.captured;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The indexes of a project's group types: a type that nobody has seen gets the next one, as long as
 * there are any. What is known is remembered.
 */
final class GroupIndexes {
    private final GroupTypes types;
    private final long project;
    private List<String> known;

    GroupIndexes(GroupTypes types, long project) {
        this.types = types;
        this.project = project;
        this.known = types.of(project);
    }

    /** The index of a type; empty when it is new and the project has all that it can have. */
    OptionalInt of(String type) {
        while (known.indexOf(type) < 0) {
            List<String> more = with(type);
            if (more.isEmpty()) {
                return OptionalInt.empty();
            }
            known = types.replace(project, known, more) ? more : types.of(project);
        }
        return OptionalInt.of(known.indexOf(type));
    }

    private List<String> with(String type) {
        int index = (int) known.stream().filter(name -> !name.isEmpty()).count();
        while (index < known.size() && !known.get(index).isEmpty()) {
            index++;
        }
        if (index >= GroupTypes.MOST || type.isEmpty()) {
            return List.of();
        }
        List<String> more = new ArrayList<>(known);
        while (more.size() <= index) {
            more.add("");
        }
        more.set(index, type);
        return List.copyOf(more);
    }
}
