package dev.trendlake.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    @Test
    void cutsAtLineFeedsWithOrWithoutOneAtTheEnd() throws Exception {
        assertThat(lines("a\nb\r\n\nc")).containsExactly("a", "b", "", "c");
        assertThat(lines("a\n")).containsExactly("a");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void readsLinesLongerThanItsBuffer() throws Exception {
        String length = "x".repeat(200_000);
        assertThat(lines(length + "\n" + length + "y")).containsExactly(length, length + "y");
    }

    @Test
    void dropsAByteOrderMark() throws Exception {
        assertThat(lines("\uFEFF{}\n{}")).containsExactly("{}", "{}");
    }

    @Test
    void refusesALineThatIsNotUtf8() {
        byte[] latin1 = "gr\u00f6\u00dfe".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> LineReader.text(latin1))
                .isInstanceOf(LineRefused.class)
                .hasMessage("not UTF-8");
    }

    @Test
    void refusesALineThatIsTooLongAndGoesOn() throws Exception {
        byte[] bytes = new byte[LineReader.LONGEST_LINE + 100_000];
        java.util.Arrays.fill(bytes, (byte) 'x');
        bytes[bytes.length - 3] = '\n';
        LineReader reader = new LineReader(new ByteArrayInputStream(bytes));
        byte[] first = reader.next().orElseThrow();
        assertThatThrownBy(() -> LineReader.text(first)).hasMessage("longer than 32 MiB");
        assertThat(LineReader.text(reader.next().orElseThrow())).isEqualTo("xx");
        assertThat(reader.number()).isEqualTo(2);
    }

    private static List<String> lines(String text) throws IOException, LineRefused {
        LineReader reader =
                new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<String> lines = new ArrayList<>();
        Optional<byte[]> line = reader.next();
        while (line.isPresent()) {
            lines.add(LineReader.text(line.get()));
            line = reader.next();
        }
        return lines;
    }
}
