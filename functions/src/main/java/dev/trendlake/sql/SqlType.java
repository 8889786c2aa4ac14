package dev.trendlake.sql;

/** A type that values are cast to. */
public enum SqlType {
    BIGINT("bigint"),
    DATE("date"),
    DOUBLE("double"),
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
