package dev.trendlake.intake.json;

/** Text is no JSON object, or none that is taken; the message says why. */
public final class NotJson extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean isOtherJson;

    private NotJson(String reason, boolean isOtherJson) {
        super(reason);
        this.isOtherJson = isOtherJson;
    }

    static NotJson broken(String reason) {
        return new NotJson(reason, false);
    }

    static NotJson other(String reason) {
        return new NotJson(reason, true);
    }

    /** Whether it is something else than one object, rather than broken. */
    public boolean isOtherJson() {
        return isOtherJson;
    }

    // It says what is wrong with a text, not where in our code that was seen.
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
