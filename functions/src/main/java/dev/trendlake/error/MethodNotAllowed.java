package dev.trendlake.error;

/** The path exists, but not with this method: 405, {@code method_not_allowed}. */
public final class MethodNotAllowed extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Takes the method as sent, for example {@code PUT}. */
    public MethodNotAllowed(String method) {
        super("Method \"" + method + "\" not allowed.");
    }
}
