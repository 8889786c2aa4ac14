package dev.trendlake.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder with a JSON file for each message; a file is there whole or not at all. */
final class MessageFiles {
    private static final String END = ".json";

    private final Path folder;
    private final ObjectMapper mapper = new ObjectMapper();

    MessageFiles(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Message> all() {
        List<Message> messages = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(END)).toList()) {
                messages.add(message(mapper.readTree(file.toFile())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    void write(Message message) {
        try {
            Path draft = folder.resolve(message.id() + ".draft");
            Files.write(draft, mapper.writeValueAsBytes(json(message)));
            Files.move(draft, file(message.id()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + END);
    }

    private ObjectNode json(Message message) {
        return mapper.createObjectNode()
                .put("id", message.id())
                .put("body", message.body())
                .put("sent_at", message.sentAt().toString())
                .put("receives", message.receives())
                .put("first_received_at", message.firstReceivedAt().toString());
    }

    // Whoever had received a message is gone with the stack that gave it: it is visible at once.
    private static Message message(JsonNode json) {
        Instant sentAt = Instant.parse(json.path("sent_at").asText());
        return new Message(
                json.path("id").asText(),
                json.path("body").asText(),
                sentAt,
                json.path("receives").asInt(),
                Instant.parse(json.path("first_received_at").asText()),
                sentAt,
                "");
    }
}
