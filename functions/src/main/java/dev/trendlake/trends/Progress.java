package dev.trendlake.trends;

import dev.trendlake.plan.DocumentProperty;
import java.util.Set;

/** Is told how the work on a request goes. */
public interface Progress {
    /** A stage has ended; the time since the last one ended is its. */
    void done(Stage stage);

    /** The statement of the request looks for these properties in documents. */
    void readsFromDocuments(Set<DocumentProperty> properties);

    /** The engine is at work: this execution is the request's. */
    void executes(String executionId);
}
