package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.http.JsonFormat;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Writes what is logged besides the line of each request as lines of JSON, too. */
public final class JsonLogFormatter extends Formatter {
    /** Sends warnings and worse of the whole process through this formatter, and nothing else. */
    public static void install() {
        LogManager.getLogManager().reset();
        ConsoleHandler console = new ConsoleHandler();
        console.setFormatter(new JsonLogFormatter());
        console.setLevel(Level.WARNING);
        Logger.getLogger("").addHandler(console);
    }

    @Override
    public String format(LogRecord record) {
        ObjectNode line = JsonFormat.object();
        line.put("level", record.getLevel().getName());
        line.put("time", record.getInstant().toString());
        line.put("logger", record.getLoggerName());
        line.put("message", formatMessage(record));
        if (record.getThrown() != null) {
            StringWriter stack = new StringWriter();
            record.getThrown().printStackTrace(new PrintWriter(stack, true));
            line.put("stack", stack.toString());
        }
        return JsonFormat.write(line) + "\n";
    }
}
