package dev.trendlake.intake.lake;

import static io.trino.spi.type.BigintType.BIGINT;
import static io.trino.spi.type.TimestampType.TIMESTAMP_MILLIS;

import io.trino.spi.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.parquet.format.SchemaElement;

/**
 * Encodes columns of a row group page by page, so that of its rows no more is held than their
 * 64-bit numbers, which are encoded at the end. Not safe for several threads.
 */
final class RowGroupEncoder {
    private final List<? extends LakeColumn<?>> columns;
    private final List<SchemaElement> schema;
    private final int[] numbers;
    private final int[] others;
    private final EngineChunks engine;
    private final List<Page> numberPages = new ArrayList<>();

    /**
     * @param columns all columns of the pages
     * @param schema of each of them
     * @param places those that are encoded
     */
    RowGroupEncoder(
            List<? extends LakeColumn<?>> columns, List<SchemaElement> schema, int[] places) {
        this.columns = columns;
        this.schema = schema;
        this.numbers = IntStream.of(places).filter(this::isNumber).toArray();
        this.others = IntStream.of(places).filter(place -> !isNumber(place)).toArray();
        this.engine = engine(others);
    }

    /** Adds rows. */
    void add(Page page) throws IOException {
        if (others.length > 0) {
            engine.add(page.getColumns(others));
        }
        numberPages.add(page.getColumns(numbers));
    }

    /**
     * The chunks of the rows that were added, of which there are some, by their columns' places.
     */
    Map<Integer, EncodedChunk> end() throws IOException {
        Map<Integer, EncodedChunk> chunks = new TreeMap<>();
        if (others.length > 0) {
            List<EncodedChunk> encoded =
                    engine.end(IntStream.of(others).mapToObj(schema::get).toList());
            for (int i = 0; i < others.length; i++) {
                chunks.put(others[i], encoded.get(i));
            }
        }
        for (int i = 0; i < numbers.length; i++) {
            chunks.put(numbers[i], number(i));
        }
        return chunks;
    }

    private EncodedChunk number(int index) throws IOException {
        int place = numbers[index];
        if (numberPages.stream().noneMatch(page -> page.getBlock(index).mayHaveNull())) {
            return NumberChunk.of(numberPages, index, unit(columns.get(place)), schema.get(place));
        }
        EngineChunks nullable = engine(place);
        for (Page page : numberPages) {
            nullable.add(page.getColumns(index));
        }
        return nullable.end(List.of(schema.get(place))).getFirst();
    }

    private EngineChunks engine(int... places) {
        return new EngineChunks(IntStream.of(places).mapToObj(columns::get).toList());
    }

    private boolean isNumber(int place) {
        return unit(columns.get(place)) > 0;
    }

    // How many of the engine's units a number counts in the file; 0 for what is no such number.
    private static long unit(LakeColumn<?> column) {
        if (column.type().equals(TIMESTAMP_MILLIS)) {
            return LakeColumn.MICROSECONDS;
        }
        return column.type().equals(BIGINT) ? 1 : 0;
    }
}
