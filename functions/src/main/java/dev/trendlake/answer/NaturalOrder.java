package dev.trendlake.answer;

import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/** The order in which people read texts: numbers in them by size, letters of any case as one. */
final class NaturalOrder implements Comparator<String> {
    private static final Pattern BORDER =
            Pattern.compile("(?<=[0-9])(?=[^0-9])|(?<=[^0-9])(?=[0-9])");

    @Override
    public int compare(String left, String right) {
        String[] lefts = BORDER.split(left, -1);
        String[] rights = BORDER.split(right, -1);
        for (int i = 0; i < Math.min(lefts.length, rights.length); i++) {
            int order = compareParts(lefts[i], rights[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(lefts.length, rights.length);
    }

    private static int compareParts(String left, String right) {
        if (isNumber(left) != isNumber(right)) {
            return isNumber(left) ? -1 : 1;
        }
        return isNumber(left)
                ? compareNumbers(left.replaceFirst("^0+", ""), right.replaceFirst("^0+", ""))
                : left.toLowerCase(Locale.ROOT).compareTo(right.toLowerCase(Locale.ROOT));
    }

    private static int compareNumbers(String left, String right) {
        return left.length() == right.length()
                ? left.compareTo(right)
                : Integer.compare(left.length(), right.length());
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && part.charAt(0) >= '0' && part.charAt(0) <= '9';
    }
}
