package dev.trendlake.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trendlake.intake.captured.CapturedImport;
import dev.trendlake.intake.captured.DynamoGroupTypes;
import dev.trendlake.intake.imports.ImportReport;
import dev.trendlake.intake.imports.SourceId;
import dev.trendlake.intake.imports.SourceImport;
import dev.trendlake.intake.lake.DynamoSideTableVersions;
import dev.trendlake.intake.lake.PersonRow;
import dev.trendlake.intake.lake.SideTable;
import dev.trendlake.intake.lake.SideTableStore;
import dev.trendlake.intake.lake.SideTableVersions;
import dev.trendlake.intake.load.ImportMemory;
import dev.trendlake.intake.load.LakeAccess;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.source.EventSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged capture function behind the gateway, and the import of what comes of it. */
@ExtendWith(WholeStackExtension.class)
final class CaptureIT {
    private static final long SENT_TO = 36;
    private static final String TOKEN = "phc_of_project_36";
    private static final String EVENT =
            "{\"api_key\":\"phc_of_project_36\",\"event\":\"sent\",\"distinct_id\":\"ann\"}";

    private final WholeStack stack;

    CaptureIT(WholeStack stack) {
        this.stack = stack;
        CapturingProject.make(stack, SENT_TO, TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/batch",
                "/batch/",
                "/capture",
                "/capture/",
                "/e",
                "/e/?ver=1&compression=none",
                "/i/v0/e",
                "/i/v0/e/"
            })
    void takesEventsOnEveryRoute(String path) throws Exception {
        HttpResponse<String> answer = send(request(path).POST(BodyPublishers.ofString(EVENT)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"Ok\"}");
    }

    @Test
    void takesGzip() throws Exception {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(bytes)) {
            gzip.write(EVENT.getBytes(UTF_8));
        }

        HttpResponse<String> answer =
                send(
                        request("/i/v0/e/?compression=gzip-js")
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofByteArray(bytes.toByteArray())));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void refusesUnknownTokens() throws Exception {
        HttpResponse<String> answer =
                send(
                        request("/batch/")
                                .POST(BodyPublishers.ofString(EVENT.replace(TOKEN, "phc_none"))));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).startsWith("API key is not valid: ");
    }

    @Test
    void letsPagesOfOtherSitesAskBeforehand() throws Exception {
        HttpResponse<String> answer =
                send(
                        request("/e/")
                                .method("OPTIONS", BodyPublishers.noBody())
                                .header("Origin", "https://shop.example")
                                .header("Access-Control-Request-Method", "POST")
                                .header("Access-Control-Request-Headers", "content-type"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("access-control-allow-origin"))
                .contains("https://shop.example");
        assertThat(answer.headers().firstValue("access-control-allow-headers"))
                .contains("content-type");
    }

    @Test
    void importsAnObjectOnceHoweverOftenItIsTold() throws Exception {
        CapturingProject.make(stack, 37, "");
        String lines = line(37, 0, "viewed", "anon", "{}") + identify(37, 1, "ann", "anon");

        List<ImportReport> first = take(lines, "a");
        List<PersonRow> persons = persons(37);
        List<ImportReport> again = take(lines, "a");

        assertThat(first).extracting(ImportReport::taken).containsExactly(2L);
        assertThat(again).extracting(ImportReport::taken).containsExactly(0L);
        assertThat(again).extracting(ImportReport::repeated).containsExactly(2L);
        assertThat(persons(37)).isEqualTo(persons);
        assertThat(people(37)).hasSize(1);
    }

    // The same events in another object: a delivery that was repeated.
    @Test
    void dropsEventsThatCameInAnotherObject() throws Exception {
        CapturingProject.make(stack, 38, "");
        String lines = line(38, 0, "viewed", "anon", "{}") + identify(38, 1, "ann", "anon");

        take(lines, "a");
        List<ImportReport> again = take(lines + line(38, 2, "paid", "ann", "{}"), "b");

        assertThat(again).extracting(ImportReport::taken).containsExactly(1L);
        assertThat(again).extracting(ImportReport::repeated).containsExactly(2L);
        assertThat(people(38)).hasSize(1);
    }

    @Test
    void learnsOfPeopleWhenItWasKilledBeforeThat() throws Exception {
        CapturingProject.make(stack, 39, "");
        String lines = line(39, 0, "viewed", "anon", "{}") + identify(39, 1, "ann", "anon");

        try (StackClients clients = new StackClients(stack.running())) {
            CapturedImport killed = captured(clients, killedBeforePeople(clients));
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> killed.take(id("a"), source(lines)))
                    .withMessage("killed");
        }
        assertThat(people(39)).isEmpty();
        List<ImportReport> again = take(lines, "a");

        assertThat(again).extracting(ImportReport::repeated).containsExactly(2L);
        assertThat(people(39)).hasSize(1);
    }

    @Test
    void keepsWhatItRefuses() throws Exception {
        CapturingProject.make(stack, 40, "");
        String lines =
                line(40, 0, "viewed", "anon", "{}")
                        + "{\"project_id\":40,\"event\":1}\n"
                        + "not JSON\n"
                        + line(4_000_000, 0, "viewed", "anon", "{}");

        List<ImportReport> reports = take(lines, "refused");

        assertThat(reports).extracting(ImportReport::taken).containsExactly(1L, 0L);
        assertThat(reports).extracting(ImportReport::refused).containsExactly(1L, 2L);
        assertThat(refused("refused/captured/" + id("refused").text() + ".jsonl.gz"))
                .contains("not JSON", "there is no project 4000000");
        assertThat(refused("refused/project_id=40/" + id("refused").text() + ".jsonl.gz"))
                .contains("\"reason\":\"no event\"");
    }

    private String refused(String key) throws IOException {
        try (StackClients clients = new StackClients(stack.running());
                var file =
                        new java.util.zip.GZIPInputStream(
                                clients.s3()
                                        .getObject(request ->
                                                request.bucket(stack.running().dataBucket())
                                                        .key(key)))) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    private List<ImportReport> take(String lines, String object) throws IOException {
        try (StackClients clients = new StackClients(stack.running())) {
            return captured(clients, clients.sideTables(Clock.systemUTC()))
                    .take(id(object), source(lines));
        }
    }

    private CapturedImport captured(StackClients clients, SideTableStore tables) {
        LakeAccess lake = clients.lake(Clock.systemUTC());
        LakeAccess with =
                new LakeAccess(
                        lake.s3(),
                        lake.bucket(),
                        lake.projects(),
                        tables,
                        lake.names(),
                        lake.columns(),
                        lake.changes(),
                        lake.leases(),
                        lake.clock());
        return new CapturedImport(
                with,
                new SourceImport(with),
                new DynamoGroupTypes(clients.dynamoDb(), stack.running().projectsTable()),
                ImportMemory.standard(),
                LoadListener.none());
    }

    private SideTableStore killedBeforePeople(StackClients clients) {
        DynamoSideTableVersions versions =
                new DynamoSideTableVersions(clients.dynamoDb(), stack.running().projectsTable());
        return new SideTableStore(
                clients.sideTableFiles(),
                new SideTableVersions() {
                    @Override
                    public long current(long project, SideTable<?> table) {
                        return versions.current(project, table);
                    }

                    @Override
                    public long draw(long project, long current) {
                        throw new IllegalStateException("killed");
                    }

                    @Override
                    public boolean publish(
                            long project, SideTable<?> table, long replaced, long version) {
                        return versions.publish(project, table, replaced, version);
                    }
                },
                clients.lake(Clock.systemUTC()).changes(),
                Clock.systemUTC());
    }

    private List<PersonRow> persons(long project) throws IOException {
        try (StackClients clients = new StackClients(stack.running())) {
            return clients.sideTables(Clock.systemUTC()).rows(PersonRow.TABLE, project);
        }
    }

    private Set<String> people(long project) throws IOException {
        return persons(project).stream().map(PersonRow::personId).collect(Collectors.toSet());
    }

    private static SourceId id(String object) {
        return SourceId.ofObject("lake", "raw/captured/" + object, "etag");
    }

    private static EventSource source(String lines) {
        return new EventSource("lines", () -> new ByteArrayInputStream(lines.getBytes(UTF_8)));
    }

    private static String identify(long project, int second, String into, String other) {
        return line(
                project, second, "$identify", into, "{\"$anon_distinct_id\":\"" + other + "\"}");
    }

    private static String line(
            long project, int second, String name, String distinctId, String properties) {
        Instant time = Instant.parse("2026-11-01T10:00:00Z").plusSeconds(second);
        return """
        {"project_id":%d,"received_at":"%s","ip":null,"sent_at":null,"event":{"event":"%s",\
        "distinct_id":"%s","uuid":"0190d0a0-0000-7000-8000-00000000000%d","properties":%s}}
        """
                .formatted(project, time, name, distinctId, second, properties);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(stack.running().gateway() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
