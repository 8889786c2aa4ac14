package dev.trendlake.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.trino.sql.parser.ParsingException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * No text of a user leaves its literal: whatever it holds, the question is refused, or its
 * statement differs from that of a harmless text in nothing but what literals hold. {@code
 * -Dhostile.seed=…} tries the texts of a run again.
 */
class HostileTextTest {
    private static final String HARMLESS = "harmless";
    private static final int ROUNDS = 2;

    private final long seed = Long.getLong("hostile.seed", new Random().nextLong());
    private final HostileTexts texts = new HostileTexts(seed);
    private final Map<Place, Optional<StatementTree>> twins = new HashMap<>();
    private int planned;

    @Test
    void staysInItsLiteral() {
        System.out.println("-Dhostile.seed=" + seed);
        List<Place> places = Places.all();
        for (int round = 0; round < ROUNDS; round++) {
            places.forEach(place -> check(place, texts.next()));
        }
        assertThat(planned).as("questions that were not refused").isGreaterThan(2_000);
    }

    private void check(Place place, String text) {
        String about = "-Dhostile.seed=" + seed + ", " + place + " with " + escaped(text);
        Optional<String> statement = statement(place, text, about);
        if (statement.isEmpty()) {
            return;
        }
        planned++;
        StatementTree tree = parsed(statement.get(), about);
        Optional<StatementTree> twin =
                twins.computeIfAbsent(
                        place,
                        _ ->
                                new Asked(place.kind(), place.with(HARMLESS))
                                        .statement()
                                        .map(StatementTree::of));
        assertThat(twin).as(about + ": harmless text is refused here").isPresent();
        if (!tree.hasShapeOf(twin.get())) {
            throw new AssertionError(about + "\n" + statement.get());
        }
    }

    private static Optional<String> statement(Place place, String text, String about) {
        try {
            return new Asked(place.kind(), place.with(text)).statement();
        } catch (RuntimeException | StackOverflowError broken) {
            throw new AssertionError(about, broken);
        }
    }

    private static StatementTree parsed(String sql, String about) {
        try {
            return StatementTree.of(sql);
        } catch (ParsingException broken) {
            throw new AssertionError(about + "\n" + sql, broken);
        }
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars()
                .forEach(character ->
                        escaped.append(
                                character < ' ' || character > '~'
                                        ? "\\u%04X".formatted(character)
                                        : Character.toString(character)));
        return escaped.toString();
    }
}
