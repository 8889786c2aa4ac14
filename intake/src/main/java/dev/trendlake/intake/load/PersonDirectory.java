package dev.trendlake.intake.load;

import dev.trendlake.intake.lake.PersonRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is behind each distinct id, and what is known of each person: in both the highest version is
 * true, and the first of equal ones.
 */
final class PersonDirectory {
    private final Map<String, PersonRow> byDistinctId = new HashMap<>();
    private final Map<String, PersonLine> byPerson = new HashMap<>();

    /** A directory of rows that were the truth. */
    static PersonDirectory of(List<PersonRow> rows) {
        PersonDirectory directory = new PersonDirectory();
        rows.forEach(row -> directory.add(new PersonLine(row, false)));
        return directory;
    }

    void add(PersonLine line) {
        addDistinctId(line.row());
        addPerson(line);
    }

    void addAll(PersonDirectory other) {
        other.byDistinctId.values().forEach(this::addDistinctId);
        other.byPerson.values().forEach(this::addPerson);
    }

    /** A row for each distinct id whose person is not deleted. */
    List<PersonRow> rows() {
        List<PersonRow> rows = new ArrayList<>();
        for (PersonRow mapping : byDistinctId.values()) {
            PersonLine person = byPerson.get(mapping.personId());
            if (person != null && !person.isDeleted()) {
                rows.add(row(mapping, person.row()));
            }
        }
        return rows;
    }

    private static PersonRow row(PersonRow mapping, PersonRow person) {
        return new PersonRow(
                mapping.distinctId(),
                mapping.personId(),
                person.createdAt(),
                mapping.distinctIdVersion(),
                person.personVersion(),
                person.properties(),
                mapping.captured());
    }

    private void addDistinctId(PersonRow row) {
        byDistinctId.merge(
                row.distinctId(),
                row,
                (known, next) ->
                        next.distinctIdVersion() > known.distinctIdVersion()
                                ? next.withCaptured(known.captured())
                                : known);
    }

    private void addPerson(PersonLine line) {
        byPerson.merge(
                line.row().personId(),
                line,
                (known, next) ->
                        next.row().personVersion() > known.row().personVersion() ? next : known);
    }
}
