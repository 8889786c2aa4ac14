package dev.trendlake.intake.function;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trendlake.aws.dynamodb.DynamoDbAnnouncedChanges;
import dev.trendlake.aws.dynamodb.DynamoDbPropertyColumns;
import dev.trendlake.function.JsonLogFormatter;
import dev.trendlake.intake.compact.Compaction;
import dev.trendlake.intake.compact.DayFiles;
import dev.trendlake.intake.compact.DayRewriting;
import dev.trendlake.intake.compact.DynamoLeftOutFiles;
import dev.trendlake.intake.compact.EventMerge;
import dev.trendlake.intake.lake.DynamoDayLeases;
import java.io.IOException;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Puts the compaction together as it runs in production. */
final class CompactWiring {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ImportSettings settings = ImportSettings.of(System.getenv());
    private final Clock clock = Clock.systemUTC();
    private final Compaction compaction;

    CompactWiring() {
        JsonLogFormatter.install();
        SdkHttpClient http = UrlConnectionHttpClient.create();
        DynamoDbClient dynamoDb = DynamoDbClient.builder().httpClient(http).build();
        S3Client s3 = S3Client.builder().httpClient(http).build();
        DayFiles files =
                new DayFiles(
                        s3,
                        settings.dataBucket(),
                        new DynamoDbAnnouncedChanges(dynamoDb, settings.partitionsTable(), clock));
        DynamoLeftOutFiles leftOut = new DynamoLeftOutFiles(dynamoDb, settings.projectsTable());
        EventMerge merge =
                new EventMerge(new DynamoDbPropertyColumns(dynamoDb, settings.projectsTable())::of);
        compaction =
                new Compaction(
                        files,
                        leftOut,
                        new DayRewriting(files, leftOut, merge, clock),
                        new DynamoDayLeases(dynamoDb, settings.projectsTable(), clock),
                        clock);
    }

    /**
     * Looks after all days, and says whether there was time for all.
     *
     * @throws IOException when some failed, after all others were looked after
     */
    byte[] run(BooleanSupplier goesOn) throws IOException {
        boolean isDone = compaction.run(goesOn, new CompactLog(System.out, clock));
        return MAPPER.writeValueAsBytes(MAPPER.createObjectNode().put("done", isDone));
    }
}
