package dev.trendlake.local.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on 127.0.0.1, with a virtual thread for each request. */
public final class LoopbackServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;

    private LoopbackServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts one.
     *
     * @param port the port, or 0 for any free one
     * @param handler what answers, whatever the path
     * @throws PortInUse when another program has the port
     */
    public static LoopbackServer start(int port, HttpHandler handler) {
        // Without it the JDK's server waits 40 ms for the client's acknowledgement on small
        // answers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(threads);
            server.createContext("/", handler);
            server.start();
            return new LoopbackServer(server, threads);
        } catch (BindException e) {
            throw new PortInUse(port, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Checks early that a port can be had.
     *
     * @throws PortInUse when another program has it
     */
    public static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (BindException e) {
            throw new PortInUse(port, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Host and port: {@code 127.0.0.1:3000}. */
    public String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where it answers: {@code http://127.0.0.1:3000}. */
    public URI endpoint() {
        return URI.create("http://" + authority());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
