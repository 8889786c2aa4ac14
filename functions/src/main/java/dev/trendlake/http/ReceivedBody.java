package dev.trendlake.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import java.util.Map;

/**
 * A body that was read.
 *
 * @param fields its members: texts where it is a form
 * @param files the bytes of the files of a multipart form, by the names of their fields
 */
record ReceivedBody(ObjectNode fields, Map<String, byte[]> files) {
    /** Copies the map. */
    ReceivedBody {
        files = Map.copyOf(files);
    }

    static ReceivedBody of(ObjectNode fields) {
        return new ReceivedBody(fields, Map.of());
    }

    /**
     * The fields of a body with no file but one.
     *
     * @param file the field that may be a file; empty for none
     * @throws InvalidRequest when another one is
     */
    ObjectNode fieldsBeside(String file) {
        files.keySet().stream()
                .sorted()
                .filter(name -> !name.equals(file))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidRequest(
                            name, "a file can't be read here; send the field as text");
                });
        return fields;
    }
}
