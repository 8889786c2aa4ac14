package dev.trendlake.error;

/** No key, or one that is not known: 401. */
public final class NotAuthenticated extends ApiException {
    private static final long serialVersionUID = 1L;

    private final boolean keyGiven;

    private NotAuthenticated(String detail, boolean keyGiven) {
        super(detail);
        this.keyGiven = keyGiven;
    }

    /** The request carries no key: code {@code not_authenticated}. */
    public static NotAuthenticated withoutKey() {
        return new NotAuthenticated("Authentication credentials were not provided.", false);
    }

    /**
     * The key is unknown or inactive: code {@code authentication_failed}.
     *
     * @param place where the key stood, as the message names it: {@code Authorization header}
     */
    public static NotAuthenticated withInvalidKey(String place) {
        return new NotAuthenticated(
                "Personal API key found in request " + place + " is invalid.", true);
    }

    /** Whether a key was given, and was wrong. */
    public boolean keyGiven() {
        return keyGiven;
    }
}
