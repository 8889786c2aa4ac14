package dev.trendlake.error;

/** The body's content type can't be read: 415, {@code unsupported_media_type}. */
public final class UnsupportedMediaType extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Takes the sentence that the caller reads. */
    public UnsupportedMediaType(String detail) {
        super(detail);
    }
}
