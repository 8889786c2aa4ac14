package dev.trendlake.intake.compact;

import dev.trendlake.intake.lake.LakeColumn;
import dev.trendlake.intake.lake.LakeFileReader;
import dev.trendlake.intake.lake.LakeRow;
import dev.trendlake.intake.lake.LocalFile;
import io.trino.spi.connector.SourcePage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;

/** The rows of several files, each in order, as one sequence in that order; read once. */
final class MergedRows implements Iterable<LakeRow>, AutoCloseable {
    private final List<Input> inputs = new ArrayList<>();
    private final PriorityQueue<Input> next;

    /**
     * Opens the files.
     *
     * @param columns what rows consist of
     * @param order of the rows in each file and of all
     */
    MergedRows(List<Path> files, List<? extends LakeColumn<?>> columns, Comparator<LakeRow> order)
            throws IOException {
        // Rows that are alike come in the order of their files.
        next =
                new PriorityQueue<>(
                        Comparator.comparing(Input::row, order).thenComparingInt(Input::number));
        try {
            for (Path file : files) {
                Input input =
                        new Input(inputs.size(), LakeFileReader.open(new LocalFile(file), columns));
                inputs.add(input);
                if (input.advance()) {
                    next.add(input);
                }
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public Iterator<LakeRow> iterator() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !next.isEmpty();
            }

            @Override
            public LakeRow next() {
                Input first = next.poll();
                if (first == null) {
                    throw new NoSuchElementException();
                }
                LakeRow row = first.row();
                try {
                    if (first.advance()) {
                        next.add(first);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return row;
            }
        };
    }

    @Override
    public void close() throws IOException {
        for (Input input : inputs) {
            input.reader.close();
        }
    }

    /** A file, and where its reading is. */
    private static final class Input {
        private final int number;
        private final LakeFileReader reader;
        private Optional<SourcePage> page = Optional.empty();
        private int position;

        Input(int number, LakeFileReader reader) {
            this.number = number;
            this.reader = reader;
        }

        int number() {
            return number;
        }

        LakeRow row() {
            return new LakeRow(page.orElseThrow(), position);
        }

        // The last row of a page is used when the reader is at the next one already.
        private static void load(SourcePage page) {
            for (int i = 0; i < page.getChannelCount(); i++) {
                page.getBlock(i);
            }
        }

        /** Goes to the next row; false when there is none. */
        boolean advance() throws IOException {
            position++;
            while (page.isEmpty() || position >= page.get().getPositionCount()) {
                page = reader.next();
                position = 0;
                page.ifPresent(Input::load);
                if (page.isEmpty()) {
                    return false;
                }
            }
            return true;
        }
    }
}
