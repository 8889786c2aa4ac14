package dev.trendlake.local.load;

import io.trino.spi.block.BlockBuilder;
import io.trino.spi.type.Type;
import java.util.function.BiConsumer;

/**
 * A column of the events table.
 *
 * @param name as in the Glue table
 * @param glueType its type in the Glue table
 * @param type its type in the engine
 * @param writer puts the column's value of an event into a block
 */
public record EventColumn(
        String name, String glueType, Type type, BiConsumer<BlockBuilder, Event> writer) {
    void write(BlockBuilder block, Event event) {
        writer.accept(block, event);
    }
}
