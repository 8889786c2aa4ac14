package dev.trendlake.local.stack;

import java.nio.file.Path;

/** Another stack runs on the same data. */
public final class DataInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Takes the folder. */
    public DataInUse(Path data) {
        super("another stack is using " + data + "; stop it, or choose another folder with --data");
    }
}
