package dev.trendlake.error;

/** A field of the request holds something that can't be answered: 400, {@code validation_error}. */
public final class InvalidRequest extends ApiException {
    private static final long serialVersionUID = 1L;
    private static final String INVALID_INPUT = "invalid_input";

    private final String attribute;
    private final String code;

    /**
     * @param attribute the field's address, nested names joined by two underscores and places in
     *     lists as numbers ({@code events__0__math}); empty when no single field is to blame
     * @param detail a sentence for the caller that says what would be right
     */
    public InvalidRequest(String attribute, String detail) {
        this(attribute, INVALID_INPUT, detail);
    }

    /**
     * @param attribute the field's address, as above
     * @param code what is wrong in a word: {@code required}, {@code null}, {@code blank} …
     * @param detail a sentence for the caller that says what would be right
     */
    public InvalidRequest(String attribute, String code, String detail) {
        super(detail);
        this.attribute = attribute;
        this.code = code;
    }

    /** The field's address; empty when no single field is to blame. */
    public String attribute() {
        return attribute;
    }

    /** What is wrong in a word; {@code invalid_input} when no word says it better. */
    public String code() {
        return code;
    }
}
