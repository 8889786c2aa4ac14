package dev.trendlake.http;

/** A form that an answer can be asked for in. */
public enum Format {
    JSON("json", "application", "json"),
    CSV("csv", "text", "csv");

    private final String wireName;
    private final String type;
    private final String subtype;

    Format(String wireName, String type, String subtype) {
        this.wireName = wireName;
        this.type = type;
        this.subtype = subtype;
    }

    /** The word of {@code ?format=} and of the path's suffix. */
    String wireName() {
        return wireName;
    }

    /** Whether an entry of an {@code Accept} header means this form. */
    boolean meets(String accepted) {
        return accepted.equals("*/*")
                || accepted.equals(type + "/*")
                || accepted.equals(type + "/" + subtype);
    }
}
