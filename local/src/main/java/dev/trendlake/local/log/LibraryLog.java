package dev.trendlake.local.log;

import io.airlift.log.Logging;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Sends the warnings of the libraries to a file: the terminal shows nothing but Trendlake's own
 * lines. All of them log through {@code java.util.logging} in the end.
 */
public final class LibraryLog {
    private static boolean isSet;

    private LibraryLog() {}

    /**
     * Logs to a file from now on, for the whole process; nothing when that was asked before, for
     * whichever file.
     *
     * @param file is appended to
     * @throws IOException when it can't be opened
     */
    public static synchronized void to(Path file) throws IOException {
        if (isSet) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        letAirliftHaveItsWay();
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(handler(file));
        isSet = true;
    }

    // It replaces the process's output by its log once; later it finds that this is done.
    private static void letAirliftHaveItsWay() {
        PrintStream output = System.out;
        PrintStream errors = System.err;
        System.setErr(
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        try {
            Logging.initialize();
        } finally {
            System.setOut(output);
            System.setErr(errors);
        }
    }

    private static Handler handler(Path file) throws IOException {
        FileHandler handler = new FileHandler(file.toString().replace("%", "%%"), true);
        handler.setFormatter(new SimpleFormatter());
        handler.setLevel(Level.WARNING);
        return handler;
    }
}
