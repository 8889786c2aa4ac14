package dev.trendlake.answer;

import java.util.List;

/** The numbers of an entry; NaN for one that is undefined. */
sealed interface Figures {
    /**
     * One for each bucket.
     *
     * @param data the numbers as shown
     * @param count what they come to together
     * @param size by which entries are ordered
     */
    record OverTime(List<Double> data, double count, double size) implements Figures {
        public OverTime {
            data = List.copyOf(data);
        }
    }

    /**
     * One for the whole range.
     *
     * @param value the number as shown
     * @param size by which entries are ordered
     */
    record Total(double value, double size) implements Figures {}

    /** By which entries are ordered; least for what is undefined. */
    default double ordered() {
        double size =
                switch (this) {
                    case OverTime over -> over.size();
                    case Total total -> total.size();
                };
        return Double.isNaN(size) ? Double.NEGATIVE_INFINITY : size;
    }

    /** The sum of those that are numbers. */
    static double sum(List<Double> data) {
        return data.stream().filter(Double::isFinite).mapToDouble(Double::doubleValue).sum();
    }
}
