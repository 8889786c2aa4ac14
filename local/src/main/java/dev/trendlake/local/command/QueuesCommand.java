package dev.trendlake.local.command;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the queues of the running stack. */
@Command(
        name = "queues",
        description = {
            "Lists the queues: how many messages wait, and how many are being worked on.",
            "",
            "Of dead letters, the objects that they tell of are listed too."
        },
        mixinStandardHelpOptions = true)
final class QueuesCommand implements Callable<Integer> {
    // What one call of SQS gives at most.
    private static final int MOST_LISTED = 10;

    private final Checkout checkout;
    private final ObjectMapper mapper = new ObjectMapper();

    @Spec private CommandSpec spec = CommandSpec.create();

    QueuesCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (SqsCalls sqs = new SqsCalls(checkout.running().sqs())) {
            Set<String> deadLetters = deadLetters(sqs);
            for (String queue : sqs.queues()) {
                JsonNode attributes = sqs.attributes(queue);
                out.println(line(queue, attributes));
                if (deadLetters.contains(attributes.path("QueueArn").asText())) {
                    subjects(sqs.look(queue, MOST_LISTED)).forEach(out::println);
                }
            }
        }
        return 0;
    }

    private Set<String> deadLetters(SqsCalls sqs) throws IOException, InterruptedException {
        Set<String> arns = new HashSet<>();
        for (String queue : sqs.queues()) {
            String policy = sqs.attributes(queue).path("RedrivePolicy").asText();
            if (!policy.isEmpty()) {
                arns.add(mapper.readTree(policy).path("deadLetterTargetArn").asText());
            }
        }
        return arns;
    }

    private static String line(String queue, JsonNode attributes) {
        return "%s  %s waiting, %s being worked on or put off"
                .formatted(
                        queue.substring(queue.lastIndexOf('/') + 1),
                        attributes.path("ApproximateNumberOfMessages").asText(),
                        attributes.path("ApproximateNumberOfMessagesNotVisible").asText());
    }

    private List<String> subjects(List<JsonNode> messages) {
        List<String> lines = new ArrayList<>();
        for (JsonNode message : messages) {
            lines.add("  " + subject(message.path("Body").asText()));
        }
        if (messages.size() == MOST_LISTED) {
            lines.add("  …");
        }
        return lines;
    }

    private String subject(String body) {
        try {
            JsonNode key = mapper.readTree(body).at("/detail/object/key");
            return key.isMissingNode() ? body : key.asText();
        } catch (JacksonException e) {
            return body;
        }
    }
}
