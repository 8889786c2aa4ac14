package dev.trendlake.intake.load;

import dev.trendlake.project.NamesLeftOut;
import dev.trendlake.project.PropertyHolder;

/** Hands on what a load saw of names, and tells what is lost of it. */
final class NameLearning {
    private final NameRegister register;
    private final ProjectTimes projects;

    NameLearning(NameRegister register, ProjectTimes projects) {
        this.register = register;
        this.projects = projects;
    }

    void learn(long projectId, NamesSeen seen, LoadListener listener) {
        NamesLeftOut leftOut =
                register.learn(projectId, seen.names(projects.groupTypes(projectId)));
        if (seen.tooLong() > 0) {
            listener.namesLeftOut(
                    "names of more than 200 bytes, met %,d times".formatted(seen.tooLong()));
        }
        if (leftOut.ofEvents()) {
            listener.namesLeftOut("names of events");
        }
        leftOut.ofProperties().stream()
                .map(NameLearning::words)
                .sorted()
                .forEach(listener::namesLeftOut);
        if (leftOut.propertiesOfEvents()) {
            listener.namesLeftOut("which properties events have, beyond 1,000 of one event");
        }
        if (leftOut.types() > 0) {
            listener.namesLeftOut("types of %,d properties".formatted(leftOut.types()));
        }
        if (seen.isFull()) {
            listener.namesLeftOut("names beyond 100,000 of a kind in one load");
        }
    }

    private static String words(PropertyHolder holder) {
        return switch (holder) {
            case PropertyHolder.Events() -> "names of properties of events";
            case PropertyHolder.Persons() -> "names of properties of persons";
            case PropertyHolder.Groups(int typeIndex) ->
                    "names of properties of groups of the type " + typeIndex;
        };
    }
}
