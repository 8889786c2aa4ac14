package dev.trendlake.warm;

import dev.trendlake.plan.DocumentProperty;
import dev.trendlake.trends.Progress;
import dev.trendlake.trends.Stage;
import java.util.Set;

/** Nobody is told: there is no request, and so no line of one. */
final class NoProgress implements Progress {
    @Override
    public void done(Stage stage) {}

    @Override
    public void readsFromDocuments(Set<DocumentProperty> properties) {}

    @Override
    public void executes(String executionId) {}
}
