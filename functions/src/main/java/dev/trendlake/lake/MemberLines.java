package dev.trendlake.lake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The file of the table of members: a JSON object a line, with the columns of the table, under
 * gzip. A function can write it without a library for Parquet, and Athena reads it.
 */
public final class MemberLines {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectReader READER =
            JsonMapper.builder().build().readerFor(JsonNode.class);

    private MemberLines() {}

    /** Writes members in their order. The same members give the same bytes. */
    public static byte[] write(Collection<CohortMember> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(new GZIPOutputStream(bytes))) {
            json.setRootValueSeparator(null);
            for (CohortMember member : members.stream().sorted().toList()) {
                write(member, json);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void write(CohortMember member, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("cohort_id", member.cohortId());
        json.writeNumberField("person_key", PersonKey.of(member.personId()));
        json.writeStringField("person_id", member.personId());
        json.writeEndObject();
        json.writeRaw('\n');
    }

    /**
     * Reads members.
     *
     * @throws UncheckedIOException when it is no such file
     */
    public static List<CohortMember> read(byte[] file) {
        List<CohortMember> members = new ArrayList<>();
        try (GZIPInputStream lines = new GZIPInputStream(new ByteArrayInputStream(file));
                MappingIterator<JsonNode> rows = READER.readValues(lines)) {
            while (rows.hasNextValue()) {
                JsonNode row = rows.nextValue();
                members.add(
                        new CohortMember(
                                row.path("cohort_id").longValue(),
                                row.path("person_id").textValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a file of members can't be read", e);
        }
        return members;
    }
}
