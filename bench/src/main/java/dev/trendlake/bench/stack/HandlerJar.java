package dev.trendlake.bench.stack;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs a handler of the benchmarks by itself, with the functions' jar behind it. */
final class HandlerJar {
    private HandlerJar() {}

    static Path write(Class<? extends RequestStreamHandler> handler, Path folder, Path functions)
            throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(Attributes.Name.CLASS_PATH, functions.toAbsolutePath().toUri().toString());
        String entry = handler.getName().replace('.', '/') + ".class";
        Path jar = folder.resolve(handler.getSimpleName() + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream code = HandlerJar.class.getResourceAsStream("/" + entry)) {
            out.putNextEntry(new JarEntry(entry));
            Objects.requireNonNull(code, entry).transferTo(out);
            out.closeEntry();
        }
        return jar;
    }
}
