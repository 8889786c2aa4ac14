package dev.trendlake.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateTest {
    @Test
    void isMadeOnceAndWhenItIsAskedFor() {
        List<String> made = new ArrayList<>();
        Late<String> late =
                new Late<>(() -> {
                    made.add("one");
                    return "made";
                });
        assertThat(made).isEmpty();
        assertThat(List.of(late.get(), late.get())).containsOnly("made");
        assertThat(made).containsExactly("one");
    }
}
