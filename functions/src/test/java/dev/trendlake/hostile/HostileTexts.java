package dev.trendlake.hostile;

import dev.trendlake.request.RequestJson;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Makes texts that would break out of a statement written by hand; the same ones for a seed. */
final class HostileTexts {
    private static final List<String> FRAGMENTS =
            List.of(
                    "'",
                    "''",
                    "'''",
                    "\"",
                    "\"\"",
                    "`",
                    "\\",
                    "\\\\",
                    "\\'",
                    "\\\"",
                    "\\u0027",
                    "\\x27",
                    "--",
                    "-- \n",
                    "#",
                    "/*",
                    "*/",
                    "/**/",
                    ";",
                    "; DROP TABLE events;",
                    "' OR '1'='1",
                    "' OR 1=1 --",
                    "') UNION ALL SELECT * FROM \"events\" --",
                    "\" FROM \"events\" --",
                    "'||'",
                    "' || version() || '",
                    "U&'\\0027'",
                    "X'27'",
                    "$$",
                    "${",
                    "${jndi:x}",
                    "#{x}",
                    "{{x}}",
                    "{}",
                    "%",
                    "_",
                    "%s",
                    "%1$s",
                    "?",
                    ":name",
                    "@x",
                    "\n",
                    "\r\n",
                    "\t",
                    "\u000B",
                    "\u001A",
                    "\u007F",
                    "\u0000",
                    "\u2019",
                    "\u02BC",
                    "\uFF07",
                    "\u201C",
                    "\u00A0",
                    "\u2028",
                    "\u202E",
                    "\uFEFF",
                    "\uFFFD",
                    "\uFFFF",
                    "é",
                    "ß",
                    "İ",
                    "ſ",
                    "漢",
                    "😀",
                    "👩‍👩‍👧",
                    "e\u0301",
                    "SELECT",
                    "null",
                    "NULL",
                    "TRUE",
                    "CASE WHEN",
                    "END",
                    "ESCAPE",
                    "LIKE",
                    "INTERVAL '1' DAY",
                    "DATE '2020-01-01'",
                    "ARRAY[1]",
                    "x -> x",
                    "$",
                    "$.",
                    "$[",
                    "[\"a\"]",
                    "[0]",
                    "[*]",
                    "..",
                    "]",
                    "[",
                    "(",
                    ")",
                    "(?:",
                    "\\E",
                    "\\Q",
                    ".*",
                    "a",
                    "Z",
                    "0",
                    "1e9",
                    "-1",
                    " ",
                    "",
                    ":",
                    ",",
                    "=",
                    "<>",
                    "!",
                    "~",
                    "^",
                    "|",
                    "&",
                    "+");
    private static final Pattern NOTHING_BUT_NUMBERS = Pattern.compile("[\\s0-9.eE+-]*");

    private final Random random;

    HostileTexts(long seed) {
        random = new Random(seed);
    }

    /** The next text: none that the readers take for a number, for nothing or for JSON. */
    String next() {
        String text = random.nextInt(200) == 0 ? any().repeat(100) : any();
        return means(text) ? next() : text;
    }

    /** A text of 100 kB. */
    String huge() {
        StringBuilder text = new StringBuilder("x");
        while (text.length() < 100_000) {
            text.append(any());
        }
        return text.toString();
    }

    private String any() {
        StringBuilder text = new StringBuilder();
        for (int left = 1 + random.nextInt(6); left > 0; left--) {
            text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
        }
        return text.toString();
    }

    private static boolean means(String text) {
        String bare = text.strip();
        return NOTHING_BUT_NUMBERS.matcher(bare).matches()
                || bare.equalsIgnoreCase("true")
                || bare.equalsIgnoreCase("null")
                || RequestJson.parse(text).isPresent();
    }
}
