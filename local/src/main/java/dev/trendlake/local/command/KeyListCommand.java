package dev.trendlake.local.command;

import dev.trendlake.access.ApiKey;
import dev.trendlake.aws.dynamodb.DynamoDbApiKeys;
import dev.trendlake.aws.dynamodb.KeptKey;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.StackClients;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Lists API keys. */
@Command(
        name = "list",
        description = {
            "Lists the keys, the oldest first: id, what it opens, scopes, when it was made and last"
                    + " used (to the hour), label.",
            "",
            "The keys themselves are kept nowhere."
        },
        mixinStandardHelpOptions = true)
final class KeyListCommand implements Callable<Integer> {
    private final Checkout checkout;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--project",
            paramLabel = "ID",
            description = "Only keys that open this project.")
    private @Nullable Long project;

    KeyListCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() {
        RunningStack stack = checkout.running();
        try (DynamoDbClient client = StackClients.dynamoDb(stack.dynamoDb())) {
            new DynamoDbApiKeys(client, stack.apiKeysTable())
                    .all().stream()
                            .filter(kept -> opensTheProject(kept.key()))
                            .sorted(
                                    Comparator.comparing(KeyListCommand::createdAt)
                                            .thenComparing(kept -> kept.key().id()))
                            .map(KeyListCommand::line)
                            .forEach(spec.commandLine().getOut()::println);
        }
        return 0;
    }

    private boolean opensTheProject(ApiKey key) {
        return project == null
                || key.projects().isEmpty()
                || key.projects().stream().anyMatch(id -> Objects.equals(id, project));
    }

    private static Instant createdAt(KeptKey kept) {
        return kept.details().createdAt().orElse(Instant.EPOCH);
    }

    private static String line(KeptKey kept) {
        ApiKey key = kept.key();
        return "%s  %s  %s  %s  %s  %s"
                .formatted(
                        key.id(),
                        key.active() ? projects(key.projects()) : "revoked",
                        String.join(",", key.scopes()),
                        kept.details().createdAt().map(at -> "made " + at).orElse("made once"),
                        kept.details().lastUsedAt().map(at -> "used " + at).orElse("never used"),
                        key.label());
    }

    private static String projects(List<Long> projects) {
        return projects.isEmpty()
                ? "any project"
                : projects.stream().map(id -> "project " + id).collect(Collectors.joining(", "));
    }
}
