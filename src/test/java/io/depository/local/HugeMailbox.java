package io.depository.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mailbox over IMAP (RFC 3501, 6851) with one mail in it, larger than anybody could hold: its bytes are made while they
 * are asked for. The mail is a header and then one letter over and over.
 */
final class HugeMailbox implements AutoCloseable {

    static final byte[] HEADER = ("From: mfa@kg.local\r\nTo: notifications@depository.local\r\nSubject: huge\r\n"
                    + "Content-Type: application/json\r\n\r\n")
            .getBytes(US_ASCII);
    static final byte BODY = 'x';

    private static final Pattern PART = Pattern.compile("BODY\\.PEEK\\[]<(\\d+)\\.(\\d+)>");

    private final long size;
    private final ServerSocket door;
    private final ExecutorService clerks = Executors.newCachedThreadPool();
    private volatile boolean moved;

    HugeMailbox(long size) throws IOException {
        this.size = size;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        clerks.execute(this::open);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Whether the mail was stored, and so put away. */
    boolean isEmpty() {
        return moved;
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
                BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), US_ASCII));
                OutputStream out = caller.getOutputStream()) {
            say(out, "* OK ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ", 2);
                answer(out, words[1]);
                say(out, words[0] + " OK done");
            }
        } catch (IOException e) {
            // Who hangs up in the middle of a mail is answered no more.
            if (!caller.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void answer(OutputStream out, String line) throws IOException {
        String command = line.toUpperCase(Locale.ROOT);
        int count = moved ? 0 : 1;
        if (command.startsWith("CAPABILITY")) {
            say(out, "* CAPABILITY IMAP4rev1 MOVE");
        } else if (command.startsWith("LIST")) {
            say(out, "* LIST () \"/\" Stored");
        } else if (command.startsWith("STATUS")) {
            say(out, "* STATUS INBOX (MESSAGES " + count + " UIDNEXT 2 UIDVALIDITY 1 UNSEEN 0 RECENT 0)");
        } else if (command.startsWith("SELECT") || command.startsWith("EXAMINE")) {
            say(out, "* FLAGS ()");
            say(out, "* " + count + " EXISTS");
            say(out, "* 0 RECENT");
            say(out, "* OK [UIDVALIDITY 1] valid");
            say(out, "* OK [UIDNEXT 2] next");
        } else if (command.startsWith("UID MOVE")) {
            moved = true;
            say(out, "* 1 EXPUNGE");
        } else if (command.contains("FETCH")) {
            fetch(out, command);
        } else if (command.startsWith("LOGOUT")) {
            say(out, "* BYE");
        }
    }

    private void fetch(OutputStream out, String command) throws IOException {
        Matcher part = PART.matcher(command);
        if (!part.find()) {
            say(
                    out,
                    "* 1 FETCH (UID 1 RFC822.SIZE " + size + " INTERNALDATE \"01-Jan-2026 09:00:00 +0000\""
                            + " ENVELOPE (NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL))");
            return;
        }
        long from = Math.min(size, Long.parseLong(part.group(1)));
        int length = (int) Math.min(size - from, Long.parseLong(part.group(2)));
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, BODY);
        for (long at = from; at < Math.min(HEADER.length, from + length); at++) {
            bytes[(int) (at - from)] = HEADER[(int) at];
        }
        out.write(("* 1 FETCH (UID 1 BODY[]<" + from + "> {" + length + "}\r\n").getBytes(US_ASCII));
        out.write(bytes);
        say(out, ")");
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
        clerks.shutdownNow();
    }
}
