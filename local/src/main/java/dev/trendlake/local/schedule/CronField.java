package dev.trendlake.local.schedule;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The numbers that one field of a cron expression lets through. */
record CronField(Set<Integer> numbers) {
    private static final Pattern PART =
            Pattern.compile("(?:(\\*|\\?)|(\\d+)(?:-(\\d+))?)(?:/([1-9]\\d*))?");

    CronField {
        numbers = Set.copyOf(numbers);
    }

    static CronField parse(String text, int least, int most) {
        Set<Integer> numbers = new HashSet<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "'" + part + "' of a cron expression is not known on one machine");
            }
            add(numbers, matcher, least, most);
        }
        if (numbers.isEmpty() || numbers.stream().anyMatch(n -> n < least || n > most)) {
            throw new IllegalArgumentException(
                    "'%s' of a cron expression is not within %d and %d"
                            .formatted(text, least, most));
        }
        return new CronField(numbers);
    }

    boolean has(int number) {
        return numbers.contains(number);
    }

    private static void add(Set<Integer> numbers, Matcher part, int least, int most) {
        boolean isAny = part.group(1) != null;
        int first = isAny ? least : Integer.parseInt(part.group(2));
        int step = part.group(4) == null ? 1 : Integer.parseInt(part.group(4));
        int last = first;
        if (part.group(3) != null) {
            last = Integer.parseInt(part.group(3));
        } else if (isAny || part.group(4) != null) {
            last = most;
        }
        IntStream.rangeClosed(first, last)
                .filter(number -> (number - first) % step == 0)
                .forEach(numbers::add);
    }
}
