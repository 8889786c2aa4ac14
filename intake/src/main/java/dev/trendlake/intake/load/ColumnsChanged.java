package dev.trendlake.intake.load;

import java.io.IOException;

/** Properties got columns while events were read: the events are to be read again, with them. */
public final class ColumnsChanged extends IOException {
    private static final long serialVersionUID = 1L;

    /** Takes whose properties. */
    public ColumnsChanged(long project) {
        super(
                "properties of project %d got columns while events were read; import them again"
                        .formatted(project));
    }
}
