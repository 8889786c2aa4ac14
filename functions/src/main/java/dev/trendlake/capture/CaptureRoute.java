package dev.trendlake.capture;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ways in for events. All take the same bodies. */
public enum CaptureRoute {
    /** What servers' SDKs send. */
    BATCH("/batch"),
    /** Older SDKs, and whoever writes requests by hand. */
    CAPTURE("/capture"),
    /** Browsers. */
    E("/e"),
    /** Browsers and phones. */
    I_V0_E("/i/v0/e");

    private final String path;

    CaptureRoute(String path) {
        this.path = path;
    }

    /** The route of a path: slashes at its end, and doubled ones, mean nothing. */
    public static Optional<CaptureRoute> of(String path) {
        String plain =
                Arrays.stream(path.split("/"))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("/", "/", ""));
        return Arrays.stream(values()).filter(route -> route.path.equals(plain)).findFirst();
    }

    /** The path, without a slash at its end. */
    public String path() {
        return path;
    }

    /** Whether a body that is still base64 once it is unpacked is unpacked again. */
    boolean unpacksTwice() {
        return this == CAPTURE || this == E;
    }
}
