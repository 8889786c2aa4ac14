package dev.trendlake.local.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports for servers that have to be told one. */
public final class FreePort {
    private FreePort() {}

    /** The port itself, or one that is free now for 0. */
    public static int orAny(int port) throws IOException {
        if (port != 0) {
            return port;
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
