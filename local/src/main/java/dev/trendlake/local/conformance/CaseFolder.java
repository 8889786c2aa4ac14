package dev.trendlake.local.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the cases of a folder and its sub-folders. */
public final class CaseFolder {
    private CaseFolder() {}

    /**
     * Reads every JSON file that has {@code requests}, in the order of their paths.
     *
     * @throws InvalidCase naming every file that can't be run as it is written
     */
    public static List<ConformanceCase> read(Path folder) throws IOException, InvalidCase {
        List<ConformanceCase> cases = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        for (Path file : jsonFiles(folder)) {
            try {
                JsonNode json = CaseJson.MAPPER.readTree(Files.readString(file));
                if (json.has("requests")) {
                    cases.add(CaseReader.read(folder.relativize(file).toString(), json));
                }
            } catch (JsonProcessingException e) {
                errors.add("%s: not JSON: %s".formatted(file, e.getOriginalMessage()));
            } catch (InvalidCase e) {
                errors.add(String.valueOf(e.getMessage()));
            }
        }
        errors.addAll(repeatedIds(cases));
        if (!errors.isEmpty()) {
            throw new InvalidCase(String.join(System.lineSeparator(), errors));
        }
        return List.copyOf(cases);
    }

    private static List<Path> jsonFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static List<String> repeatedIds(List<ConformanceCase> cases) {
        Map<String, String> files = new HashMap<>();
        List<String> errors = new ArrayList<>();
        for (ConformanceCase read : cases) {
            String other = files.putIfAbsent(read.id(), read.file());
            if (other != null) {
                errors.add("%s: id '%s' is that of %s".formatted(read.file(), read.id(), other));
            }
        }
        return errors;
    }
}
