package dev.trendlake.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request, decoded from the gateway's event. For one thread. */
public final class HttpRequest {
    private final String id;
    private final Instant receivedAt;
    private final String method;
    private final String host;
    private final String path;
    private final String queryString;
    private final Map<String, String> headers;
    private final String sourceIp;
    private final EncodedBody encodedBody;
    private @Nullable ObjectNode query;
    private @Nullable ReceivedBody body;

    HttpRequest(
            String id,
            Instant receivedAt,
            String method,
            String host,
            String path,
            String queryString,
            Map<String, String> headers,
            String sourceIp,
            EncodedBody encodedBody) {
        this.id = id;
        this.receivedAt = receivedAt;
        this.method = method;
        this.host = host;
        this.path = path;
        this.queryString = queryString;
        this.headers = Map.copyOf(headers);
        this.sourceIp = sourceIp;
        this.encodedBody = encodedBody;
    }

    /** The gateway's id of the request. */
    public String id() {
        return id;
    }

    /** When the gateway took the request: the "now" of everything that is asked in it. */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** The method in capitals. */
    public String method() {
        return method;
    }

    /** The path as sent, without the gateway's stage. */
    public String path() {
        return path;
    }

    /** The address that was asked, without an API key that stands in the query string. */
    public String url() {
        String parameters = FormText.without("personal_api_key", queryString);
        return origin() + path + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    // As the client named it: with a domain of its own, and on one machine with a port. Only what
    // can be a host is one: the text comes back to its sender alone, but as an address.
    private String origin() {
        String named = header("host");
        String scheme = header("x-forwarded-proto").equals("http") ? "http" : "https";
        return scheme + "://" + (named.matches("[A-Za-z0-9.:\\[\\]-]+") ? named : host);
    }

    /** A header by its name in lower case; empty when there is none. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The parameters of the query string, all texts. */
    public ObjectNode query() {
        if (query == null) {
            query = FormText.read(queryString);
        }
        return query;
    }

    /** The address that the gateway was called from; empty when it didn't say. */
    public String sourceIp() {
        return sourceIp;
    }

    /** Type and subtype of the body in lower case; empty without the header. */
    public String mediaType() {
        return MediaType.parse(header("content-type")).name();
    }

    /**
     * The bytes of the body as sent, still under their {@code Content-Encoding}.
     *
     * @throws dev.trendlake.error.MalformedRequest when the event doesn't hold them as it says
     */
    public byte[] bytes() {
        return encodedBody.bytes();
    }

    /**
     * The members of the body: texts where it is a form, none for a {@code GET}, whose parameters
     * stand in the query string alone (spec: trends, 1).
     *
     * @throws dev.trendlake.error.InvalidRequest when it holds a file
     * @throws dev.trendlake.error.MalformedRequest when the body is not what its headers say
     * @throws dev.trendlake.error.UnsupportedMediaType when its type or encoding can't be read
     */
    public ObjectNode body() {
        return received().fieldsBeside("");
    }

    /**
     * The members of a body that may hold one file. Throws as {@link #body} does.
     *
     * @param file the name of the file's field
     */
    public ObjectNode bodyBeside(String file) {
        return received().fieldsBeside(file);
    }

    /** The members of the body, whatever files it holds. Throws as {@link #body} does. */
    public ObjectNode fields() {
        return received().fields();
    }

    /** The bytes of a file in the body. Throws as {@link #body} does. */
    public Optional<byte[]> file(String name) {
        return Optional.ofNullable(received().files().get(name));
    }

    private ReceivedBody received() {
        if (body == null) {
            body = readBody();
        }
        return body;
    }

    private ReceivedBody readBody() {
        if (method.equals("GET")) {
            return ReceivedBody.of(JsonFormat.object());
        }
        byte[] bytes = ContentEncoding.decoded(encodedBody.bytes(), header("content-encoding"));
        return RequestBody.read(bytes, header("content-type"));
    }

    /** Names the request without anything that its caller wrote in it. */
    @Override
    public String toString() {
        return "request " + id;
    }
}
