package io.depository.local;

import jakarta.activation.DataHandler;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** A way of sending, by clients that anybody can have. One thread at a time. */
interface Posting extends AutoCloseable {

    /**
     * Sends a notice once.
     *
     * @param name no other sending's
     * @return what an answer will refer to; when this returns, the transport has taken it
     */
    String post(Notice notice, String name) throws Exception;

    @Override
    default void close() {}

    /** Renames a finished file into the party's folder; every fifth one is written in its place. */
    static Posting byFile(Path home) {
        return (notice, name) -> {
            Path in = home.resolve("drop").resolve(notice.party()).resolve("in");
            if (Math.floorMod(name.hashCode(), 5) == 0) {
                Files.write(in.resolve(name), notice.bytes());
                return name;
            }
            Path part = in.resolve(name + ".part");
            Files.write(part, notice.bytes());
            Files.move(part, in.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return name;
        };
    }

    /** Mails it as an attachment. */
    static Posting byMail(MailServer server) {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "localhost");
        settings.put("mail.smtp.port", String.valueOf(server.smtpPort()));
        Session session = Session.getInstance(settings);
        return (notice, name) -> {
            MimeBodyPart text = new MimeBodyPart();
            text.setText("The notification is attached.", "UTF-8");
            MimeBodyPart attachment = new MimeBodyPart();
            boolean json = notice.bytes()[0] == '{';
            attachment.setDataHandler(new DataHandler(
                    new ByteArrayDataSource(notice.bytes(), json ? "application/json" : "application/jose")));
            attachment.setFileName(name + (json ? ".json" : ".jws"));
            attachment.setHeader("Content-Transfer-Encoding", "base64");
            MimeMessage mail = new MimeMessage(session);
            mail.setFrom(new InternetAddress("mfa@" + notice.party().toLowerCase(Locale.ROOT) + ".local"));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(EmbeddedMail.DEPOSITORY));
            mail.setSubject("Notification " + name, "UTF-8");
            mail.setContent(new MimeMultipart(text, attachment));
            Transport.send(mail);
            return mail.getMessageID();
        };
    }

    static Posting byQueue(ConnectionFactory broker) {
        return new ByQueue(broker);
    }

    /** By JMS, on one connection a party for as long as it holds. */
    final class ByQueue implements Posting {

        private final ConnectionFactory broker;
        private final Map<String, JMSContext> connections = new HashMap<>();

        private ByQueue(ConnectionFactory broker) {
            this.broker = broker;
        }

        @Override
        public String post(Notice notice, String name) throws JMSException {
            String account = notice.party().toLowerCase(Locale.ROOT);
            try {
                JMSContext connection = connections.get(account);
                if (connection == null) {
                    connection = broker.createContext(account, account + "-demo");
                    connections.put(account, connection);
                }
                BytesMessage message = connection.createBytesMessage();
                message.writeBytes(notice.bytes());
                connection
                        .createProducer()
                        .setDeliveryMode(DeliveryMode.PERSISTENT)
                        .send(connection.createQueue("notifications." + notice.party()), message);
                return message.getJMSMessageID();
            } catch (JMSRuntimeException | JMSException e) {
                drop(connections.remove(account), e);
                throw e;
            }
        }

        private static void drop(JMSContext connection, Exception because) {
            if (connection != null) {
                try {
                    connection.close();
                } catch (JMSRuntimeException e) {
                    because.addSuppressed(e);
                }
            }
        }

        @Override
        public void close() {
            connections.values().forEach(JMSContext::close);
        }
    }
}
