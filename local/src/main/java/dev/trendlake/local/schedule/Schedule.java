package dev.trendlake.local.schedule;

/**
 * A function that the clock calls.
 *
 * @param function its logical name
 * @param name the schedule's name in the template
 * @param expression when
 * @param input the event that it is called with, JSON
 */
public record Schedule(String function, String name, ScheduleExpression expression, String input) {}
