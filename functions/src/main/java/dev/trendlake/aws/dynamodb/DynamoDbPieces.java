package dev.trendlake.aws.dynamodb;

import dev.trendlake.cache.CacheKey;
import dev.trendlake.cache.KeptPieces;
import dev.trendlake.cache.LargeResults;
import dev.trendlake.cache.PieceStore;
import dev.trendlake.cache.Pieces;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Pieces of questions in the table of results, large ones beside it. Whatever goes wrong is logged
 * and counts as nothing found or nothing kept. Safe for use by several threads.
 */
public final class DynamoDbPieces implements PieceStore {
    private static final System.Logger LOGGER = System.getLogger(DynamoDbPieces.class.getName());

    /** An item holds 400 KB with its names and keys. */
    private static final int MOST_BYTES = 350 * 1024;

    private static final String PIECES = "pieces";
    private static final String NAME = "pieces_name";

    /** Another in each state, so that what others keep meanwhile isn't written over. */
    private static final String STAMP = "pieces_stamp";

    private final DynamoDbClient client;
    private final String table;
    private final LargeResults largeResults;

    /** Takes the table's name, and where pieces go that don't fit in an item. */
    public DynamoDbPieces(DynamoDbClient client, String table, LargeResults largeResults) {
        this.client = client;
        this.table = table;
        this.largeResults = largeResults;
    }

    @Override
    public KeptPieces find(CacheKey shape, Instant now) {
        try {
            Item item = new Item(read(shape));
            return new KeptPieces(pieces(item, now), item.text(STAMP));
        } catch (SdkException e) {
            LOGGER.log(System.Logger.Level.WARNING, "pieces could not be read", e);
            return KeptPieces.none();
        }
    }

    @Override
    public boolean replace(CacheKey shape, KeptPieces found, Pieces pieces, Instant expiresAt) {
        try {
            Map<String, AttributeValue> item = new HashMap<>(ResultKeys.of(shape));
            item.putAll(content(shape, pieces));
            item.put("expires_at", Values.number(expiresAt.getEpochSecond()));
            item.put(STAMP, Values.text(UUID.randomUUID().toString()));
            client.putItem(unlessOthers(found).item(item).build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        } catch (SdkException e) {
            LOGGER.log(System.Logger.Level.WARNING, "pieces could not be kept", e);
            return true;
        }
    }

    private PutItemRequest.Builder unlessOthers(KeptPieces found) {
        PutItemRequest.Builder put = PutItemRequest.builder().tableName(table);
        return found.stamp().isEmpty()
                ? put.conditionExpression("attribute_not_exists(" + STAMP + ")")
                : put.conditionExpression(STAMP + " = :stamp")
                        .expressionAttributeValues(Map.of(":stamp", Values.text(found.stamp())));
    }

    private Pieces pieces(Item item, Instant now) {
        if (item.number("expires_at") <= now.getEpochSecond()) {
            return Pieces.none();
        }
        try {
            Optional<byte[]> content = content(item);
            return content.isEmpty() ? Pieces.none() : CompressedPieces.read(content.get());
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.WARNING, "pieces could not be understood", e);
            return Pieces.none();
        }
    }

    // Consistent: what is put together must not lack what was there a moment ago.
    private Map<String, AttributeValue> read(CacheKey shape) {
        return client.getItem(request ->
                        request.tableName(table).key(ResultKeys.of(shape)).consistentRead(true))
                .item();
    }

    private Optional<byte[]> content(Item item) {
        return item.has(NAME)
                ? largeResults.find(item.text(NAME))
                : Optional.ofNullable(item.value(PIECES).b()).map(bytes -> bytes.asByteArray());
    }

    private Map<String, AttributeValue> content(CacheKey shape, Pieces pieces) {
        byte[] content = CompressedPieces.of(pieces);
        if (content.length <= MOST_BYTES) {
            return Map.of(PIECES, Values.bytes(content));
        }
        String name =
                "%d/%s-%s.json.gz"
                        .formatted(
                                shape.projectId(),
                                shape.digest().replace('#', '-'),
                                UUID.randomUUID());
        largeResults.keep(name, content);
        return Map.of(NAME, Values.text(name));
    }
}
