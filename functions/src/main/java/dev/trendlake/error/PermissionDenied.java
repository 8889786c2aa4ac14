package dev.trendlake.error;

/** The key is good, but not for this: 403, {@code permission_denied}. */
public final class PermissionDenied extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Takes the sentence that the caller reads. */
    public PermissionDenied(String detail) {
        super(detail);
    }
}
