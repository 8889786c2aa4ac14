package dev.trendlake.local.lambda;

import dev.trendlake.local.template.FunctionDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * A function with its processes: the one that was used last answers next, another is started when
 * all are busy, and callers wait when there are as many as may be. Safe for many threads.
 */
final class LocalFunction implements AutoCloseable {
    private final FunctionDefinition definition;
    private final FunctionCommand command;
    private final Path log;
    private final Semaphore places;
    private final Deque<FunctionProcess> idle = new ConcurrentLinkedDeque<>();
    private final Set<FunctionProcess> all = ConcurrentHashMap.newKeySet();

    LocalFunction(FunctionDefinition definition, FunctionSettings settings) {
        this.definition = definition;
        this.command = new FunctionCommand(definition, settings);
        this.log = settings.logs().resolve(definition.logicalName() + ".log");
        this.places = new Semaphore(settings.processes(), true);
    }

    /** Runs one event to its end. */
    Outcome invoke(String event) throws InterruptedException {
        if (!Files.isRegularFile(definition.jar())) {
            return Failures.notStarted("there is no " + definition.jar() + "; build it first");
        }
        places.acquire();
        try {
            return run(event);
        } finally {
            places.release();
        }
    }

    /** Starts a process that waits for the first event. */
    void warm() {
        if (Files.isRegularFile(definition.jar())) {
            idle.addFirst(start());
        }
    }

    @Override
    public void close() {
        all.forEach(FunctionProcess::close);
    }

    private Outcome run(String event) throws InterruptedException {
        FunctionProcess process = take();
        boolean finished = false;
        try {
            Outcome outcome = process.invoke(event);
            finished = process.usable();
            return outcome;
        } finally {
            giveBack(process, finished);
        }
    }

    private FunctionProcess take() {
        for (FunctionProcess warm = idle.pollFirst(); warm != null; warm = idle.pollFirst()) {
            if (warm.usable()) {
                return warm;
            }
            discard(warm);
        }
        return start();
    }

    private void giveBack(FunctionProcess process, boolean finished) {
        if (finished) {
            idle.addFirst(process);
            return;
        }
        discard(process);
    }

    private FunctionProcess start() {
        FunctionProcess process = FunctionProcess.start(command, definition.timeout(), log);
        all.add(process);
        return process;
    }

    private void discard(FunctionProcess process) {
        all.remove(process);
        process.close();
    }
}
