package dev.trendlake.sql;

/** A type that values are cast to. */
public enum SqlType {
    ARRAY_OF_JSON("array(json)"),
    BIGINT("bigint"),
    BOOLEAN("boolean"),
    DATE("date"),
    DECIMAL("decimal(38, 10)"),
    DOUBLE("double"),
    INSTANT("timestamp(3) with time zone"),
    JSON("json"),
    TIMESTAMP("timestamp(3)"),
    VARCHAR("varchar"),
    VARCHAR_ARRAY("array(varchar)");

    private final String text;

    SqlType(String text) {
        this.text = text;
    }

    /** How SQL writes it. */
    public String text() {
        return text;
    }
}
