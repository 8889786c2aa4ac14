package dev.trendlake.hogql;

import dev.trendlake.hogql.HogQlType.Single;

/** Casts to types by their names. */
final class Conversions {
    private Conversions() {}

    static TypedSql cast(TypedSql value, String type, int position, Coercion coercion) {
        String inner = type.startsWith("nullable(") ? type.substring(9, type.length() - 1) : type;
        String name = inner.contains("(") ? inner.substring(0, inner.indexOf('(')) : inner;
        HogQlType target =
                switch (name) {
                    case "string", "text", "varchar", "char", "fixedstring", "uuid" -> Single.TEXT;
                    case "int",
                            "integer",
                            "bigint",
                            "smallint",
                            "tinyint",
                            "int8",
                            "int16",
                            "int32",
                            "int64",
                            "int128",
                            "int256",
                            "uint8",
                            "uint16",
                            "uint32",
                            "uint64",
                            "uint128",
                            "uint256" ->
                            Single.WHOLE;
                    case "float",
                            "double",
                            "real",
                            "decimal",
                            "numeric",
                            "float32",
                            "float64",
                            "decimal32",
                            "decimal64",
                            "decimal128" ->
                            Single.NUMBER;
                    case "bool", "boolean" -> Single.BOOLEAN;
                    case "date", "date32" -> Single.DATE;
                    case "datetime", "datetime32" -> Single.SECOND;
                    case "datetime64", "timestamp" -> Single.INSTANT;
                    default -> throw new HogQlException("Unsupported type: " + type, position);
                };
        return new TypedSql(coercion.as(value, target), target);
    }
}
