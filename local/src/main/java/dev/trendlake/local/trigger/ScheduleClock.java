package dev.trendlake.local.trigger;

import dev.trendlake.local.lambda.LocalLambda;
import dev.trendlake.local.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Calls functions at their times, one after the other, until it is closed. */
public final class ScheduleClock implements AutoCloseable {
    private final LocalLambda functions;
    private final InstantSource clock;
    private final List<Thread> threads;

    private ScheduleClock(List<Schedule> schedules, LocalLambda functions, InstantSource clock) {
        this.functions = functions;
        this.clock = clock;
        this.threads =
                schedules.stream()
                        .map(schedule ->
                                Thread.ofVirtual()
                                        .name("schedule " + schedule.name())
                                        .unstarted(() -> keep(schedule)))
                        .toList();
    }

    /** Starts it. */
    public static ScheduleClock start(
            List<Schedule> schedules, LocalLambda functions, InstantSource clock) {
        ScheduleClock started = new ScheduleClock(schedules, functions, clock);
        started.threads.forEach(Thread::start);
        return started;
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }

    private void keep(Schedule schedule) {
        try {
            Instant next = schedule.expression().after(clock.instant());
            while (!Thread.currentThread().isInterrupted()) {
                Duration pause = Duration.between(clock.instant(), next);
                Thread.sleep(pause.isNegative() ? Duration.ZERO : pause);
                next = schedule.expression().after(next);
                // What becomes of it is in the function's log.
                functions.invoke(schedule.function(), schedule.input());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
