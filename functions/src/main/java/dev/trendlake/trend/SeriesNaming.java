package dev.trendlake.trend;

/**
 * What an answer repeats of a series in {@code label} and {@code action} (spec: trends, 9.2), in
 * the wire's words. A text that the request did not give is empty.
 *
 * @param name the display name: the event's name, the action's, or {@code All events}
 * @param customName the caller's own name
 * @param math the wire's {@code math}
 * @param mathProperty the wire's {@code math_property}
 * @param mathHogQl the wire's {@code math_hogql}
 * @param mathGroupTypeIndex the wire's {@code math_group_type_index} as text
 */
public record SeriesNaming(
        String name,
        String customName,
        String math,
        String mathProperty,
        String mathHogQl,
        String mathGroupTypeIndex) {}
