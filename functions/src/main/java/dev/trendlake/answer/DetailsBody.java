package dev.trendlake.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.project.Author;
import dev.trendlake.project.Details;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** What the API shows of actions, cohorts and insights alike. */
final class DetailsBody {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private DetailsBody() {}

    /** A time as Django REST framework writes it. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static void putTags(ObjectNode body, Details details) {
        ArrayNode tags = body.putArray("tags");
        details.tags().forEach(tags::add);
    }

    static void putCreation(ObjectNode body, Details details) {
        Instant createdAt = details.createdAt();
        body.put("created_at", createdAt == null ? null : time(createdAt));
        putAuthor(body, "created_by", details.author());
    }

    static void putAuthor(ObjectNode body, String name, @Nullable Author author) {
        if (author == null) {
            body.putNull(name);
            return;
        }
        body.putObject(name)
                .put("id", author.id())
                .put("uuid", author.uuid())
                .put("distinct_id", author.uuid())
                .put("first_name", author.firstName())
                .put("last_name", "")
                .put("email", author.email());
    }
}
