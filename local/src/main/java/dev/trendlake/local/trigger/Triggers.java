package dev.trendlake.local.trigger;

import dev.trendlake.local.lambda.LocalLambda;
import dev.trendlake.local.queue.LocalQueues;
import dev.trendlake.local.template.Deliveries;
import dev.trendlake.local.template.Template;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** All that calls functions without a request. */
public final class Triggers implements AutoCloseable {
    private final List<QueueReader> readers = new ArrayList<>();
    private final List<ScheduleClock> clocks = new ArrayList<>();

    private Triggers() {}

    /**
     * Starts it.
     *
     * @param withSchedules whether the clock calls functions
     */
    public static Triggers start(
            Deliveries deliveries,
            LocalQueues queues,
            LocalLambda functions,
            boolean withSchedules) {
        Triggers triggers = new Triggers();
        deliveries.sources().stream()
                .map(source -> QueueReader.start(source, queues, functions, Template.REGION))
                .forEach(triggers.readers::add);
        if (withSchedules) {
            triggers.clocks.add(
                    ScheduleClock.start(deliveries.schedules(), functions, InstantSource.system()));
        }
        return triggers;
    }

    @Override
    public void close() {
        readers.forEach(QueueReader::close);
        clocks.forEach(ScheduleClock::close);
    }
}
