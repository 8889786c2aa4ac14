package dev.trendlake.function;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that takes time to make and isn't needed by every request: it is made when it is first
 * asked for. Safe for use by several threads.
 *
 * @param <T> what is made
 */
final class Late<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    /** Takes what makes it. */
    Late(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        T value = made;
        if (value == null) {
            value = maker.get();
            made = value;
        }
        return value;
    }
}
