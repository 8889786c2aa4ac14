package dev.trendlake.error;

/** A field of the request holds something that can't be answered: 400, {@code validation_error}. */
public final class InvalidRequest extends ApiException {
    private static final long serialVersionUID = 1L;

    private final String attribute;

    /**
     * @param attribute the field's address, nested names joined by two underscores and places in
     *     lists as numbers ({@code events__0__math}); empty when no single field is to blame
     * @param detail a sentence for the caller that says what would be right
     */
    public InvalidRequest(String attribute, String detail) {
        super(detail);
        this.attribute = attribute;
    }

    /** The field's address; empty when no single field is to blame. */
    public String attribute() {
        return attribute;
    }
}
