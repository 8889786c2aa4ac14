package dev.trendlake.answer;

/** Of two compared periods, which (spec: trends, 6). */
enum Period {
    CURRENT("current"),
    PREVIOUS("previous");

    private final String wireName;

    Period(String wireName) {
        this.wireName = wireName;
    }

    /** The wire's word. */
    String wireName() {
        return wireName;
    }
}
