package dev.trendlake.local.merge;

import dev.trendlake.plan.DocumentProperty;
import dev.trendlake.trend.Refresh;
import dev.trendlake.trends.Asking;
import dev.trendlake.trends.Progress;
import dev.trendlake.trends.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** The circumstances in which questions are asked here. */
final class Askings {
    private Askings() {}

    static Asking at(Instant now, Refresh refresh) {
        return new Asking(
                refresh,
                now,
                () -> Duration.ofMinutes(1),
                UUID.randomUUID().toString(),
                "http://localhost/",
                new Unheard(),
                () -> {});
    }

    private static final class Unheard implements Progress {
        @Override
        public void done(Stage stage) {}

        @Override
        public void readsFromDocuments(Set<DocumentProperty> properties) {}

        @Override
        public void executes(String executionId) {}
    }
}
