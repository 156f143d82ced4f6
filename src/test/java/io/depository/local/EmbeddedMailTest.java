package io.depository.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedMailTest {

    private EmbeddedMail mail;

    @BeforeEach
    void start() {
        mail = EmbeddedMail.start(0, 0);
        mail.addMailbox("mfa@kg.local");
    }

    @AfterEach
    void stop() {
        mail.close();
    }

    @Test
    void carriesAMailToAnyBoxAndBack() throws Exception {
        send("mfa@kg.local", EmbeddedMail.DEPOSITORY, "{}", new Date());
        send(EmbeddedMail.DEPOSITORY, "mfa@kg.local", "{\"type\":\"acknowledgement\"}", new Date());

        assertThat(received(EmbeddedMail.DEPOSITORY).getContent().toString().strip())
                .isEqualTo("{}");
        assertThat(received("mfa@kg.local").getContent().toString().strip())
                .isEqualTo("{\"type\":\"acknowledgement\"}");
    }

    @Test
    void saysWhenAMailArrivedAndNotWhatItsSenderWrote() throws Exception {
        Instant before = Instant.now().minusSeconds(2);
        send("mfa@kg.local", EmbeddedMail.DEPOSITORY, "{}", Date.from(Instant.parse("2001-09-09T01:46:40Z")));
        assertThat(received(EmbeddedMail.DEPOSITORY).getReceivedDate().toInstant())
                .isBetween(before, Instant.now().plusSeconds(2));
    }

    @Test
    void cutsNothingOffALargeMail() throws Exception {
        String line = "0123456789".repeat(7) + "\r\n";
        String large = line.repeat(26 * 1024 * 1024 / line.length());
        send("mfa@kg.local", EmbeddedMail.DEPOSITORY, large, new Date());

        ByteArrayOutputStream content = new ByteArrayOutputStream();
        received(EmbeddedMail.DEPOSITORY).writeTo(content);
        assertThat(content.size()).isGreaterThan(large.length());
    }

    @Test
    void letsNobodyIntoABoxWithoutItsPassword() {
        assertThatThrownBy(() -> open(EmbeddedMail.DEPOSITORY, "mfa@kg.local"))
                .isInstanceOf(AuthenticationFailedException.class);
    }

    private void send(String from, String to, String text, Date dated) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "localhost");
        settings.put("mail.smtp.port", String.valueOf(mail.smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSentDate(dated);
        message.setSubject("A note");
        message.setText(text, "UTF-8");
        Transport.send(message, from, from);
    }

    private Message received(String address) throws MessagingException, IOException {
        Folder inbox = open(address, address).getFolder("INBOX");
        inbox.open(Folder.READ_ONLY);
        assertThat(inbox.getMessageCount()).isEqualTo(1);
        return inbox.getMessage(1);
    }

    private Store open(String address, String password) throws MessagingException {
        Properties settings = new Properties();
        // The server renders the whole mail for each part that is fetched: by the usual 16 KB that takes minutes.
        settings.put("mail.imap.fetchsize", String.valueOf(8 * 1024 * 1024));
        Store store = Session.getInstance(settings).getStore("imap");
        store.connect("localhost", mail.imapPort(), address, password);
        return store;
    }
}
