package dev.trendlake.intake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineCutterTest {
    private final List<RowBatch> batches = new ArrayList<>();
    private final List<String> damages = new ArrayList<>();
    private final RowTaker taker =
            new RowTaker() {
                @Override
                public void take(RowBatch batch) {
                    batches.add(batch);
                }

                @Override
                public void damaged(long row, String reason) {
                    damages.add(row + ": " + reason);
                }
            };

    @Test
    void givesWholeLinesInTheirOrder() throws Exception {
        cut("a\nb\n\nc");
        assertThat(texts()).containsExactly("1 a\nb\n\n", "4 c");
    }

    @Test
    void givesNothingOfNothing() throws Exception {
        cut("");
        assertThat(batches).isEmpty();
    }

    @Test
    void keepsALineWholeThatIsLongerThanItsBuffer() throws Exception {
        String long1 = "x".repeat(3_000_000);
        cut(long1 + "\n" + long1 + "y");
        assertThat(String.join("", texts())).isEqualTo("1 " + long1 + "\n2 " + long1 + "y");
    }

    @Test
    void passesOverALineThatIsTooLongAndGoesOn() throws Exception {
        byte[] bytes = new byte[LineCutter.LONGEST_LINE + 3_000_000];
        Arrays.fill(bytes, (byte) 'x');
        bytes[bytes.length - 3] = '\n';
        new LineCutter(new ByteArrayInputStream(bytes), taker).cut();
        assertThat(batches.getFirst()).isInstanceOf(RowBatch.LongLine.class);
        assertThat(batches.getFirst().first()).isEqualTo(1);
        assertThat(texts().getLast()).isEqualTo("2 xx");
    }

    @Test
    void givesWhatCameBeforeTheDamage() throws Exception {
        new LineCutter(thenFailing("a\nb\nhalf", new IOException("broken")), taker).cut();
        assertThat(texts()).containsExactly("1 a\nb\n");
        assertThat(damages).containsExactly("3: damaged in this line: broken");
    }

    @Test
    void takesNoDamageFromBytesThatCannotBeHad() {
        IOException failure = new IOException(new OriginFailed(new IOException("reset")));
        assertThatThrownBy(() -> new LineCutter(thenFailing("a\n", failure), taker).cut())
                .isInstanceOf(OriginFailed.class);
        assertThat(damages).isEmpty();
    }

    private void cut(String text) throws IOException {
        new LineCutter(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), taker)
                .cut();
    }

    private List<String> texts() {
        return batches.stream()
                .filter(RowBatch.Lines.class::isInstance)
                .map(RowBatch.Lines.class::cast)
                .map(lines -> lines.first() + " " + lines.text().toStringUtf8())
                .toList();
    }

    private static InputStream thenFailing(String text, IOException failure) {
        ByteArrayInputStream before =
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return new InputStream() {
            @Override
            public int read() throws IOException {
                int next = before.read();
                if (next < 0) {
                    throw failure;
                }
                return next;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = before.read(target, offset, length);
                if (count < 0) {
                    throw failure;
                }
                return count;
            }
        };
    }
}
