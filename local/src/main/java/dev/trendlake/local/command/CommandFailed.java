package dev.trendlake.local.command;

/** What the user asked for can't be done; the message is one line that says what would help. */
public final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Takes the line. */
    public CommandFailed(String message) {
        super(message);
    }
}
