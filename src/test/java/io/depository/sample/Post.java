package io.depository.sample;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A way to the depository and back. */
public interface Post extends AutoCloseable {

    /** Sends the notification; when it returns, the channel has taken it over. Returns what to say of it. */
    String send(byte[] notification, String fileName) throws IOException;

    /** Sends a mail that is ready as it is, byte for byte. */
    default String sendMail(byte[] mail, String fileName) throws IOException {
        return send(mail, fileName);
    }

    /** The letters (JSON) that have arrived; waits for the first one, and returns none when none came in that time. */
    List<String> receive(Duration atMost) throws IOException;

    @Override
    void close() throws IOException;
}
