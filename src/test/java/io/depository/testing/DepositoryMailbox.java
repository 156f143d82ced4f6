package io.depository.testing;

import io.depository.local.EmbeddedMail;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** The depository's mailbox, for putting mail into it raw, with the time at which the server received it. */
public final class DepositoryMailbox {

    private interface Look {
        void at(Folder folder) throws MessagingException, IOException;
    }

    private interface Work {
        void with(Store store) throws MessagingException, IOException;
    }

    private final int port;

    DepositoryMailbox(int port) {
        this.port = port;
    }

    /** Puts a mail there as it is, received at that instant. */
    public void append(byte[] raw, Instant receivedAt) {
        append(List.of(raw), receivedAt);
    }

    /**
     * Puts mails there as they are, one after the other, received at that instant. The folder is not opened for it: where it
     * is, the embedded server counts it after each mail, and hangs up when the depository moves one at that moment.
     */
    public void append(List<byte[]> raws, Instant receivedAt) {
        connected(store -> {
            Folder folder = store.getFolder("INBOX");
            for (byte[] raw : raws) {
                folder.appendMessages(new Message[] {message(raw, receivedAt)});
            }
        });
    }

    private static Message message(byte[] raw, Instant receivedAt) throws MessagingException {
        MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(raw)) {
            @Override
            public void writeTo(OutputStream output, String[] ignored) throws IOException {
                output.write(raw);
            }

            @Override
            public int getSize() {
                return raw.length;
            }

            @Override
            public Date getReceivedDate() {
                return Date.from(receivedAt);
            }
        };
        message.setFlags(new Flags(), true);
        return message;
    }

    /** How many mails wait to be stored. */
    public int waiting() {
        int[] count = new int[1];
        in("INBOX", folder -> count[0] = folder.getMessageCount());
        return count[0];
    }

    /** What was stored, as the server gives it, byte for byte. */
    public List<byte[]> stored() {
        List<byte[]> all = new ArrayList<>();
        in("Stored", folder -> {
            for (Message message : folder.getMessages()) {
                ((IMAPMessage) message).setPeek(true);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                message.writeTo(bytes);
                all.add(bytes.toByteArray());
            }
        });
        return all;
    }

    private void in(String name, Look look) {
        connected(store -> {
            Folder folder = store.getFolder(name);
            folder.open(Folder.READ_WRITE);
            try {
                look.at(folder);
            } finally {
                folder.close(false);
            }
        });
    }

    private void connected(Work work) {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("localhost", port, EmbeddedMail.DEPOSITORY, EmbeddedMail.DEPOSITORY);
            work.with(store);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
