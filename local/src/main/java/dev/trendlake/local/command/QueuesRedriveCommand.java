package dev.trendlake.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Sends dead letters back to where they came from. */
@Command(
        name = "redrive",
        description =
                "Sends dead letters back to the queue that they came from: they are tried again.",
        mixinStandardHelpOptions = true)
final class QueuesRedriveCommand implements Callable<Integer> {
    private final Checkout checkout;
    private final ObjectMapper mapper = new ObjectMapper();

    @Spec private CommandSpec spec = CommandSpec.create();

    QueuesRedriveCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (SqsCalls sqs = new SqsCalls(checkout.running().sqs())) {
            Map<String, String> sources = sources(sqs);
            for (String queue : sqs.queues()) {
                JsonNode attributes = sqs.attributes(queue);
                String arn = attributes.path("QueueArn").asText();
                if (sources.containsKey(arn)) {
                    sqs.redrive(arn);
                    out.printf(
                            "%d sent back to %s%n",
                            attributes.path("ApproximateNumberOfMessages").asInt()
                                    + attributes
                                            .path("ApproximateNumberOfMessagesNotVisible")
                                            .asInt(),
                            sources.get(arn));
                }
            }
        }
        return 0;
    }

    private Map<String, String> sources(SqsCalls sqs) throws IOException, InterruptedException {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String queue : sqs.queues()) {
            String policy = sqs.attributes(queue).path("RedrivePolicy").asText();
            if (!policy.isEmpty()) {
                sources.put(
                        mapper.readTree(policy).path("deadLetterTargetArn").asText(),
                        queue.substring(queue.lastIndexOf('/') + 1));
            }
        }
        return sources;
    }
}
