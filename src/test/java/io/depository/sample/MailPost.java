package io.depository.sample;

import jakarta.activation.DataHandler;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * By mail: the notification travels as an attachment, the answer comes to the address that is registered for the party.
 * Mail is nobody's channel, so an unsigned notification waits for the depository's staff.
 */
public final class MailPost implements Post {

    private static final String DEPOSITORY = "notifications@depository.local";
    private static final Set<String> LETTERS = Set.of("acknowledgement.json", "circular.json");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final String address;
    private final Session session;
    private final Store mailbox;

    public MailPost(String party, int smtpPort, int imapPort) throws IOException {
        this.address = "mfa@" + party.toLowerCase(Locale.ROOT) + ".local";
        this.session = Session.getInstance(settings(smtpPort, imapPort));
        try {
            this.mailbox = session.getStore("imap");
            mailbox.connect(address, address);
        } catch (MessagingException e) {
            throw new IOException(
                    "No mailbox of " + address + " at localhost:" + imapPort
                            + ". Is the depository running (mvn spring-boot:test-run)? LOCAL_IMAP_PORT says where. "
                            + e.getMessage(),
                    e);
        }
    }

    private static Properties settings(int smtpPort, int imapPort) {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "localhost");
        settings.put("mail.smtp.port", String.valueOf(smtpPort));
        settings.put("mail.imap.host", "localhost");
        settings.put("mail.imap.port", String.valueOf(imapPort));
        // Reading alone marks nothing as read.
        settings.put("mail.imap.peek", "true");
        for (String protocol : List.of("smtp", "imap")) {
            settings.put("mail." + protocol + ".connectiontimeout", "5000");
            settings.put("mail." + protocol + ".timeout", "10000");
            settings.put("mail." + protocol + ".writetimeout", "10000");
        }
        return settings;
    }

    @Override
    public String send(byte[] notification, String fileName) throws IOException {
        try {
            MimeMessage mail = new MimeMessage(session);
            mail.setFrom(new InternetAddress(address));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(DEPOSITORY));
            mail.setSubject("Notification", "UTF-8");
            mail.setContent(new MimeMultipart(text(), attachment(notification, fileName)));
            Transport.send(mail);
            return "by mail from " + address + " to " + DEPOSITORY + " as " + mail.getMessageID();
        } catch (MessagingException e) {
            throw new IOException("The mail server did not take the mail: " + e.getMessage(), e);
        }
    }

    @Override
    public String sendMail(byte[] mail, String fileName) throws IOException {
        try (Transport transport = session.getTransport("smtp")) {
            // Transport.send would write the message anew, and break its signature.
            MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(mail));
            transport.connect();
            transport.sendMessage(message, new InternetAddress[] {new InternetAddress(DEPOSITORY)});
            return "by mail from " + address + " to " + DEPOSITORY + " as " + message.getMessageID();
        } catch (MessagingException e) {
            throw new IOException("The mail server did not take the mail: " + e.getMessage(), e);
        }
    }

    private static MimeBodyPart text() throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText("The notification is attached.", "UTF-8");
        return text;
    }

    private static MimeBodyPart attachment(byte[] notification, String fileName) throws MessagingException {
        MimeBodyPart attachment = new MimeBodyPart();
        String mediaType = fileName.endsWith(".jws") ? "application/jose" : "application/json";
        attachment.setDataHandler(new DataHandler(new ByteArrayDataSource(notification, mediaType)));
        attachment.setFileName(fileName);
        attachment.setDisposition(Part.ATTACHMENT);
        // Base64 leaves the bytes alone on every way.
        attachment.setHeader("Content-Transfer-Encoding", "base64");
        return attachment;
    }

    @Override
    public List<String> receive(Duration atMost) throws IOException {
        long until = System.nanoTime() + atMost.toNanos();
        try {
            List<String> letters = unreadLetters();
            while (letters.isEmpty() && System.nanoTime() < until) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
                letters = unreadLetters();
            }
            return letters;
        } catch (MessagingException e) {
            throw new IOException("The mailbox of " + address + " cannot be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while waiting for mail to " + address, e);
        }
    }

    /** A connection that the server has ended is made anew at the next look; what was not read is still unread then. */
    private List<String> unreadLetters() throws MessagingException, IOException {
        if (!mailbox.isConnected()) {
            mailbox.connect(address, address);
        }
        List<String> letters = new ArrayList<>();
        try (Folder inbox = mailbox.getFolder("INBOX")) {
            inbox.open(Folder.READ_WRITE);
            Message[] unread = inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
            for (Message mail : unread) {
                findLetter(mail).ifPresent(letters::add);
            }
            inbox.setFlags(unread, new Flags(Flags.Flag.SEEN), true);
        } catch (MessagingException | IOException e) {
            if (mailbox.isConnected()) {
                throw e;
            }
            return List.of();
        }
        return letters;
    }

    private static Optional<String> findLetter(Part part) throws MessagingException, IOException {
        if (part.getFileName() != null && LETTERS.contains(part.getFileName())) {
            try (InputStream content = part.getInputStream()) {
                return Optional.of(new String(content.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> letter = findLetter(parts.getBodyPart(i));
                if (letter.isPresent()) {
                    return letter;
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        try {
            mailbox.close();
        } catch (MessagingException e) {
            throw new IOException("The mailbox of " + address + " does not close", e);
        }
    }
}
