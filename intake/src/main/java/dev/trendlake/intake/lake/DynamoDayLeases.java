package dev.trendlake.intake.lake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The leases in the projects' table: the item {@code lease#DAY} with its {@code owner} and when it
 * {@code expires}, in milliseconds since 1970. One whose owner was killed is free after that.
 */
public final class DynamoDayLeases implements DayLeases {
    private static final Duration TERM = Duration.ofMinutes(3);
    private static final Duration OFTEN_ENOUGH = Duration.ofSeconds(30);
    private static final Map<String, String> NAMES =
            Map.of("#owner", "owner", "#expires", "expires");

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final InstantSource clock;

    /** Takes the projects' table. */
    public DynamoDayLeases(DynamoDbClient dynamoDb, String table, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Optional<DayLease> take(long project, LocalDate day) {
        Lease lease = new Lease(project, day);
        return lease.hold() ? Optional.of(lease) : Optional.empty();
    }

    private final class Lease implements DayLease {
        private final long project;
        private final LocalDate day;
        private final String owner = UUID.randomUUID().toString();
        private Instant heldAt = Instant.MIN;

        Lease(long project, LocalDate day) {
            this.project = project;
            this.day = day;
        }

        boolean hold() {
            Instant now = clock.instant();
            try {
                dynamoDb.updateItem(request ->
                        request.tableName(table)
                                .key(key())
                                .updateExpression("SET #owner = :owner, #expires = :expires")
                                .conditionExpression(
                                        "attribute_not_exists(#owner) OR #owner = :owner OR"
                                                + " #expires < :now")
                                .expressionAttributeNames(NAMES)
                                .expressionAttributeValues(
                                        Map.of(
                                                ":owner", AttributeValue.fromS(owner),
                                                ":expires", milliseconds(now.plus(TERM)),
                                                ":now", milliseconds(now))));
                heldAt = now;
                return true;
            } catch (ConditionalCheckFailedException e) {
                return false;
            }
        }

        @Override
        public void extend() throws LeaseLost {
            if (clock.instant().isAfter(heldAt.plus(OFTEN_ENOUGH)) && !hold()) {
                throw new LeaseLost(project, day);
            }
        }

        @Override
        public void close() {
            try {
                dynamoDb.deleteItem(request ->
                        request.tableName(table)
                                .key(key())
                                .conditionExpression("#owner = :owner")
                                .expressionAttributeNames(Map.of("#owner", "owner"))
                                .expressionAttributeValues(
                                        Map.of(":owner", AttributeValue.fromS(owner))));
            } catch (ConditionalCheckFailedException e) {
                // It expired, and somebody else has it.
                heldAt = Instant.MIN;
            }
        }

        private Map<String, AttributeValue> key() {
            return Map.of(
                    "project", AttributeValue.fromS(Long.toString(project)),
                    "item", AttributeValue.fromS("lease#" + day));
        }
    }

    private static AttributeValue milliseconds(Instant time) {
        return AttributeValue.fromN(Long.toString(time.toEpochMilli()));
    }
}
