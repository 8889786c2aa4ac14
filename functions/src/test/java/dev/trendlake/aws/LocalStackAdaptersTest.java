package dev.trendlake.aws;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The adapters against LocalStack; skipped where there is no Docker. */
@Testcontainers(disabledWithoutDocker = true)
class LocalStackAdaptersTest extends AdapterContract {
    // The last line of images that runs without an account.
    @Container
    private static final LocalStackContainer LOCAL_STACK =
            new LocalStackContainer(DockerImageName.parse("localstack/localstack:4.14.0"))
                    .withServices("dynamodb", "s3");

    private static DynamoDbClient dynamoDb;
    private static S3Client s3;

    @BeforeAll
    static void connect() {
        TestEndpoint endpoint =
                new TestEndpoint(
                        LOCAL_STACK.getEndpoint(),
                        LOCAL_STACK.getRegion(),
                        LOCAL_STACK.getAccessKey(),
                        LOCAL_STACK.getSecretKey());
        dynamoDb = endpoint.dynamoDb();
        s3 = endpoint.s3();
    }

    @AfterAll
    static void disconnect() {
        dynamoDb.close();
        s3.close();
    }

    @Override
    protected DynamoDbClient dynamoDb() {
        return dynamoDb;
    }

    @Override
    protected S3Client s3() {
        return s3;
    }
}
