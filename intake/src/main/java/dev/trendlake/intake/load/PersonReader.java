package dev.trendlake.intake.load;

import static dev.trendlake.intake.load.LineFieldsReader.Kind.DOCUMENT;
import static dev.trendlake.intake.load.LineFieldsReader.Kind.FLAG;
import static dev.trendlake.intake.load.LineFieldsReader.Kind.NUMBER;
import static dev.trendlake.intake.load.LineFieldsReader.Kind.TEXT;

import dev.trendlake.intake.lake.PersonRow;
import java.util.Map;

/** Reads a line of PostHog's batch export, persons model (spec: batch export, 2). */
final class PersonReader {
    private final LineFieldsReader reader =
            new LineFieldsReader(
                    Map.of(
                            "distinct_id", TEXT,
                            "person_id", TEXT,
                            "created_at", TEXT,
                            "person_distinct_id_version", NUMBER,
                            "person_version", NUMBER,
                            "properties", DOCUMENT,
                            "is_deleted", FLAG));

    /** Reads a line; fields that it doesn't know are passed over. */
    PersonLine read(String line) throws LineRefused {
        return line(reader.read(line));
    }

    /** Reads a document that stands by itself. */
    String document(String field, String text) throws LineRefused {
        return reader.document(field, text);
    }

    /** Makes a line of its fields. */
    static PersonLine line(LineFields fields) throws LineRefused {
        return new PersonLine(
                new PersonRow(
                        fields.requiredText("distinct_id"),
                        fields.requiredText("person_id"),
                        fields.requiredTime("created_at"),
                        fields.requiredNumber("person_distinct_id_version"),
                        fields.requiredNumber("person_version"),
                        fields.document("properties")),
                fields.flag("is_deleted"));
    }
}
