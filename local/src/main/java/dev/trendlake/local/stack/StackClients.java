package dev.trendlake.local.stack;

import dev.trendlake.aws.dynamodb.DynamoDbAnnouncedChanges;
import dev.trendlake.aws.dynamodb.DynamoDbPartitionChanges;
import dev.trendlake.aws.dynamodb.DynamoDbPropertyColumns;
import dev.trendlake.aws.dynamodb.LearnedNames;
import dev.trendlake.aws.dynamodb.NameLimits;
import dev.trendlake.aws.s3.S3MemberFiles;
import dev.trendlake.intake.compact.ColumnRenewal;
import dev.trendlake.intake.compact.Compaction;
import dev.trendlake.intake.compact.DayFiles;
import dev.trendlake.intake.compact.DayRewriting;
import dev.trendlake.intake.compact.DynamoLeftOutFiles;
import dev.trendlake.intake.compact.DynamoRenewedDays;
import dev.trendlake.intake.compact.EventMerge;
import dev.trendlake.intake.imports.DeclaredColumns;
import dev.trendlake.intake.imports.EventLoader;
import dev.trendlake.intake.imports.PersonLoader;
import dev.trendlake.intake.lake.DynamoDayLeases;
import dev.trendlake.intake.lake.DynamoSideTableVersions;
import dev.trendlake.intake.lake.PatientLeases;
import dev.trendlake.intake.lake.SideTableFiles;
import dev.trendlake.intake.lake.SideTableStore;
import dev.trendlake.intake.load.DynamoProjectTimes;
import dev.trendlake.intake.load.LakeAccess;
import dev.trendlake.intake.load.NameRegister;
import dev.trendlake.lake.MemberFiles;
import dev.trendlake.lake.PartitionChanges;
import dev.trendlake.local.s3.LocalS3;
import dev.trendlake.local.template.Template;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The AWS clients of a running local stack. */
public final class StackClients implements AutoCloseable {
    // S3 wants these; the other endpoints look at no signature.
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(LocalS3.ACCESS_KEY, LocalS3.SECRET_KEY));

    // Whoever was killed while he changed a day keeps it for minutes.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    // Of the hour after which files that were replaced may be removed.
    private static final Duration UNTIL_LOOKED_AGAIN = Duration.ofSeconds(30);

    private final RunningStack stack;
    private final SdkHttpClient http = UrlConnectionHttpClient.create();

    /** Makes clients when they are asked for. */
    public StackClients(RunningStack stack) {
        this.stack = stack;
    }

    /** A client of a stack's DynamoDB, for whom that is enough. */
    public static DynamoDbClient dynamoDb(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(Template.REGION))
                .credentialsProvider(CREDENTIALS)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** A loader of events into the stack's lake, which learns their names and types. */
    public EventLoader loader(Clock clock) {
        return loader(clock, names());
    }

    /** A loader of events into the stack's lake. */
    public EventLoader loader(Clock clock, NameRegister names) {
        return new EventLoader(lake(clock, names));
    }

    /** A loader of persons into the stack's lake. */
    public PersonLoader personLoader(Clock clock) {
        return new PersonLoader(lake(clock));
    }

    /** What imports read and write, with the names of events and properties learned. */
    public LakeAccess lake(Clock clock) {
        return lake(clock, names());
    }

    private LakeAccess lake(Clock clock, NameRegister names) {
        S3Client s3 = s3();
        return new LakeAccess(
                s3,
                stack.dataBucket(),
                projectTimes(),
                sideTables(clock),
                names,
                new DeclaredColumns(
                        new DynamoDbPropertyColumns(dynamoDb(), stack.projectsTable()),
                        s3,
                        stack.dataBucket(),
                        DeclaredColumns.parse(stack.propertyColumns()),
                        clock),
                changes(clock),
                leases(clock),
                clock);
    }

    private PatientLeases leases(Clock clock) {
        return new PatientLeases(
                new DynamoDayLeases(dynamoDb(), stack.projectsTable(), clock), PATIENCE);
    }

    /** Gives the columns that a project has to the files that it has. */
    public ColumnRenewal columnRenewal(Clock clock) {
        DynamoDbClient dynamoDb = dynamoDb();
        DayFiles files = dayFiles(dynamoDb, clock);
        DynamoLeftOutFiles leftOut = new DynamoLeftOutFiles(dynamoDb, stack.projectsTable());
        DynamoDbPropertyColumns columns =
                new DynamoDbPropertyColumns(dynamoDb, stack.projectsTable());
        return new ColumnRenewal(
                files,
                leftOut,
                new DayRewriting(files, leftOut, new EventMerge(columns::of), clock),
                leases(clock),
                new DynamoRenewedDays(dynamoDb, stack.projectsTable()),
                columns,
                UNTIL_LOOKED_AGAIN);
    }

    /** Merges small files of days that are over, as the schedule does. */
    public Compaction compaction(Clock clock) {
        DynamoDbClient dynamoDb = dynamoDb();
        DayFiles files = dayFiles(dynamoDb, clock);
        DynamoLeftOutFiles leftOut = new DynamoLeftOutFiles(dynamoDb, stack.projectsTable());
        EventMerge merge =
                new EventMerge(new DynamoDbPropertyColumns(dynamoDb, stack.projectsTable())::of);
        return new Compaction(
                files,
                leftOut,
                new DayRewriting(files, leftOut, merge, clock),
                new DynamoDayLeases(dynamoDb, stack.projectsTable(), clock),
                clock);
    }

    private DayFiles dayFiles(DynamoDbClient dynamoDb, Clock clock) {
        return new DayFiles(
                s3(),
                stack.dataBucket(),
                new DynamoDbAnnouncedChanges(dynamoDb, stack.partitionsTable(), clock));
    }

    private PartitionChanges changes(Clock clock) {
        return new DynamoDbPartitionChanges(
                dynamoDb(),
                stack.partitionsTable(),
                new DynamoDbAnnouncedChanges(dynamoDb(), stack.partitionsTable(), clock));
    }

    /** The tables beside the events. */
    public SideTableStore sideTables(Clock clock) {
        return new SideTableStore(
                sideTableFiles(),
                new DynamoSideTableVersions(dynamoDb(), stack.projectsTable()),
                changes(clock),
                clock);
    }

    /** The files of these tables. */
    public SideTableFiles sideTableFiles() {
        return new SideTableFiles(s3(), stack.dataBucket());
    }

    /** The files of static cohorts' members. */
    public MemberFiles memberFiles() {
        return new S3MemberFiles(this::s3, stack.dataBucket());
    }

    /** The lake's buckets. */
    public S3Client s3() {
        return s3(stack.s3(), http);
    }

    /** A client of a stack's S3, for whom that is enough. */
    static S3Client s3(URI endpoint) {
        return s3(endpoint, UrlConnectionHttpClient.create());
    }

    private static S3Client s3(URI endpoint, SdkHttpClient http) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(Template.REGION))
                .credentialsProvider(CREDENTIALS)
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                // The local S3 answers before the last bytes of signed chunks are written, and
                // closes: what it has taken would be sent once more.
                .serviceConfiguration(chunks -> chunks.chunkedEncodingEnabled(false))
                .httpClient(http)
                .build();
    }

    /** The tables. */
    public DynamoDbClient dynamoDb() {
        return dynamoDb(stack.dynamoDb());
    }

    /** The engine. */
    public AthenaClient athena() {
        return AthenaClient.builder()
                .endpointOverride(stack.athena())
                .region(Region.of(stack.region()))
                .credentialsProvider(CREDENTIALS)
                .httpClient(http)
                .build();
    }

    private NameRegister names() {
        DynamoDbClient client = dynamoDb();
        return (project, seen) ->
                new LearnedNames(client, stack.projectsTable(), project, NameLimits.standard())
                        .learn(seen);
    }

    private DynamoProjectTimes projectTimes() {
        return new DynamoProjectTimes(dynamoDb(), stack.projectsTable());
    }

    @Override
    public void close() {
        http.close();
    }
}
