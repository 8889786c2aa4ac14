package dev.trendlake.aws.dynamodb;

import dev.trendlake.cache.Basis;
import dev.trendlake.cache.CacheEntry.Flight;
import dev.trendlake.cache.Claim;
import dev.trendlake.cache.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * How computations stand in the table of results, beside the rows of the same question: {@code
 * flight} names whose it is, first the owner of the claim and then the execution, and {@code
 * flight_until} when it falls to others. Rows that are being computed anew stay meanwhile.
 */
final class FlightItems {
    /** Long enough for the rows that an item also holds. */
    private static final Duration KEPT = Duration.ofDays(365);

    private final DynamoDbClient client;
    private final String table;

    FlightItems(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    static Flight read(Item item, Instant now) {
        if (!item.has("flight") || item.number("flight_until") <= now.toEpochMilli()) {
            return new Flight.None();
        }
        Instant startedAt = Instant.parse(item.text("flight_started_at"));
        return item.isTrue("flight_runs")
                ? new Flight.Running(item.text("flight"), startedAt, work(item, startedAt))
                : new Flight.Claimed(startedAt);
    }

    private static Work work(Item item, Instant startedAt) {
        Basis basis = BasisItem.read(new Item(item.value("flight_basis").m()), startedAt);
        return new Work(basis, WorkItem.read(item.value("flight_buckets")));
    }

    /** Throws the exception of a failed condition, with the item, when another one is first. */
    void claim(Map<String, AttributeValue> key, Claim claim) {
        client.updateItem(request ->
                request.tableName(table)
                        .key(key)
                        .updateExpression(
                                "SET flight = :owner, flight_runs = :no, flight_started_at ="
                                        + " :started_at, flight_until = :until, expires_at ="
                                        + " :expires_at")
                        .conditionExpression(
                                "attribute_not_exists(flight) OR flight_until <= :now OR flight"
                                        + " = :lost OR flight = :owner")
                        .expressionAttributeValues(
                                Map.of(
                                        ":owner", Values.text(claim.owner()),
                                        ":no", Values.truth(false),
                                        ":started_at", Values.text(claim.at().toString()),
                                        ":until", Values.number(claim.until().toEpochMilli()),
                                        ":now", Values.number(claim.at().toEpochMilli()),
                                        ":lost", Values.text(claim.lost()),
                                        ":expires_at",
                                                Values.number(
                                                        claim.at().plus(KEPT).getEpochSecond())))
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    void tell(
            Map<String, AttributeValue> key, String owner, Flight.Running running, Instant until) {
        client.updateItem(request ->
                request.tableName(table)
                        .key(key)
                        .updateExpression(
                                "SET flight = :execution, flight_runs = :yes, flight_until ="
                                        + " :until, flight_basis = :basis, flight_buckets ="
                                        + " :buckets")
                        .conditionExpression("flight = :owner")
                        .expressionAttributeValues(
                                Map.of(
                                        ":owner", Values.text(owner),
                                        ":execution", Values.text(running.executionId()),
                                        ":yes", Values.truth(true),
                                        ":until", Values.number(until.toEpochMilli()),
                                        ":basis",
                                                Values.map(
                                                        Map.of(
                                                                BasisItem.NAME,
                                                                BasisItem.of(
                                                                        running.work().basis()))),
                                        ":buckets", WorkItem.of(running.work().buckets()))));
    }

    void release(Map<String, AttributeValue> key, String ownerOrExecution) {
        client.updateItem(request ->
                request.tableName(table)
                        .key(key)
                        .updateExpression(
                                "REMOVE flight, flight_runs, flight_started_at, flight_until,"
                                        + " flight_basis, flight_buckets")
                        .conditionExpression("flight = :released")
                        .expressionAttributeValues(
                                Map.of(":released", Values.text(ownerOrExecution))));
    }
}
