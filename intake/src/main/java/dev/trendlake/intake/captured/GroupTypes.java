package dev.trendlake.intake.captured;

import java.util.List;

/** Knows which types of groups a project has, and takes new ones. */
public interface GroupTypes {
    /** A project has at most so many. */
    int MOST = 5;

    /** The names of a project's group types, by index; empty where there is no such type. */
    List<String> of(long project);

    /**
     * Adds a type in place of the one with an index, unless another has been added meanwhile.
     *
     * @param present what was found there before
     * @return whether it was added
     */
    boolean replace(long project, List<String> present, List<String> types);
}
