package io.depository.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.depository.local.EmbeddedMail;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MailIntakeTest extends IntakeContract {

    private static final Path CORPUS = Path.of("../shared/corpora/mail");
    private static final Duration SOON = Duration.ofSeconds(20);

    private EmbeddedMail mail;

    @Override
    IntakeRig open() throws Exception {
        mail = EmbeddedMail.start(0, 0);
        return new IntakeRig(
                "12-intake-mail",
                FixedDirectory.of("KG"),
                Clock.systemUTC(),
                Map.of(
                        "depository.mail.imap",
                        mail.imapUrl(),
                        "depository.mail.user",
                        EmbeddedMail.DEPOSITORY,
                        "depository.mail.password",
                        EmbeddedMail.DEPOSITORY,
                        "depository.mail.tls",
                        "false",
                        "depository.intake.mail.limit",
                        Integer.toString(LIMIT),
                        "depository.intake.mail.delay",
                        "100",
                        "depository.intake.mail.back-off",
                        "2"));
    }

    @Override
    void closeTransport() {
        mail.close();
    }

    /** A mail with the content attached, put into the mailbox as it is. */
    @Override
    byte[] send(byte[] content) throws Exception {
        byte[] raw = mail(content);
        append(List.of(raw), new Flags());
        return raw;
    }

    private static byte[] mail(byte[] content) {
        return ("From: mfa@kg.local\r\nTo: notifications@depository.local\r\nSubject: note\r\n"
                        + "Message-ID: <note@kg.local>\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(content) + "\r\n")
                .getBytes(UTF_8);
    }

    @Override
    boolean isAllAcknowledged() throws Exception {
        return count("INBOX") == 0;
    }

    @Override
    String channel() {
        return "mail";
    }

    @Override
    String party() {
        return null;
    }

    @Test
    void takesMalformedMailAmongGoodOnesAsItIs() throws Exception {
        assumeThat(CORPUS).as("the corpus of malformed mail").isDirectory();
        List<byte[]> good = new ArrayList<>();
        int before = rig().receipts().size();
        List<Path> files;
        try (Stream<Path> all = Files.list(CORPUS)) {
            files = all.filter(path -> path.toString().endsWith(".msg"))
                    .sorted()
                    .toList();
        }
        List<byte[]> raw = new ArrayList<>();
        for (Path file : files) {
            raw.add(Files.readAllBytes(file));
            if (raw.size() % 10 == 0) {
                good.add(mail(("good after " + file).getBytes(UTF_8)));
                raw.add(good.get(good.size() - 1));
            }
        }
        append(raw, new Flags());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(rig().receipts().size()).isEqualTo(before + raw.size()));
        for (byte[] bytes : good) {
            assertThat(storedOnce(bytes).content()).isEqualTo(bytes);
        }
        awaitAcknowledgement();
        // What the server gives is what is stored, byte for byte; it may itself end lines otherwise than they came.
        for (byte[] given : lastRaw("Stored", raw.size())) {
            assertThat(rig().receiptsOf(sha256(given))).isNotEmpty();
        }
    }

    @Test
    void takesWhatComesBySmtpWithTheServersTimeAndTheSendersEvidence() throws Exception {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "localhost");
        properties.setProperty("mail.smtp.port", Integer.toString(mail.smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("mfa@kg.local"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(EmbeddedMail.DEPOSITORY));
        message.setSubject("Нота № 7", "UTF-8");
        message.setHeader("Date", "Fri, 31 Dec 1999 23:59:59 +0000");
        message.setHeader("CamelFileName", "../../etc/passwd");
        message.setHeader("Authentication-Results", "depository.local; dkim=pass " + "x".repeat(5000));
        message.setText("{\"reference\": \"7\"}", "UTF-8");
        Transport.send(message);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rig().receipts())
                        .anyMatch(receipt -> messageId(message).equals(receipt.correlation())));
        StoredReceipt stored = rig().receipts().stream()
                .filter(receipt -> messageId(message).equals(receipt.correlation()))
                .findFirst()
                .orElseThrow();
        assertThat(stored.channelParty()).isNull();
        assertThat(stored.receivedAt()).isBetween(before, Instant.now());
        assertThat(stored.evidence())
                .contains("\"From\": \"mfa@kg.local\"")
                .contains("dkim=pass")
                .doesNotContain("CamelFileName")
                .doesNotContain("receivedAtFrom");
        assertThat(stored.evidence().length()).isLessThan(5000);
        awaitAcknowledgement();
        assertThat(lastRaw("Stored", 1)).anyMatch(raw -> java.util.Arrays.equals(raw, stored.content()));
    }

    @Test
    void storesMailThatAnotherClientHasReadOrMarkedAsDeleted() throws Exception {
        Flags flags = new Flags(Flags.Flag.DELETED);
        flags.add(Flags.Flag.SEEN);
        byte[] raw = "Subject: marked\r\n\r\nby another client\r\n".getBytes(UTF_8);
        append(List.of(raw), flags);
        assertThat(storedOnce(raw).content()).isEqualTo(raw);
        awaitAcknowledgement();
    }

    @Test
    void losesNothingOfWhatArrivesWhileItMoves() throws Exception {
        storedOnce(send("the first moved".getBytes(UTF_8)));
        awaitAcknowledgement();
        int before = rig().receipts().size();
        int moved = count("Stored");
        for (int i = 0; i < 30; i++) {
            append(List.of(mail(("arriving " + i).getBytes(UTF_8))), new Flags());
        }
        awaitAcknowledgement();
        assertThat(rig().receipts().stream().map(receipt -> receipt.channelKey().split(":")[2]))
                .doesNotHaveDuplicates();
        assertThat(count("Stored")).isEqualTo(moved + 30);
        assertThat(rig().receipts().size()).isEqualTo(before + 30);
    }

    @Test
    void marksNothingAsRead() throws Exception {
        byte[] raw = send("unread".getBytes(UTF_8));
        storedOnce(raw);
        awaitAcknowledgement();
        inFolder("Stored", folder -> {
            Message last = folder.getMessage(folder.getMessageCount());
            assertThat(raw(last)).isEqualTo(raw);
            assertThat(last.isSet(Flags.Flag.SEEN)).isFalse();
        });
    }

    @Test
    void namesOnlySaneMessageIds() throws Exception {
        byte[] raw = "Message-ID: <a b>\r\n <c@d>\r\nSubject: x\r\n\r\nstrange id\r\n".getBytes(UTF_8);
        append(List.of(raw), new Flags());
        assertThat(storedOnce(raw).correlation()).isNull();
    }

    @Test
    void countsFromTheFetchWhereTheInternalDateIsYetToCome() throws Exception {
        byte[] raw = "Subject: tomorrow\r\n\r\nput into the mailbox with a date of its own\r\n".getBytes(UTF_8);
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        Instant before = Instant.now().minusMillis(1);
        inFolder("INBOX", folder -> folder.appendMessages(new Message[] {new AsItIs(raw, tomorrow)}));
        StoredReceipt stored = storedOnce(raw);
        assertThat(stored.receivedAt()).isBetween(before, Instant.now());
        assertThat(stored.evidence()).contains("no credible INTERNALDATE, " + tomorrow);
        awaitAcknowledgement();
    }

    @Test
    void believesAnInternalDateThatIsPast() throws Exception {
        byte[] raw = "Subject: yesterday\r\n\r\nthe depository was away\r\n".getBytes(UTF_8);
        Instant yesterday = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        inFolder("INBOX", folder -> folder.appendMessages(new Message[] {new AsItIs(raw, yesterday)}));
        StoredReceipt stored = storedOnce(raw);
        assertThat(stored.receivedAt()).isEqualTo(yesterday);
        assertThat(stored.evidence()).doesNotContain("receivedAtFrom");
        awaitAcknowledgement();
    }

    private interface Look {
        void at(Folder folder) throws Exception;
    }

    private void append(List<byte[]> mails, Flags flags) throws Exception {
        inFolder("INBOX", folder -> {
            List<Message> messages = new ArrayList<>();
            for (byte[] raw : mails) {
                MimeMessage message = new AsItIs(raw);
                message.setFlags(flags, true);
                messages.add(message);
            }
            folder.appendMessages(messages.toArray(new Message[0]));
        });
    }

    /** Goes over the wire byte for byte, however malformed it is. */
    private static final class AsItIs extends MimeMessage {

        private final byte[] raw;

        private final Date internalDate;

        AsItIs(byte[] raw) throws MessagingException {
            this(raw, null);
        }

        /** With the INTERNALDATE that whoever appends it asks for. */
        AsItIs(byte[] raw, Instant internalDate) throws MessagingException {
            super(null, new ByteArrayInputStream(raw));
            this.raw = raw;
            this.internalDate = internalDate == null ? null : Date.from(internalDate);
        }

        @Override
        public Date getReceivedDate() {
            return internalDate;
        }

        @Override
        public void writeTo(OutputStream output, String[] ignored) throws IOException {
            output.write(raw);
        }

        @Override
        public int getSize() {
            return raw.length;
        }
    }

    private int count(String name) throws Exception {
        int[] count = new int[1];
        inFolder(name, folder -> count[0] = folder.getMessageCount());
        return count[0];
    }

    private List<byte[]> lastRaw(String name, int most) throws Exception {
        List<byte[]> all = new ArrayList<>();
        inFolder(name, folder -> {
            int count = folder.getMessageCount();
            for (Message message : folder.getMessages(Math.max(1, count - most + 1), count)) {
                all.add(raw(message));
            }
        });
        return all;
    }

    private static byte[] raw(Message message) throws Exception {
        ((org.eclipse.angus.mail.imap.IMAPMessage) message).setPeek(true);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toByteArray();
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void inFolder(String name, Look look) throws Exception {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("localhost", mail.imapPort(), EmbeddedMail.DEPOSITORY, EmbeddedMail.DEPOSITORY);
            Folder folder = store.getFolder(name);
            folder.open(Folder.READ_WRITE);
            try {
                look.at(folder);
            } finally {
                folder.close(false);
            }
        }
    }
}
