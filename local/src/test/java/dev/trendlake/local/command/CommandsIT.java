package dev.trendlake.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.local.stack.Client;
import dev.trendlake.local.stack.Reply;
import dev.trendlake.local.stack.RunningFile;
import dev.trendlake.local.stack.WholeStack;
import dev.trendlake.local.stack.WholeStackExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that work on a running stack. */
@ExtendWith(WholeStackExtension.class)
final class CommandsIT {
    private static final AtomicLong LAST_PROJECT = new AtomicLong(100);

    private final WholeStack stack;
    private final long project = LAST_PROJECT.incrementAndGet();

    @TempDir private Path home = Path.of("");

    /** What a command left behind. */
    private record Run(int status, String out, String err) {}

    CommandsIT(WholeStack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void leaveWordOfTheStack() {
        new RunningFile(home.resolve(".trendlake")).write(stack.running());
    }

    @Test
    void leadFromAProjectToItsTrend() throws Exception {
        Run created =
                run(
                        "project create --name Shop --timezone America/Los_Angeles"
                                + " --week-start monday --id",
                        project);
        assertThat(created)
                .isEqualTo(
                        new Run(
                                0,
                                "project %d 'Shop': days begin in America/Los_Angeles, weeks on monday\n"
                                        .formatted(project),
                                ""));
        String key = createKey();

        Run loaded = run("load --project", project, file(events(1, 2, 3)));
        assertThat(loaded)
                .isEqualTo(new Run(0, "3 events taken, 0 repeated, 0 lines refused\n", ""));

        // 07:30 in UTC is the evening before in Los Angeles.
        assertThat(ask(key).data(0)).isEqualTo("[1,1,1,0,0]");
    }

    @Test
    void makeAKeyThatOpensItsProjectAlone() throws Exception {
        createProject();
        String key = createKey();

        try (Client client = new Client(stack.running().gateway(), key)) {
            assertThat(client.ask(project, "{\"events\":[{\"id\":\"order\"}]}").status())
                    .isEqualTo(200);
            assertThat(client.ask(1, "{\"events\":[{\"id\":\"order\"}]}").status()).isEqualTo(403);
        }
    }

    @Test
    void revokeAKeyByItsId() throws Exception {
        createProject();
        String key = createKey();
        String other = createKey();
        assertThat(ask(key).status()).isEqualTo(200);

        String id = ids(run("key list --project", project)).getFirst();
        Run revoked = run("key revoke", id);

        assertThat(revoked)
                .isEqualTo(
                        new Run(
                                0,
                                "key %s 'made on the command line' is revoked\n".formatted(id),
                                ""));
        assertThat(List.of(ask(key).status(), ask(other).status()))
                .containsExactlyInAnyOrder(401, 200);
    }

    @Test
    void revokeAKeyByItself() throws Exception {
        createProject();
        String key = createKey();
        ask(key);

        assertThat(run("key revoke", key).status()).isZero();

        Reply refused = ask(key);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).contains("authentication_failed");
        assertThat(run("key list --project", project).out().lines())
                .anySatisfy(line ->
                        assertThat(line)
                                .matches(
                                        "[-0-9a-f]{36}  phx_\\.{3}\\w{4}  revoked  insight:read "
                                            + " made \\S+  used \\S+  made on the command line"));
    }

    @Test
    void listTheKeysThatOpenAProject() {
        createProject();
        String key = createKey();

        Run listed = run("key list --project", project);

        // Besides it, there are the keys of the sample that open every project.
        assertThat(listed.out().lines())
                .filteredOn(line -> line.contains("  project " + project + "  "))
                .singleElement()
                .asString()
                .matches(
                        "[-0-9a-f]{36}  phx_\\.{3}\\w{4}  project \\d+  insight:read"
                                + "  made 20\\d\\d-\\S+Z  never used  made on the command line");
        assertThat(listed.out()).doesNotContain(key).contains("  any project  ");
    }

