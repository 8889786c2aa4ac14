package dev.trendlake.local.athena;

import java.util.Locale;

/** What Glue takes as a name. */
final class GlueNames {
    private GlueNames() {}

    static void check(String what, String name) {
        if (name.isEmpty() || !name.equals(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "Glue keeps names in lower case; this " + what + " is called '" + name + "'");
        }
    }
}
