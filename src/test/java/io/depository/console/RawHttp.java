package io.depository.console;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** HTTP as no well-behaved client speaks it: bytes on a socket, from whichever loopback address. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 30_000;

    private final int port;

    RawHttp(int port) {
        this.port = port;
    }

    /** Sends the text as it is and returns all that comes until the server closes the connection. */
    String say(String from, String text) {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status of an answer. */
    static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }
}
