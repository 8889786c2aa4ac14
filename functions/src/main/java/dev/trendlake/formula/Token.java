package dev.trendlake.formula;

/**
 * A word of a formula.
 *
 * @param text as it is written; empty at the end
 * @param position of its first character, counted from 1
 */
record Token(Kind kind, String text, int position) {
    /** What a word can be. */
    enum Kind {
        NUMBER,
        NAME,
        SYMBOL,
        END
    }

    /** Whether this is the symbol. */
    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}
