package dev.trendlake.aws.dynamodb;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.trendlake.cache.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How the buckets of an execution's work stand in an attribute: a compressed JSON list of lists of
 * name, digest, period and slot.
 */
final class WorkItem {
    private WorkItem() {}

    static AttributeValue of(List<Work.Bucket> buckets) {
        return Values.bytes(
                CompressedJson.of(json -> {
                    json.writeStartArray();
                    for (Work.Bucket bucket : buckets) {
                        write(bucket, json);
                    }
                    json.writeEndArray();
                }));
    }

    static List<Work.Bucket> read(AttributeValue value) {
        if (value.b() == null) {
            return List.of();
        }
        try {
            return CompressedJson.read(value.b().asByteArray(), WorkItem::buckets);
        } catch (IOException e) {
            throw new UncheckedIOException("buckets that are no JSON", e);
        }
    }

    private static void write(Work.Bucket bucket, JsonGenerator json) throws IOException {
        json.writeStartArray();
        json.writeString(bucket.name());
        json.writeString(bucket.digest());
        json.writeNumber(bucket.period());
        json.writeString(bucket.slot());
        json.writeEndArray();
    }

    private static List<Work.Bucket> buckets(JsonParser json) throws IOException {
        List<Work.Bucket> buckets = new ArrayList<>();
        json.nextToken();
        while (json.nextToken() == JsonToken.START_ARRAY) {
            String name = json.nextTextValue();
            String digest = json.nextTextValue();
            int period = json.nextIntValue(0);
            buckets.add(new Work.Bucket(name, digest, period, json.nextTextValue()));
            json.nextToken();
        }
        return buckets;
    }
}
