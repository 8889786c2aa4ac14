package dev.trendlake.local.conformance;

import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.load.RefusedLine;
import org.jspecify.annotations.Nullable;

/** Remembers why the first of a case's events was refused. */
final class FirstRefusal implements LoadListener {
    private @Nullable RefusedLine first;

    @Override
    public void read(long lines) {}

    @Override
    public void refused(RefusedLine line) {
        if (first == null) {
            first = line;
        }
    }

    @Override
    public void writing(int days) {}

    @Override
    public void groupTypeUnknown(String type, int groups) {}

    @Override
    public void namesLeftOut(String what) {}

    @Override
    public String toString() {
        return first == null ? "others are repeated" : first.toString();
    }
}
