package dev.trendlake.error;

/** The path exists, but not with this method: 405, {@code method_not_allowed}. */
public final class MethodNotAllowed extends ApiException {
    private static final long serialVersionUID = 1L;

    private final String allowed;

    /**
     * @param method the method as sent, for example {@code PUT}
     * @param allowed the methods that the path has, as the {@code Allow} header lists them: {@code
     *     GET, POST}
     */
    public MethodNotAllowed(String method, String allowed) {
        super("Method \"" + method + "\" not allowed.");
        this.allowed = allowed;
    }

    /** The methods that the path has, as the {@code Allow} header lists them. */
    public String allowed() {
        return allowed;
    }
}
