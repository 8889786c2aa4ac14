package dev.trendlake.aws.athena;

import dev.trendlake.sql.Projection;
import dev.trendlake.sql.Select;
import dev.trendlake.sql.Source;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Truth;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.athena.AthenaClient;

/** An engine on the real client, before an Athena that a test lays out, with 25 seconds left. */
final class EngineOnFakeAthena implements AfterEachCallback {
    static final String TOKEN = "d6a5a2c9a11f4f0e9f0e0d6a5a2c9a11";
    static final Select STATEMENT =
            new Select(
                    List.of(new Projection(new Column("event"), "event")),
                    new Source.Table("events"),
                    new Truth(true),
                    List.of(),
                    List.of());
    static final List<List<String>> HEADER_AND_ROW =
            List.of(List.of("event"), List.of("$pageview"));

    final FakeAthena athena = new FakeAthena();
    final FakeTime time = new FakeTime(Duration.ofSeconds(25));
    final AthenaClient client =
            AthenaClients.builder()
                    .endpointOverride(athena.endpoint())
                    .region(Region.EU_CENTRAL_1)
                    .credentialsProvider(
                            StaticCredentialsProvider.create(
                                    AwsBasicCredentials.create("key", "secret")))
                    .build();
    final AthenaQueryEngine engine = engine(time);

    AthenaQueryEngine engine(Pauser pauser) {
        return new AthenaQueryEngine(client, "trendlake", "lake", pauser, new Random(7));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        client.close();
        athena.close();
    }
}
