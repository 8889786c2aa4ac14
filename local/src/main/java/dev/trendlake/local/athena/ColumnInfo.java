package dev.trendlake.local.athena;

import io.trino.client.ClientTypeSignature;
import io.trino.client.ClientTypeSignatureParameter;
import io.trino.client.Column;
import java.util.List;

/** A column of a result, as {@code ResultSetMetadata} describes it. */
record ColumnInfo(String name, String type, int precision, int scale) {
    static ColumnInfo of(Column column) {
        ClientTypeSignature type = column.getTypeSignature();
        return new ColumnInfo(column.getName(), type.getRawType(), precision(type), scale(type));
    }

    boolean isCaseSensitive() {
        return type.equals("varchar") || type.equals("char");
    }

    private static int precision(ClientTypeSignature type) {
        return switch (type.getRawType()) {
            case "tinyint" -> 3;
            case "smallint" -> 5;
            case "integer" -> 10;
            case "bigint" -> 19;
            case "real", "double" -> 17;
            case "varchar", "char", "decimal" -> argument(type, 0, Integer.MAX_VALUE);
            case "varbinary" -> Integer.MAX_VALUE;
            case "time", "timestamp", "time with time zone", "timestamp with time zone" -> 3;
            default -> 0;
        };
    }

    private static int scale(ClientTypeSignature type) {
        return type.getRawType().equals("decimal") ? argument(type, 1, 0) : 0;
    }

    private static int argument(ClientTypeSignature type, int index, int otherwise) {
        List<ClientTypeSignatureParameter> arguments = type.getArguments();
        return index < arguments.size()
                ? arguments.get(index).getLongLiteral().intValue()
                : otherwise;
    }
}
