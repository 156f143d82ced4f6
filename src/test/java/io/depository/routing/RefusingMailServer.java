package io.depository.routing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An SMTP server that has closed one mailbox for good, and takes letters for all others. */
final class RefusingMailServer implements AutoCloseable {

    private final String closed;
    private final ServerSocket door;
    private final ExecutorService clerks = Executors.newCachedThreadPool();
    private final List<String> recipients = new CopyOnWriteArrayList<>();

    RefusingMailServer(String closed) throws IOException {
        this.closed = closed;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        clerks.execute(this::open);
    }

    String url() {
        return "smtp://localhost:" + door.getLocalPort();
    }

    /** Whose letters were taken. */
    List<String> recipients() {
        return List.copyOf(recipients);
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                clerks.execute(() -> serve(caller));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket caller) {
        try (caller;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
                PrintWriter out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            say(out, "220 localhost");
            String recipient = "";
            boolean inLetter = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (inLetter) {
                    if (line.equals(".")) {
                        inLetter = false;
                        recipients.add(recipient);
                        say(out, "250 2.0.0 taken");
                    }
                } else if (line.startsWith("RCPT")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    say(out, recipient.equals(closed) ? "550 5.1.1 closed for good" : "250 2.1.5 well");
                } else if (line.startsWith("DATA")) {
                    inLetter = true;
                    say(out, "354 go on");
                } else {
                    say(out, line.startsWith("QUIT") ? "221 2.0.0 bye" : "250 localhost");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(PrintWriter out, String reply) {
        out.print(reply + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
        clerks.shutdownNow();
    }
}
