package io.depository.sample;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A way to the depository and back. */
public interface Post extends AutoCloseable {

    /** Sends the notification; when it returns, the channel has taken it over. Returns what to say of it. */
    String send(byte[] notification, String fileName) throws IOException;

    /** The letters (JSON) that have arrived; waits for the first one, and returns none when none came in that time. */
    List<String> receive(Duration atMost) throws IOException;

    @Override
    void close() throws IOException;
}
