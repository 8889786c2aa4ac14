package dev.trendlake.plan;

import dev.trendlake.project.ColumnProperty.Owner;

/**
 * A property that a statement looks for in documents.
 *
 * @param owner whose document
 * @param key its name
 */
public record DocumentProperty(Owner owner, String key) {}
