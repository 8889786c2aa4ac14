package dev.trendlake.aws.athena;

import dev.trendlake.engine.Deadline;
import java.time.Duration;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Makes calls that may be repeated, and repeats those that were refused for now or lost on the way.
 * No attempt and no pause lasts beyond the deadline.
 */
final class AthenaCalls {
    /** Longer than any of the calls takes: none of them waits for the statement. */
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(6);

    private final Backoff backoff;
    private final Pauser pauser;
    private final RandomGenerator random;

    AthenaCalls(Backoff backoff, Pauser pauser, RandomGenerator random) {
        this.backoff = backoff;
        this.pauser = pauser;
        this.random = random;
    }

    /**
     * The answer of a call, which is given the time limit to send it with.
     *
     * @throws NoAnswer when there is none after the last attempt or at the deadline, or when the
     *     thread is interrupted
     * @throws SdkException when Athena's answer is an error that would come again
     */
    <T> T send(Function<AwsRequestOverrideConfiguration, T> call, Deadline deadline)
            throws NoAnswer {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.apply(timeLimit(deadline));
            } catch (AbortedException e) {
                Thread.currentThread().interrupt();
                throw new NoAnswer("interrupted while calling Athena", e);
            } catch (SdkException e) {
                if (!AthenaFailure.of(e).mayPass()) {
                    throw e;
                }
                Duration pause = backoff.pauseAfter(attempt, random);
                if (attempt == backoff.attempts() || pause.compareTo(deadline.remaining()) >= 0) {
                    throw new NoAnswer("no answer after " + attempt + " attempts", e);
                }
                pause(pause);
            }
        }
    }

    /** Lets this time pass. */
    void pause(Duration duration) throws NoAnswer {
        try {
            pauser.pause(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("interrupted while waiting for Athena", e);
        }
    }

    private static AwsRequestOverrideConfiguration timeLimit(Deadline deadline) throws NoAnswer {
        Duration remaining = deadline.remaining();
        if (!remaining.isPositive()) {
            throw new NoAnswer("the deadline has passed");
        }
        Duration limit = remaining.compareTo(LONGEST_ATTEMPT) < 0 ? remaining : LONGEST_ATTEMPT;
        return AwsRequestOverrideConfiguration.builder().apiCallTimeout(limit).build();
    }
}
