package dev.trendlake.project;

/**
 * A property that has a column of its own, of events or of the persons that they carry.
 *
 * @param owner whose property it is
 * @param key its name; not empty, without a comma, which ends it in a list
 */
public record ColumnProperty(Owner owner, String key) {
    /** Whose property a column holds. */
    public enum Owner {
        /** The event's own. */
        EVENT("event"),
        /** The person's, as the event carries it. */
        PERSON("person");

        private final String word;

        Owner(String word) {
            this.word = word;
        }
    }

    /** Checks the key. */
    public ColumnProperty {
        if (key.isBlank() || key.contains(",")) {
            throw new IllegalArgumentException("'%s' can't have a column".formatted(key));
        }
    }

    /**
     * Reads {@code event:$browser} or {@code person:plan}.
     *
     * @throws IllegalArgumentException when it is neither, which the message says
     */
    public static ColumnProperty parse(String text) {
        for (Owner owner : Owner.values()) {
            String start = owner.word + ":";
            if (text.startsWith(start)) {
                return new ColumnProperty(owner, text.substring(start.length()));
            }
        }
        throw new IllegalArgumentException(
                "'%s' is not of the form event:NAME or person:NAME".formatted(text));
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return owner.word + ":" + key;
    }
}
