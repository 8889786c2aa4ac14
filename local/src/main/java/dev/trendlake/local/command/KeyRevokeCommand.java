package dev.trendlake.local.command;

import dev.trendlake.access.KeyHash;
import dev.trendlake.aws.dynamodb.DynamoDbApiKeys;
import dev.trendlake.aws.dynamodb.KeptKey;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.StackClients;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Takes an API key back. */
@Command(
        name = "revoke",
        description = {
            "Takes a key back: it is refused from the next request on, for good.",
            "",
            "It stays in the list, as revoked."
        },
        mixinStandardHelpOptions = true)
final class KeyRevokeCommand implements Callable<Integer> {
    private final Checkout checkout;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "KEY",
            description = "Its id, as 'key list' has it, or the key itself.")
    private String wanted = "";

    KeyRevokeCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() {
        RunningStack stack = checkout.running();
        try (DynamoDbClient client = StackClients.dynamoDb(stack.dynamoDb())) {
            DynamoDbApiKeys keys = new DynamoDbApiKeys(client, stack.apiKeysTable());
            KeptKey found = find(keys);
            keys.revoke(found.hash());
            spec.commandLine()
                    .getOut()
                    .printf("key %s '%s' is revoked%n", found.key().id(), found.key().label());
        }
        return 0;
    }

    private KeptKey find(DynamoDbApiKeys keys) {
        KeyHash hash = KeyHash.of(wanted);
        return keys.all().stream()
                .filter(kept -> kept.key().id().equals(wanted) || kept.hash().equals(hash))
                .findFirst()
                .orElseThrow(() ->
                        new CommandFailed(
                                "there is no such key; see them with: ./trendlake key list"));
    }
}
