package dev.trendlake.cache;

/**
 * Pieces as they were found.
 *
 * @param stamp tells this state of them from others; empty when none were ever kept
 */
public record KeptPieces(Pieces pieces, String stamp) {
    /** None that could be found. */
    public static KeptPieces none() {
        return new KeptPieces(Pieces.none(), "");
    }
}
