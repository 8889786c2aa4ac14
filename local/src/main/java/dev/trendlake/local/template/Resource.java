package dev.trendlake.local.template;

/** One resource while it is read: its logical and physical name and its properties. */
record Resource(String logicalName, String name, Section properties) {
    /** The address of a property, for errors. */
    String addressOf(String property) {
        return properties.addressOf(property);
    }
}
