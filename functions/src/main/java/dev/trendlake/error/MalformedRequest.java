package dev.trendlake.error;

/** The body can't be read at all: 400, {@code invalid_request}, {@code parse_error}. */
public final class MalformedRequest extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Says what was wrong with the body, for example {@code JSON parse error - …}. */
    public MalformedRequest(String detail) {
        super(detail);
    }
}
