/** What happens to objects, as EventBridge tells it, and which queues hear of it. */
@NullMarked
package dev.trendlake.local.events;

import org.jspecify.annotations.NullMarked;
