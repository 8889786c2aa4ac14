package dev.trendlake.error;

/** There is no such project or path: 404, {@code not_found}. */
public final class NotFound extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Takes the sentence that the caller reads. */
    public NotFound(String detail) {
        super(detail);
    }
}
