package dev.trendlake.local.command;

import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.load.RefusedLine;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Tells on a stream how a load goes on: refusals at once, progress when it lasts. */
final class LoadProgress implements LoadListener {
    private static final long EVERY = TimeUnit.SECONDS.toNanos(2);

    private final PrintStream stream;
    private final LongSupplier nanoTime;
    private final long start;
    private long told;

    LoadProgress(PrintStream stream, LongSupplier nanoTime) {
        this.stream = stream;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.told = start;
    }

    @Override
    public void source(String name, int number, int of) {
        if (of > 1) {
            stream.printf("%,d of %,d: %s%n", number, of, name);
        }
    }

    @Override
    public synchronized void read(long lines) {
        long now = nanoTime.getAsLong();
        if (now - told < EVERY) {
            return;
        }
        told = now;
        long perSecond = lines * TimeUnit.SECONDS.toNanos(1) / (now - start);
        stream.printf("%,d lines read, %,d a second%n", lines, perSecond);
    }

    @Override
    public void refused(RefusedLine line) {
        stream.println(line);
    }

    @Override
    public synchronized void writing(int days) {
        if (told > start) {
            stream.printf("writing %,d days%n", days);
        }
    }

    @Override
    public void groupTypeUnknown(String type, int groups) {
        stream.printf(
                "%,d groups of the type '%s' left out: the project names no such group type%n",
                groups, type);
    }

    @Override
    public void namesLeftOut(String what) {
        stream.printf("not learned, being more than a project keeps: %s%n", what);
    }
}
