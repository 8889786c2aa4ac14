package dev.trendlake.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trendlake.access.Admission;
import dev.trendlake.access.ApiKey;
import dev.trendlake.access.KeyHash;
import dev.trendlake.error.QueryFailed;
import dev.trendlake.error.QueryUnavailable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

class DynamoDbAdmissionsTest {
    private static final KeyHash HASH = KeyHash.of("phx_of_a_test");
    private static final Instant NOW = Instant.parse("2026-11-23T10:20:30Z");
    private static final ApiKey KEY =
            new ApiKey("id", "label", List.of("*"), List.of(), List.of(), true);

    private final ScriptedDynamoDb dynamoDb = new ScriptedDynamoDb();
    private final DynamoDbAdmissions admissions =
            new DynamoDbAdmissions(
                    dynamoDb,
                    new AdmissionTables("keys", "projects", "results"),
                    false,
                    InstantSource.fixed(NOW));

    @Test
    void asksOnceForKeyAndProject() {
        dynamoDb.answers(found("2026-11-23T10:00:00Z"));

        admissions.find(HASH, 7, NOW);

        assertThat(dynamoDb.reads)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, KeysAndAttributes.class))
                .hasEntrySatisfying("keys", wanted -> assertThat(wanted.keys()).hasSize(1))
                .hasEntrySatisfying("projects", wanted -> assertThat(wanted.keys()).hasSize(3));
        assertThat(dynamoDb.updates).isEmpty();
    }

    @Test
    void asksAgainForWhatWasLeftOut() {
        KeysAndAttributes left =
                KeysAndAttributes.builder().keys(List.of(ApiKeyItem.keyOf(HASH))).build();
        dynamoDb.answers(
                BatchGetItemResponse.builder().unprocessedKeys(Map.of("keys", left)).build());
        dynamoDb.answers(found("2026-11-23T10:00:00Z"));

        Admission admission = admissions.find(HASH, 7, NOW);

        assertThat(admission.key()).contains(KEY);
        assertThat(dynamoDb.reads.getLast()).containsExactly(Map.entry("keys", left));
    }

    @Test
    void givesUpWhenTooMuchIsLeftOut() {
        KeysAndAttributes left =
                KeysAndAttributes.builder().keys(List.of(ApiKeyItem.keyOf(HASH))).build();
        for (int i = 0; i < 5; i++) {
            dynamoDb.answers(
                    BatchGetItemResponse.builder().unprocessedKeys(Map.of("keys", left)).build());
        }

        assertThatThrownBy(() -> admissions.find(HASH, 7, NOW))
                .isInstanceOf(QueryUnavailable.class);
    }

    @Test
    void isUnavailableWhileDynamoDbIs() {
        List<RuntimeException> failures =
                List.of(
                        refusal(400, "ThrottlingException"),
                        refusal(400, "ProvisionedThroughputExceededException"),
                        refusal(500, "InternalServerError"),
                        SdkClientException.create("connection refused"));

        for (RuntimeException failure : failures) {
            dynamoDb.fails(failure);
            assertThatThrownBy(() -> admissions.find(HASH, 7, NOW))
                    .isInstanceOf(QueryUnavailable.class)
                    .hasCause(failure);
        }
    }

    @Test
    void failsWhereDynamoDbRefuses() {
        dynamoDb.fails(refusal(400, "ResourceNotFoundException"));

        assertThatThrownBy(() -> admissions.find(HASH, 7, NOW)).isInstanceOf(QueryFailed.class);
    }

    @Test
    void notesAUseThatIsAnHourOld() {
        dynamoDb.answers(found("2026-11-23T09:20:30Z"));

        admissions.find(HASH, 7, NOW);

        assertThat(dynamoDb.updates).hasSize(1);
    }

    @Test
    void admitsEvenWhenTheUseCannotBeNoted() {
        List<RuntimeException> failures =
                List.of(
                        refusal(500, "InternalServerError"),
                        SdkClientException.create("connection refused"),
                        ConditionalCheckFailedException.builder().message("noted").build());

        for (RuntimeException failure : failures) {
            dynamoDb.updateFailures.add(failure);
            dynamoDb.answers(found(""));
            assertThat(admissions.find(HASH, 7, NOW).key()).contains(KEY);
        }
        assertThat(dynamoDb.updates).hasSize(3);
    }

    private static BatchGetItemResponse found(String lastUsedAt) {
        Map<String, AttributeValue> item = new HashMap<>(ApiKeyItem.keyOf(HASH));
        item.putAll(ApiKeyItem.attributes(KEY));
        if (!lastUsedAt.isEmpty()) {
            item.put("last_used_at", AttributeValue.fromS(lastUsedAt));
        }
        return BatchGetItemResponse.builder().responses(Map.of("keys", List.of(item))).build();
    }

    private static RuntimeException refusal(int status, String code) {
        return DynamoDbException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }

    /** Answers as it was told to, and remembers what it was asked. */
    private static final class ScriptedDynamoDb implements DynamoDbClient {
        private final Deque<Supplier<BatchGetItemResponse>> script = new ArrayDeque<>();
        private final List<Map<String, KeysAndAttributes>> reads = new ArrayList<>();
        private final List<UpdateItemRequest> updates = new ArrayList<>();
        private final List<RuntimeException> updateFailures = new ArrayList<>();

        void answers(BatchGetItemResponse response) {
            script.add(() -> response);
        }

        void fails(RuntimeException failure) {
            script.add(() -> {
                throw failure;
            });
        }

        @Override
        public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
            reads.add(request.requestItems());
            return script.remove().get();
        }

        @Override
        public UpdateItemResponse updateItem(UpdateItemRequest request) {
            updates.add(request);
            if (!updateFailures.isEmpty()) {
                throw updateFailures.removeFirst();
            }
            return UpdateItemResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
}
