package dev.trendlake.intake.function;

import dev.trendlake.aws.dynamodb.DynamoDbAnnouncedChanges;
import dev.trendlake.aws.dynamodb.DynamoDbPartitionChanges;
import dev.trendlake.aws.dynamodb.DynamoDbPropertyColumns;
import dev.trendlake.aws.dynamodb.LearnedNames;
import dev.trendlake.aws.dynamodb.NameLimits;
import dev.trendlake.function.JsonLogFormatter;
import dev.trendlake.intake.captured.CapturedImport;
import dev.trendlake.intake.captured.DynamoGroupTypes;
import dev.trendlake.intake.imports.CapturedObjects;
import dev.trendlake.intake.imports.DeclaredColumns;
import dev.trendlake.intake.imports.ObjectImport;
import dev.trendlake.intake.imports.SourceImport;
import dev.trendlake.intake.lake.DynamoDayLeases;
import dev.trendlake.intake.lake.DynamoSideTableVersions;
import dev.trendlake.intake.lake.PatientLeases;
import dev.trendlake.intake.lake.SideTableFiles;
import dev.trendlake.intake.lake.SideTableStore;
import dev.trendlake.intake.load.DynamoProjectTimes;
import dev.trendlake.intake.load.ImportMemory;
import dev.trendlake.intake.load.LakeAccess;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.lake.PartitionChanges;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Puts the import together as it runs in production: the only place that knows its environment and
 * the clock.
 */
final class ImportWiring {
    // A message that fails comes again after an hour and a half; whoever was killed while he
    // changed a day keeps it for three minutes.
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final ImportSettings settings = ImportSettings.of(System.getenv());
    private final Clock clock = Clock.systemUTC();
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final S3Client s3 = S3Client.builder().httpClient(http).build();
    private final DynamoDbClient dynamoDb = DynamoDbClient.builder().httpClient(http).build();

    static ObjectMessages messages() {
        JsonLogFormatter.install();
        ImportWiring wiring = new ImportWiring();
        LakeAccess lake = wiring.lake();
        SourceImport imports = new SourceImport(lake);
        return new ObjectMessages(
                new ObjectImport(lake, imports, wiring.captured(lake, imports)),
                wiring.settings.dataBucket(),
                new ImportLog(System.out, wiring.clock, System::nanoTime));
    }

    private CapturedObjects captured(LakeAccess lake, SourceImport imports) {
        return new CapturedImport(
                lake,
                imports,
                new DynamoGroupTypes(dynamoDb, settings.projectsTable()),
                ImportMemory.standard(),
                LoadListener.none());
    }

    private LakeAccess lake() {
        PartitionChanges changes =
                new DynamoDbPartitionChanges(
                        dynamoDb,
                        settings.partitionsTable(),
                        new DynamoDbAnnouncedChanges(dynamoDb, settings.partitionsTable(), clock));
        return new LakeAccess(
                s3,
                settings.dataBucket(),
                new DynamoProjectTimes(dynamoDb, settings.projectsTable()),
                new SideTableStore(
                        new SideTableFiles(s3, settings.dataBucket()),
                        new DynamoSideTableVersions(dynamoDb, settings.projectsTable()),
                        changes,
                        clock),
                (project, seen) ->
                        new LearnedNames(
                                        dynamoDb,
                                        settings.projectsTable(),
                                        project,
                                        NameLimits.standard())
                                .learn(seen),
                new DeclaredColumns(
                        new DynamoDbPropertyColumns(dynamoDb, settings.projectsTable()),
                        s3,
                        settings.dataBucket(),
                        settings.columns(),
                        clock),
                changes,
                new PatientLeases(
                        new DynamoDayLeases(dynamoDb, settings.projectsTable(), clock), PATIENCE),
                clock);
    }
}
