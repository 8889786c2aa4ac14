package dev.trendlake.local.stack;

import dev.trendlake.aws.AdapterContract;
import dev.trendlake.aws.TestEndpoint;
import dev.trendlake.local.dynamodb.LocalDynamoDb;
import dev.trendlake.local.s3.LocalS3;
import dev.trendlake.local.template.Template;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The adapters against the DynamoDB and the S3 of one machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LocalAdaptersTest extends AdapterContract {
    private static final Path HOME = Path.of("target", "dynamodb-local");

    private final LocalDynamoDb dynamoDbServer;
    private final LocalS3 s3Server;
    private final DynamoDbClient dynamoDb;
    private final S3Client s3;

    LocalAdaptersTest(@TempDir Path folder) {
        dynamoDbServer = LocalDynamoDb.startInMemory(HOME, HOME.resolve("jars"), 0);
        s3Server = LocalS3.start(folder.resolve("buckets"), 0);
        dynamoDb = endpoint(dynamoDbServer.endpoint()).dynamoDb();
        s3 = endpoint(s3Server.endpoint()).s3();
    }

    @AfterAll
    void end() {
        dynamoDb.close();
        s3.close();
        dynamoDbServer.close();
        s3Server.close();
    }

    @Override
    protected DynamoDbClient dynamoDb() {
        return dynamoDb;
    }

    @Override
    protected S3Client s3() {
        return s3;
    }

    private static TestEndpoint endpoint(URI address) {
        return new TestEndpoint(address, Template.REGION, LocalS3.ACCESS_KEY, LocalS3.SECRET_KEY);
    }
}
