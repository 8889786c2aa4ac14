package dev.trendlake.capture;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Remembers whose tokens are for a minute, and those that are nobody's for ten seconds, so that a
 * new project's first events are soon taken. Safe for use by several threads.
 */
public final class RememberedTokens implements ProjectTokens {
    private static final Duration KNOWN = Duration.ofSeconds(60);
    private static final Duration UNKNOWN = Duration.ofSeconds(10);
    private static final int MOST = 10_000;

    private record Answer(OptionalLong project, Instant until) {}

    private final ProjectTokens tokens;
    private final InstantSource clock;
    private final Map<String, Answer> answers =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
                    return size() > MOST;
                }
            };

    /** Takes who knows them. */
    public RememberedTokens(ProjectTokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public OptionalLong projectOf(String token) {
        Instant now = clock.instant();
        synchronized (answers) {
            Answer answer = answers.get(token);
            if (answer != null && now.isBefore(answer.until())) {
                return answer.project();
            }
        }
        OptionalLong project = tokens.projectOf(token);
        synchronized (answers) {
            answers.put(
                    token, new Answer(project, now.plus(project.isPresent() ? KNOWN : UNKNOWN)));
        }
        return project;
    }
}
