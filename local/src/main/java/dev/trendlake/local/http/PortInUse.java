package dev.trendlake.local.http;

/** Another program listens on the port that was asked for. */
public final class PortInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Takes the port. */
    public PortInUse(int port, Throwable cause) {
        super("port " + port + " is in use; choose another one with --port", cause);
    }
}
