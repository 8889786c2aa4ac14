package dev.trendlake.hogql;

/** How HogQL compares two values. */
public enum HogQlComparison {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    LIKE("like"),
    NOT_LIKE("not like"),
    ILIKE("ilike"),
    NOT_ILIKE("not ilike"),
    REGEX("=~"),
    NOT_REGEX("!~"),
    REGEX_IGNORING_CASE("=~*"),
    NOT_REGEX_IGNORING_CASE("!~*"),
    IN("in"),
    NOT_IN("not in"),
    IN_COHORT("in cohort"),
    NOT_IN_COHORT("not in cohort");

    private final String symbol;

    HogQlComparison(String symbol) {
        this.symbol = symbol;
    }

    /** PostHog's name for it. */
    public String symbol() {
        return symbol;
    }
}
