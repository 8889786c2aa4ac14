package dev.trendlake.intake.load;

import dev.trendlake.project.NamesLeftOut;
import dev.trendlake.project.SeenNames;
import java.util.Set;

/** Keeps the names of a project's events and properties, and the properties' types. */
@FunctionalInterface
public interface NameRegister {
    /** Learns what is new of what was seen, and says what could not be kept. */
    NamesLeftOut learn(long projectId, SeenNames seen);

    /** Learns nothing: for projects that declare their types themselves. */
    static NameRegister none() {
        return (_, _) -> new NamesLeftOut(false, Set.of(), false, 0);
    }
}
