package dev.trendlake.trends;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.trendlake.cache.Basis;
import dev.trendlake.cache.CacheEntry.Flight;
import dev.trendlake.cache.CacheEntry.Known;
import dev.trendlake.cache.Claim;
import dev.trendlake.cache.Freshness;
import dev.trendlake.cache.KeptPieces;
import dev.trendlake.cache.ResultCache;
import dev.trendlake.cache.Work;
import dev.trendlake.engine.ExecutionLost;
import dev.trendlake.engine.QueryEngine;
import dev.trendlake.engine.QueryRun;
import dev.trendlake.engine.Row;
import dev.trendlake.engine.StillRunning;
import dev.trendlake.error.ApiException;
import dev.trendlake.merge.Course;
import dev.trendlake.merge.Merged;
import dev.trendlake.merge.Merger;
import dev.trendlake.plan.TrendPlan;
import dev.trendlake.trend.Refresh;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Computes questions: one execution for all who ask the same at once. Who comes first claims the
 * question, starts its execution and tells the others; who comes later waits for the same one. An
 * execution that outlives all requests is found by the next.
 */
final class Flights {
    /** How long an execution that nobody waits for is remembered. */
    private static final Duration UNREAD = Duration.ofMinutes(30);

    /** How long the one with the claim has to start an execution. */
    private static final Duration TO_START = Duration.ofSeconds(30);

    /** How often an execution is started in place of a lost one. */
    private static final int ATTEMPTS = 3;

    private final Merger merger;
    private final QueryEngine engine;
    private final ResultCache cache;

    Flights(Merger merger, QueryEngine engine, ResultCache cache) {
        this.merger = merger;
        this.engine = engine;
        this.cache = cache;
    }

    /** Has a question computed, by an execution that is there already or a new one. */
    Launched launch(Question question, Flight present) {
        return switch (present) {
            case Flight.Running running -> Launched.byOthers(running);
            case Flight.None(), Flight.Claimed _ -> claimed(question, "");
        };
    }

    /**
     * The rows of a computation.
     *
     * @throws StillRunning when they aren't there by the deadline; the computation goes on
     */
    Landed land(Question question, Launched launched) throws StillRunning {
        Launched flight = launched;
        for (int attempt = 1; ; attempt++) {
            try {
                return landed(question, flight);
            } catch (ExecutionLost lost) {
                if (attempt == ATTEMPTS) {
                    throw new StillRunning(flight.executionId());
                }
                flight = claimed(question, flight.executionId());
            }
        }
    }

    /** Whether a computation has come to its end, so that landing takes no time. */
    boolean hasEnded(Question question, Flight.Running running) {
        return engine.hasEnded(running.executionId(), question.asking().deadline());
    }

    private Launched claimed(Question question, String lost) {
        Asking asking = question.asking();
        String owner = token(question, lost);
        Claim claim = new Claim(owner, asking.now(), asking.now().plus(TO_START), lost);
        Flight inTheWay = cache.claim(question.key(), claim);
        return inTheWay instanceof Flight.None
                ? started(question, owner)
                : Launched.byOthers(inTheWay);
    }

    private Launched started(Question question, String owner) {
        try {
            return switch (course(question)) {
                case Course.Known(var rows, var basis) -> known(question, owner, rows, basis);
                case Course.Execute execution -> executed(question, owner, execution);
            };
        } catch (RuntimeException e) {
            cache.release(question.key(), owner);
            throw e;
        }
    }

    private Course course(Question question) {
        return merger.course(
                question.query(),
                question.project(),
                isForced(question.asking().refresh()),
                question.lake()::at);
    }

    private static boolean isForced(Refresh refresh) {
        return switch (refresh) {
            case ALWAYS, IN_BACKGROUND -> true;
            case NEVER,
                    IF_STALE,
                    IN_BACKGROUND_IF_STALE,
                    IN_BACKGROUND_IF_VERY_STALE,
                    IN_BACKGROUND_UNLESS_MISSING ->
                    false;
        };
    }

