package dev.trendlake.local.command;

import java.util.random.RandomGenerator;

/**
 * New API keys, {@code phx_} and 44 random letters and digits, some 262 bits; and tokens, {@code
 * phc_} and as many.
 */
final class SecretKey {
    private static final String CHARACTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 44;

    private SecretKey() {}

    /** A new key. */
    static String next(RandomGenerator random) {
        return "phx_" + text(random);
    }

    /** A new token of a project. */
    static String nextToken(RandomGenerator random) {
        return "phc_" + text(random);
    }

    private static String text(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        random.ints(LENGTH, 0, CHARACTERS.length())
                .forEach(place -> text.append(CHARACTERS.charAt(place)));
        return text.toString();
    }
}
