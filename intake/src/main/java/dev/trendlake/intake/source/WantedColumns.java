package dev.trendlake.intake.source;

import dev.trendlake.intake.source.PageColumn.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** Finds columns in the schema of a file. */
final class WantedColumns {
    private WantedColumns() {}

    /** Those of the columns that a file has. */
    static List<WantedColumn> in(MessageType schema, List<WantedColumn> wanted) throws UnfitFile {
        List<WantedColumn> present = new ArrayList<>();
        for (WantedColumn column : wanted) {
            if (schema.containsField(column.name())) {
                present.add(column);
            } else if (column.isRequired()) {
                throw new UnfitFile("it has no column '%s'".formatted(column.name()));
            }
        }
        return present;
    }

    /** What a column holds. */
    static Kind kind(MessageType schema, WantedColumn column) throws UnfitFile {
        Type type = schema.getType(column.name());
        if (type.isPrimitive() && !type.isRepetition(Type.Repetition.REPEATED)) {
            for (Kind kind : column.kinds()) {
                if (kind == kind(type.asPrimitiveType())) {
                    return kind;
                }
            }
        }
        throw new UnfitFile(
                "its column '%s' is '%s', which is none of: %s"
                        .formatted(
                                column.name(),
                                type,
                                String.join(
                                        ", ",
                                        column.kinds().stream()
                                                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                                .sorted()
                                                .toList())));
    }

    private static Kind kind(PrimitiveType type) throws UnfitFile {
        return switch (type.getPrimitiveTypeName()) {
            case BINARY -> Kind.TEXT;
            case BOOLEAN -> Kind.FLAG;
            case INT32 -> Kind.INT;
            case INT64 -> ofLong(type.getLogicalTypeAnnotation());
            case INT96 -> Kind.NANOSECONDS;
            case FLOAT, DOUBLE, FIXED_LEN_BYTE_ARRAY ->
                    throw new UnfitFile("its column '%s' is '%s'".formatted(type.getName(), type));
        };
    }

    @SuppressWarnings("NullAway") // There is no annotation on plain numbers.
    private static Kind ofLong(LogicalTypeAnnotation annotation) {
        if (annotation instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation time) {
            return time.getUnit() == TimeUnit.NANOS ? Kind.NANOSECONDS : Kind.MICROSECONDS;
        }
        return Kind.LONG;
    }
}
