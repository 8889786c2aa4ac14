package dev.trendlake.intake.load;

import dev.trendlake.intake.json.JsonScanner;
import io.airlift.slice.Slices;
import java.time.Instant;

/** Notes the names that the properties of persons have. Not safe for several threads. */
final class PersonNames {
    private final JsonScanner scanner = new JsonScanner();
    private final DocumentFields fields = new DocumentFields();
    private final NamesSeen names;

    PersonNames(NamesSeen names) {
        this.names = names;
    }

    /** Takes the properties of a person, which were checked. */
    void see(String properties, Instant at) {
        if (scanner.keys().isFull()) {
            scanner.forgetKeys();
        }
        try {
            fields.read("properties", Slices.utf8Slice(properties), scanner);
        } catch (LineRefused e) {
            throw new IllegalArgumentException("no JSON object: " + properties, e);
        }
        for (int i = 0; i < fields.size(); i++) {
            int field = i;
            names.seeOfPerson(
                    fields.key(i).name(), fields.token(i), () -> fields.scalar(field), at);
        }
    }
}
