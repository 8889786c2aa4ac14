/** The import of whole objects and files: each once, with what is refused of it kept. */
@NullMarked
package dev.trendlake.intake.imports;

import org.jspecify.annotations.NullMarked;
