package dev.trendlake.aws.dynamodb;

import dev.trendlake.cache.Foresight;
import dev.trendlake.error.QueryUnavailable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads the rows of a question and the versions of what they follow from in one call, where this
 * process has not seen the request before ({@link ReadAhead} knows those that it has). What can't
 * be read so is read when it is looked for.
 */
public final class DynamoDbForesight implements Foresight {
    private static final System.Logger LOGGER = System.getLogger(DynamoDbForesight.class.getName());

    /** Longer ranges are read as they are looked for. */
    private static final int MOST_KEYS = 40;

    private final BatchRead batch;
    private final String results;
    private final String partitions;
    private final ReadAhead ahead;

    /** Takes the tables of results and of partitions, and what hands on what was read. */
    public DynamoDbForesight(
            DynamoDbClient client, String results, String partitions, ReadAhead ahead) {
        this.batch = new BatchRead(client, Set.of(results, partitions));
        this.results = results;
        this.partitions = partitions;
        this.ahead = ahead;
    }

    @Override
    public void expect(Supplier<Expected> expected) {
        if (ahead.isToBeRead()) {
            read(expected.get());
        }
    }

    private void read(Expected expected) {
        List<Map<String, AttributeValue>> versions =
                PartitionItem.keysOf(
                        expected.question().projectId(),
                        expected.first(),
                        expected.last(),
                        expected.tables());
        if (versions.size() >= MOST_KEYS) {
            return;
        }
        Map<String, List<Map<String, AttributeValue>>> keys =
                Map.of(results, List.of(ResultKeys.of(expected.question())), partitions, versions);
        try {
            ahead.take(keys, batch.items(keys));
        } catch (QueryUnavailable e) {
            LOGGER.log(System.Logger.Level.WARNING, "nothing could be read ahead", e);
        }
    }
}