    @Test
    void learnHowPropertiesCompare() throws Exception {
        createProject();
        String line =
                """
                {"uuid":"00000000-0000-4000-8000-00000000000%1$d","event":"order","distinct_id":"d",\
                "properties":{"price":%2$s,"code":"%2$s"},"timestamp":"2020-01-0%1$d 07:30:00"}
                """;
        run("load --project", project, file(line.formatted(1, 9) + line.formatted(2, 10)));

        // As texts, 9 is greater than 10, and greater than 5, which 10 is not.
        assertThat(ask(createKey(), greaterThanFive("price")).data(0)).isEqualTo("[0,1,1,0,0]");
        assertThat(ask(createKey(), greaterThanFive("code")).data(0)).isEqualTo("[0,1,0,0,0]");
    }

    @Test
    void tellWhichNamesAreTooLongToLearn() throws Exception {
        createProject();
        String name = "n".repeat(201);
        Path file =
                file(
                        """
                        {"uuid":"u","event":"e","distinct_id":"d","timestamp":"2020-01-02T00:00Z",\
                        "properties":{"%s":1}}
                        """
                                .formatted(name));

        Run loaded = run("load --project", project, file);

        assertThat(loaded)
                .isEqualTo(
                        new Run(
                                0,
                                "1 events taken, 0 repeated, 0 lines refused\n",
                                "not learned, being more than a project keeps: names of more than"
                                        + " 200 bytes, met 1 times\n"));
    }

    @Test
    void loadNothingTwice() throws Exception {
        createProject();
        Path file = file(events(1, 2, 3));
        run("load --project", project, file);

        assertThat(run("load --project", project, file))
                .isEqualTo(new Run(0, "0 events taken, 3 repeated, 0 lines refused\n", ""));
        assertThat(run("load --project", project, zipped(events(2, 3, 4))))
                .isEqualTo(new Run(0, "1 events taken, 2 repeated, 0 lines refused\n", ""));
        assertThat(ask(createKey()).data(0)).isEqualTo("[0,1,1,1,1]");
    }

    @Test
    void refuseABadLineByItsNumberAndTakeTheOthers() throws Exception {
        createProject();
        Path file = file(events(1) + "{\"event\":\n\n" + events(2) + "{\"event\":\"order\"}\n");

        Run loaded = run("load --project", project, file);

        assertThat(loaded.status()).isEqualTo(1);
        assertThat(loaded.out()).isEqualTo("2 events taken, 0 repeated, 2 lines refused\n");
        assertThat(loaded.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(file + ":2: not JSON: "),
                        line -> assertThat(line).isEqualTo(file + ":5: no distinct_id"));
        assertThat(ask(createKey()).data(0)).isEqualTo("[0,1,1,0,0]");
    }

    @Test
    void loadPersonsByTheirHighestVersions() throws Exception {
        createProject();
        String person =
                "{\"distinct_id\":\"a\",\"person_id\":\"p\",\"person_distinct_id_version\":1,"
                        + "\"person_version\":%d,\"created_at\":\"2020-01-02 03:04:05\"}\n";
        String load = "load --model persons --project";

        assertThat(run(load, project, file(person.formatted(2))))
                .isEqualTo(
                        new Run(0, "1 lines read, 1 distinct ids changed, 0 lines refused\n", ""));
        assertThat(run(load, project, file(person.formatted(1) + "{}\n")).out())
                .isEqualTo("1 lines read, 0 distinct ids changed, 1 lines refused\n");
    }

    @Test
    void tellWhichGroupsAreLeftOut() throws Exception {
        run("project create --name Shop --group-type company --group-type team --id", project);
        String group =
                "{\"uuid\":\"%1$s\",\"event\":\"$groupidentify\",\"distinct_id\":\"d\",\"timestamp\":\"2020-01-02T00:00Z\",\"properties\":{\"$group_type\":\"%1$s\",\"$group_key\":\"k\"}}\n";
        Path file = file(group.formatted("team") + group.formatted("city"));

        Run loaded = run("load --project", project, file);

        assertThat(loaded.status()).isZero();
        assertThat(loaded.err())
                .isEqualTo(
                        "1 groups of the type 'city' left out: the project names no such group"
                                + " type\n");
    }

    @Test
    void takeNoLineOfAFileWithABadOneWhenStrict() throws Exception {
        createProject();
        Path file = file(events(1) + "{}\n" + events(2));

        Run loaded = run("load --strict --project", project, file);

        assertThat(loaded.status()).isEqualTo(1);
        assertThat(loaded.out()).isEqualTo("nothing taken: 1 lines refused\n");
        assertThat(loaded.err()).startsWith(file + ":2: ").hasLineCount(1);
        assertThat(ask(createKey()).data(0)).isEqualTo("[0,0,0,0,0]");
    }

