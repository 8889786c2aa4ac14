package dev.trendlake.bench.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A question, and how it would be put to the engine by hand.
 *
 * @param name what the table calls it
 * @param filter the request's body, JSON
 * @param byHand a statement that gives rows of entry, day and value: the entry is empty where the
 *     answer has one entry, the day is empty for a total
 * @param columns what of the table a statement must read
 * @param first the first day that it must read
 * @param last the last one
 */
record Question(
        String name,
        String filter,
        String byHand,
        Set<String> columns,
        LocalDate first,
        LocalDate last) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** All of them, in the order of the table. */
    static List<Question> all() throws IOException {
        List<Question> questions = new ArrayList<>();
        for (JsonNode question : MAPPER.readTree(text("questions.json"))) {
            questions.add(
                    new Question(
                            question.path("name").asText(),
                            question.path("filter").toString(),
                            text("by-hand/" + question.path("by_hand").asText()),
                            columns(question),
                            LocalDate.parse(question.path("days").path(0).asText()),
                            LocalDate.parse(question.path("days").path(1).asText())));
        }
        return questions;
    }

    private static Set<String> columns(JsonNode question) {
        return StreamSupport.stream(question.path("columns").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = Question.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8);
        }
    }
}
