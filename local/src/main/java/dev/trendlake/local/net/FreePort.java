package dev.trendlake.local.net;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports for servers that have to be told one. */
public final class FreePort {
    private FreePort() {}

    /**
     * The port itself, or one that is free now for 0.
     *
     * @throws IOException when the port is in use; the message says which one
     */
    public static int orAny(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (BindException e) {
            throw new IOException("port " + port + " is in use", e);
        }
    }
}
