package dev.trendlake.intake.imports;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the key of an object says of its import. */
public sealed interface RawKey {
    /** Captured events, of which each line says its project. */
    record Captured() implements RawKey {}

    /**
     * An export.
     *
     * @param project whose it is
     */
    record Export(long project) implements RawKey {}

    /**
     * An object that is left alone.
     *
     * @param reason why
     */
    record LeftAlone(String reason) implements RawKey {}

    /** The folder that objects are imported from. */
    String FOLDER = "raw/";

    /** The form of a project's number in a key. */
    Pattern PROJECT = Pattern.compile("project_id=([1-9][0-9]{0,17})/.*", Pattern.DOTALL);

    /** Reads a key. */
    static RawKey of(String key) {
        if (!key.startsWith(FOLDER)) {
            return new LeftAlone("it is not below " + FOLDER);
        }
        String path = key.substring(FOLDER.length());
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (!isData(name)) {
            return new LeftAlone("its name says that it is no data");
        }
        if (path.startsWith("captured/")) {
            return new Captured();
        }
        Matcher matcher = PROJECT.matcher(path);
        return matcher.matches()
                ? new Export(Long.parseLong(matcher.group(1)))
                : new LeftAlone("it is not below raw/project_id=ID/");
    }

    /** Whether a name is that of an object with rows: not of a manifest, nor of what is hidden. */
    static boolean isData(String name) {
        return !name.isEmpty()
                && !name.startsWith("_")
                && !name.startsWith(".")
                && !name.equals("manifest.json")
                && !name.endsWith("_manifest.json");
    }
}
