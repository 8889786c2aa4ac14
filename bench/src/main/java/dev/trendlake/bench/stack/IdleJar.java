package dev.trendlake.bench.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs {@link IdleFunction} by itself, with the functions' jar behind it. */
final class IdleJar {
    private static final String ENTRY = IdleFunction.class.getName().replace('.', '/') + ".class";

    private IdleJar() {}

    static Path write(Path folder, Path functions) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(Attributes.Name.CLASS_PATH, functions.toAbsolutePath().toUri().toString());
        Path jar = folder.resolve("idle.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream code = IdleJar.class.getResourceAsStream("/" + ENTRY)) {
            out.putNextEntry(new JarEntry(ENTRY));
            Objects.requireNonNull(code, ENTRY).transferTo(out);
            out.closeEntry();
        }
        return jar;
    }
}
