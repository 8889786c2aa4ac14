package dev.trendlake.intake.compact;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes one file of several of a project's day. */
public interface FileMerge {
    /**
     * Merges files.
     *
     * @param target where the file is written
     * @return its name, which follows from what is in it
     */
    String merge(long project, List<Path> files, Path target) throws IOException;
}
