package dev.trendlake.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Calls a function of the running stack with an event from a file. */
@Command(
        name = "invoke",
        description = "Calls a function of the running stack and prints its answer.",
        mixinStandardHelpOptions = true)
final class InvokeCommand implements Callable<Integer> {
    private final Checkout checkout;
    private final ObjectMapper mapper =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "FUNCTION",
            description = "Its name in template.yaml, for example TrendFunction.")
    private String function = "";

    @Parameters(
            index = "1",
            paramLabel = "EVENT.json",
            description = "A file with the event, for example events/trend.json.")
    private Path file = Path.of("");

    InvokeCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        String event = event();
        spec.commandLine()
                .getOut()
                .println(new FunctionCalls(checkout.running()).call(function, event));
        return 0;
    }

    private String event() {
        try {
            JsonNode event = mapper.readTree(Files.readString(file));
            if (event.isMissingNode()) {
                throw new CommandFailed(file + " is empty; an event is JSON");
            }
            return event.toString();
        } catch (JsonProcessingException e) {
            throw new CommandFailed(file + " is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new CommandFailed(
                    Files.exists(file) ? file + " can't be read" : "there is no file " + file);
        }
    }
}