    private Launched known(Question question, String owner, List<Row> rows, Basis basis) {
        Asking asking = question.asking();
        asking.progress().done(Stage.PLAN);
        Known.Kept kept = new Known.Kept(rows, asking.now(), basis);
        cache.keep(question.key(), owner, kept, Freshness.expiresAt(asking.now()));
        asking.progress().done(Stage.KEEP);
        Landed landed = new Landed(kept, new TrendOutcome.Origin.Cache());
        return new Launched(new Flight.None(), Optional.empty(), Optional.of(landed));
    }

    private Launched executed(Question question, String owner, Course.Execute course) {
        Asking asking = question.asking();
        TrendPlan plan = course.plan();
        asking.spending().spend();
        asking.progress().done(Stage.PLAN);
        asking.progress().readsFromDocuments(plan.fromDocuments());
        String executionId = engine.start(plan.statement(), owner, asking.deadline());
        asking.progress().executes(executionId);
        Flight.Running running = new Flight.Running(executionId, asking.now(), course.work());
        cache.tell(question.key(), owner, running, asking.now().plus(UNREAD));
        return new Launched(running, Optional.of(course.found()), Optional.empty());
    }

    private Landed landed(Question question, Launched flight) throws StillRunning, ExecutionLost {
        if (flight.landed().isPresent()) {
            return flight.landed().get();
        }
        return switch (flight.flight()) {
            case Flight.Running running -> run(question, running, flight.found());
            case Flight.Claimed _, Flight.None() ->
                    new ClaimedWait(cache).rows(question, flight.startedAt(), this::landedByOthers);
        };
    }

    private Landed landedByOthers(Question question, Flight.Running running)
            throws StillRunning, ExecutionLost {
        return run(question, running, Optional.empty());
    }

    private Landed run(Question question, Flight.Running running, Optional<KeptPieces> found)
            throws StillRunning, ExecutionLost {
        Asking asking = question.asking();
        asking.progress().executes(running.executionId());
        try {
            QueryRun run =
                    found.isPresent()
                            ? engine.finish(running.executionId(), asking.deadline())
                            : engine.resume(running.executionId(), asking.deadline());
            asking.progress().done(Stage.QUERY);
            return kept(question, run, running, found);
        } catch (ApiException e) {
            // The next request starts anew: what was wrong may be mended by then.
            cache.release(question.key(), running.executionId());
            throw e;
        }
    }

    private Landed kept(
            Question question, QueryRun run, Flight.Running running, Optional<KeptPieces> found)
            throws ExecutionLost {
        Work work = running.work();
        Instant startedAt = running.startedAt();
        Merged merged =
                merger.rows(
                        question.query(), question.project(), work, found, run.rows(), startedAt);
        CompletableFuture<Void> keeping =
                CompletableFuture.runAsync(merged.keeping(), Thread::startVirtualThread);
        Known.Kept kept = new Known.Kept(merged.rows(), startedAt, work.basis());
        cache.keep(question.key(), run.executionId(), kept, Freshness.expiresAt(startedAt));
        keeping.join();
        question.asking().progress().done(Stage.KEEP);
        return new Landed(
                kept,
                new TrendOutcome.Origin.Execution(
                        run.executionId(), run.bytesScanned(), work.isPartial()));
    }

    // One for each call of the function: a call that is repeated finds the execution it started.
    private static String token(Question question, String lost) {
        String text = question.asking().callId() + "/" + question.key().digest() + "/" + lost;
        return UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).toString();
    }

    /**
     * A computation on its way.
     *
     * @param flight how far it is
     * @param found where this request started it, the pieces that it found before
     * @param landed what it came to, where nothing had to be executed
     */
    record Launched(Flight flight, Optional<KeptPieces> found, Optional<Landed> landed) {
        static Launched byOthers(Flight flight) {
            return new Launched(flight, Optional.empty(), Optional.empty());
        }

        /** When it was started. */
        Instant startedAt() {
            if (landed.isPresent()) {
                return landed.get().rows().computedAt();
            }
            return switch (flight) {
                case Flight.Running(_, Instant startedAt, _) -> startedAt;
                case Flight.Claimed(Instant startedAt) -> startedAt;
                case Flight.None() -> Instant.EPOCH;
            };
        }

        String executionId() {
            return flight instanceof Flight.Running running ? running.executionId() : "";
        }
    }

    /** Rows, and where they are from. */
    record Landed(Known.Kept rows, TrendOutcome.Origin origin) {}
}
