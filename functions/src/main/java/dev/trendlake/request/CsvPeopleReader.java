package dev.trendlake.request;

import dev.trendlake.error.InvalidRequest;
import dev.trendlake.project.PeopleList;
import dev.trendlake.project.PersonNaming;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Reads the file of people that is put into a static cohort, as PostHog reads it: one column of
 * distinct ids, whether with a header or without; one column under the header of another id; or
 * several columns, of which the first that names person ids counts, else distinct ids, else email
 * addresses.
 */
public final class CsvPeopleReader {
    /** How many people one file may name. */
    public static final int MOST_PEOPLE = 50_000;

    private static final String FIELD = "csv";
    private static final Map<PersonNaming, List<String>> HEADERS =
            Map.of(
                    PersonNaming.PERSON_ID, List.of("person_id", "person-id", "person .id"),
                    PersonNaming.DISTINCT_ID, List.of("distinct_id", "distinct-id"),
                    PersonNaming.EMAIL, List.of("email", "e-mail"));
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * The people that a file names.
     *
     * @throws InvalidRequest when it names nobody, too many, or isn't such a file
     */
    public PeopleList read(byte[] file) {
        List<List<String>> rows =
                CsvRows.of(decoded(file)).stream().filter(row -> !row.isEmpty()).toList();
        if (rows.isEmpty()) {
            throw refused(
                    "CSV file is empty. Please upload a CSV file with at least one row of data.");
        }
        PeopleList people = isOneColumn(rows.getFirst()) ? oneColumn(rows) : columns(rows);
        checkNumber(people.names().size());
        return people;
    }

    private static boolean isOneColumn(List<String> row) {
        return row.stream().filter(field -> !field.isBlank()).count() <= 1;
    }

    private static PeopleList oneColumn(List<List<String>> rows) {
        for (PersonNaming naming : PersonNaming.values()) {
            if (isHeader(rows.getFirst().getFirst(), naming)) {
                return people(naming, rows.subList(1, rows.size()), 0);
            }
        }
        return people(PersonNaming.DISTINCT_ID, rows, 0);
    }

    private static PeopleList columns(List<List<String>> rows) {
        List<String> headers = rows.getFirst();
        for (PersonNaming naming : PersonNaming.values()) {
            OptionalInt column =
                    IntStream.range(0, headers.size())
                            .filter(index -> isHeader(headers.get(index), naming))
                            .findFirst();
            if (column.isPresent()) {
                return people(naming, rows.subList(1, rows.size()), column.getAsInt());
            }
        }
        throw refused(
                ("Multi-column CSV must contain at least one column with a supported ID header:"
                                + " 'person_id', 'Person .id' (PostHog export format),"
                                + " 'distinct_id', 'distinct-id', or 'email'. Found columns: %s")
                        .formatted(
                                String.join(
                                        ", ",
                                        headers.stream().filter(h -> !h.isBlank()).toList())));
    }

    private static PeopleList people(PersonNaming naming, List<List<String>> rows, int column) {
        return new PeopleList(
                naming,
                rows.stream()
                        .filter(row -> row.size() > column)
                        .map(row -> row.get(column).strip())
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    private static boolean isHeader(String text, PersonNaming naming) {
        return HEADERS.getOrDefault(naming, List.of())
                .contains(text.strip().toLowerCase(Locale.ROOT));
    }

    private static void checkNumber(int people) {
        if (people == 0) {
            throw refused(
                    "CSV file contains no valid person IDs, distinct IDs, or email addresses."
                            + " Please ensure your file has data rows with person IDs, distinct"
                            + " IDs, or email addresses.");
        }
        if (people > MOST_PEOPLE) {
            throw refused(
                    ("CSV file names %d people; %d fit into one. Send the others in further files:"
                                    + " they are added.")
                            .formatted(people, MOST_PEOPLE));
        }
    }

    private static String decoded(byte[] file) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw refused(
                    "CSV file encoding is not supported. Please save your file as UTF-8 and try"
                            + " again.");
        }
    }

    private static InvalidRequest refused(String detail) {
        return new InvalidRequest(FIELD, detail);
    }
}