    @Test
    void changeAProjectOnlyWhenToldTo() {
        createProject();

        Run second = run("project create --name Again --id", project);
        Run third = run("project create --name Again --replace --id", project);

        assertThat(second.status()).isEqualTo(1);
        assertThat(second.err())
                .isEqualTo(
                        "trendlake: project %d is there already, 'Shop'; change it with --replace\n"
                                .formatted(project));
        assertThat(third.status()).isZero();
        assertThat(third.out()).startsWith("project %d 'Again'".formatted(project));
    }

    @Test
    void suggestColumnsByTheLogAndAddThem() throws Exception {
        createProject();
        String key = createKey();
        run("load --project", project, file(events(1, 2, 3)));
        LocalDate complete = LocalDate.of(1, 1, 1);
        ask(key, greaterThanFive("price"));

        Run added = run("columns add event:price --project", project);
        Run again = run("columns add event:price --project", project);
        Run listed = run("columns list --project", project);
        List<Object> logs = new ArrayList<>(stack.logs());
        logs.addAll(List.of("--project", project));
        Run suggested = run("columns suggest --log", logs.toArray());

        // The template gives eleven properties columns.
        String column = "event:price of project %d has the column property_11".formatted(project);
        assertThat(added.out())
                .startsWith(column)
                .contains("all files of project %d have its columns now".formatted(project));
        assertThat(again.out())
                .startsWith(column)
                .contains("all files of project %d have its columns\n".formatted(project));
        assertThat(listed.out().lines()).hasSize(12);
        assertThat(listed.out()).endsWith("property_11  " + complete + "  event:price\n");
        assertThat(suggested.out().lines().toList())
                .first()
                .asString()
                .startsWith("1 questions read ");
        assertThat(suggested.out().lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("100.0 %")
                .endsWith(
                        "project %d  event:price  (has property_11, from %s on)"
                                .formatted(project, complete));
    }

    @Test
    void suggestNothingByAnEmptyLog() throws Exception {
        Path nothing = Files.writeString(home.resolve("empty.log"), "no JSON\n");

        assertThat(run("columns suggest --log", nothing).out())
                .isEqualTo("0 questions read 0.0 MB; 0 of them read documents\n");
    }

    @Test
    void invokeAFunctionWithAnEvent() {
        Run invoked = run("invoke TrendFunction ../events/trend.json");

        assertThat(invoked.status()).isZero();
        assertThat(invoked.out())
                .startsWith("{\"statusCode\":200,")
                .contains("[613,1005,847,709]")
                .hasLineCount(1);
        assertThat(invoked.err()).isEmpty();
    }

    @Test
    void warmSaysWhatItWouldComputeAndWhatItHasComputed() {
        run("invoke TrendFunction ../events/trend.json");

        Run dry = run("warm --dry-run --project 1");
        Run warmed = run("warm --project 1");

        assertThat(dry.status()).isZero();
        assertThat(dry.out()).startsWith("OUTCOME ").contains("would be: ");
        assertThat(warmed.out().lines().reduce((_, last) -> last).orElse(""))
                .matches("[0-9,]+ executions, [0-9,]+ bytes, [0-9.]+ dollars.*");
        assertThat(run("warm --project 987").out()).contains("there is no such project");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "project create --name Shop                    | --id",
                "project create --id 0 --name Shop             | a project's id is at least 1",
                "project create --id x --name Shop             | 'x'",
                "project create --id 9 --name S --timezone Mars | 'Mars' is no time zone",
                "project create --id 9 --name S --week-start x | 'x' is not monday or sunday",
                "key create --project 1                        | --scope",
                "key create --project 1 --scope everything     | 'everything' is not like"
                        + " insight:read",
                "key create --project 987 --scope *            | there is no project 987",
                "key revoke no-such-key                        | there is no such key",
                "key revoke                                    | KEY",
                "key list --project x                          | 'x'",
                "key list --project 987                        | there is no project 987",
                "load no-such-file --project 1                 | no-such-file: no such file",
                "load ../pom.xml --project 987                 | there is no project 987",
                "load --project 1                              | FILE",
                "load ../pom.xml --project 1 --model sessions  | 'sessions' is not events or"
                        + " persons",
                "load ../pom.xml                               | --project",
                "columns add price --project 1                 | 'price' is not of the form"
                        + " event:NAME or person:NAME",
                "columns add event:a --project 987             | there is no project 987",
                "columns list --project 987                    | there is no project 987",
                "columns suggest --log no-such-file            | there is no file no-such-file",
                "columns suggest                               | there are no logs of a stack",
                "invoke NoFunction ../events/trend.json        | there are TrendFunction,"
                        + " QueryFunction",
                "invoke TrendFunction no-such-file             | there is no file no-such-file",
                "invoke TrendFunction ../pom.xml               | ../pom.xml is not JSON",
                "up --port 70000                               | 70000 is not between 0 and 65535",
                "up                                            | a stack is running already",
                "conformance no-such-folder                    | no-such-folder is no folder",
                "no-such-command                               | no-such-command"
            })
    void sayInOneLineWhatIsWrong(String command, String reason) {
        Run run = run(command);

        assertThat(run.status()).isNotZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(reason).hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "project create --id 9 --name S",
        "key create --project 1 --scope *",
        "key list",
        "key revoke some-key",
        "load ../pom.xml --project 1",
        "invoke TrendFunction ../events/trend.json"
    })
    void sayHowToStartAStackWhenNoneRuns(String command) throws IOException {
        Files.delete(home.resolve(".trendlake/running.json"));

        assertThat(run(command))
                .isEqualTo(
                        new Run(
                                1,
                                "",
                                "trendlake: no stack is running; start one with: ./trendlake"
                                        + " up\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "up",
        "demo",
        "load",
        "invoke",
        "conformance",
        "project",
        "project create",
        "key create",
        "key list",
        "key revoke"
    })
    void explainThemselves(String command) {
        Run run = run(command + " --help");

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("Usage: trendlake " + command);
        assertThat(run.err()).isEmpty();
    }

    private Run run(String command, Object... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));
        for (Object argument : more) {
            arguments.add(argument.toString());
        }
        int status =
                Trendlake.commandLine(
                                new Checkout(home),
                                new PrintStream(out, true, UTF_8),
                                new PrintStream(err, true, UTF_8))
                        .execute(arguments.toArray(String[]::new));
        return new Run(status, out.toString(UTF_8), err.toString(UTF_8));
    }

    private void createProject() {
        assertThat(run("project create --name Shop --id", project).status()).isZero();
    }

    private String createKey() {
        Run created = run("key create --scope insight:read --project", project);
        assertThat(created.status()).as(created.err()).isZero();
        assertThat(created.out()).matches("phx_[A-Za-z0-9]{44}\n");
        return created.out().strip();
    }

    private static List<String> ids(Run list) {
        return list.out()
                .lines()
                .filter(line -> line.contains("  project "))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    private Reply ask(String key) throws IOException, InterruptedException {
        return ask(key, "[]");
    }

    private Reply ask(String key, String properties) throws IOException, InterruptedException {
        try (Client client = new Client(stack.running().gateway(), key)) {
            return client.ask(
                    project,
                    """
                    {"events": [{"id": "order"}], "date_from": "2019-12-31", "date_to": "2020-01-04",
                     "properties": %s}
                    """
                            .formatted(properties));
        }
    }

    private static String greaterThanFive(String property) {
        return """
        [{"key": "%s", "type": "event", "operator": "gt", "value": 5}]\
        """
                .formatted(property);
    }

    private static String events(int... days) {
        StringBuilder lines = new StringBuilder();
        for (int day : days) {
            lines.append(event(day));
        }
        return lines.toString();
    }

    private static String event(int day) {
        return """
        {"uuid":"00000000-0000-4000-8000-00000000000%d","event":"order","distinct_id":"d%d",\
        "properties":{},"timestamp":"2020-01-0%d 07:30:00.000000"}
        """
                .formatted(day, day, day);
    }

    private Path file(String lines) throws IOException {
        return Files.writeString(home.resolve("events.jsonl"), lines);
    }

    private Path zipped(String lines) throws IOException {
        Path file = home.resolve("events.jsonl.gz");
        try (OutputStream zip = new GZIPOutputStream(Files.newOutputStream(file))) {
            zip.write(lines.getBytes(UTF_8));
        }
        return file;
    }
}
