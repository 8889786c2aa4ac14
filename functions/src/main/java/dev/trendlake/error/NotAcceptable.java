package dev.trendlake.error;

/** No form of the answer is one that the request accepts: 406, {@code not_acceptable}. */
public final class NotAcceptable extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Takes no detail: the sentence is always the same. */
    public NotAcceptable() {
        super("Could not satisfy the request Accept header.");
    }
}
