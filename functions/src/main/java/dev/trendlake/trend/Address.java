package dev.trendlake.trend;

/**
 * Where in the request a value stood, as errors name it: nested names joined by two underscores,
 * places in lists as numbers ({@code events__0__properties__2}). Says nothing about what is asked:
 * two questions that differ in addresses alone are the same question.
 */
public record Address(String path) {
    /** The address of a member of this one. */
    public Address member(String name) {
        return new Address(path.isEmpty() ? name : path + "__" + name);
    }

    /** The address of an element of this list, counted from 0. */
    public Address element(int index) {
        return member(Integer.toString(index));
    }
}
