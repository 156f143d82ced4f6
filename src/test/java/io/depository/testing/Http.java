package io.depository.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain HTTP client of the depository. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final Map<String, String> headers;

    Http(int port) {
        this(port, Map.of());
    }

    private Http(int port, Map<String, String> headers) {
        this.port = port;
        this.headers = headers;
    }

    /** For those who speak to it in another way. */
    public int port() {
        return port;
    }

    /** The same, logged in. */
    public Http as(String name, String password) {
        String credentials = name + ":" + password;
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));
    }

    /** The same, with a header. */
    public Http with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Http(port, more);
    }

    /** Posts the reason as staff do. */
    public HttpResponse<String> because(String path, String reason) {
        return with("Content-Type", "application/json")
                .post(path, JSON.writeValueAsString(Map.of("reason", reason)).getBytes(UTF_8));
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, new byte[0]);
    }

    public HttpResponse<String> post(String path, byte[] body) {
        return send("POST", path, body);
    }

    /** The JSON at the path, which must be there. */
    public JsonNode json(String path) {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError("GET " + path + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    public HttpResponse<String> send(String method, String path, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
