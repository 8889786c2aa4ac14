package dev.trendlake.aws.dynamodb;

import dev.trendlake.project.Author;
import dev.trendlake.project.Details;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How the details of actions and cohorts stand in their items, which may lack any of them. */
final class DetailAttributes {
    static final String REVISION = "revision";

    private static final String DESCRIPTION = "description";
    private static final String TAGS = "tags";
    private static final String CREATED_AT = "created_at";
    private static final String AUTHOR = "created_by";

    private DetailAttributes() {}

    static Details read(Item item) {
        return new Details(
                item.text(DESCRIPTION),
                item.texts(TAGS),
                DefinitionItems.isDeleted(item),
                instant(item, CREATED_AT),
                author(item, AUTHOR),
                item.number(REVISION));
    }

    /** All but the revision. */
    static Map<String, AttributeValue> of(Details details) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        attributes.put(DESCRIPTION, Values.text(details.description()));
        attributes.put(TAGS, Values.texts(details.tags()));
        attributes.put(DefinitionItems.DELETED, Values.truth(details.deleted()));
        Instant createdAt = details.createdAt();
        if (createdAt != null) {
            attributes.put(CREATED_AT, Values.text(createdAt.toString()));
        }
        Author author = details.author();
        if (author != null) {
            attributes.put(AUTHOR, Values.map(attributes(author)));
        }
        return attributes;
    }

    static @Nullable Instant instant(Item item, String name) {
        String text = item.text(name);
        return text.isEmpty() ? null : Instant.parse(text);
    }

    /** Who did something; null where nobody noted it. */
    static @Nullable Author author(Item item, String name) {
        if (!item.has(name)) {
            return null;
        }
        Item author = new Item(item.value(name).m());
        return new Author(
                author.number("id"),
                author.text("uuid"),
                author.text("first_name"),
                author.text("email"));
    }

    static Map<String, AttributeValue> attributes(Author author) {
        return Map.of(
                "id", Values.number(author.id()),
                "uuid", Values.text(author.uuid()),
                "first_name", Values.text(author.firstName()),
                "email", Values.text(author.email()));
    }
}
