package dev.trendlake.capture;

/** Events that are not taken, for a reason that their sender can do something about. */
public final class CaptureRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Reason {
        /** The request can't be read, or an event lacks what it needs. */
        UNREADABLE,
        /** The request names no project, or none that is there. */
        UNKNOWN_PROJECT,
        /** The request, or an event, is larger than what is taken. */
        TOO_LARGE
    }

    private final Reason reason;

    private CaptureRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static CaptureRefused unreadable(String message) {
        return new CaptureRefused(Reason.UNREADABLE, message);
    }

    static CaptureRefused undecodable(String detail) {
        return unreadable("failed to decode request: " + detail);
    }

    static CaptureRefused unparsable(String detail) {
        return unreadable("failed to parse request: " + detail);
    }

    static CaptureRefused unknownProject(String message) {
        return new CaptureRefused(Reason.UNKNOWN_PROJECT, message);
    }

    static CaptureRefused tooLarge(String detail) {
        return new CaptureRefused(Reason.TOO_LARGE, "maximum event size exceeded: " + detail);
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }
}
