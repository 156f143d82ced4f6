package io.depository.local;

import com.icegreen.greenmail.store.StoredMessage;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A letter as a ministry has it at the end.
 *
 * @param channel the register's name of the channel that it came by
 * @param party to whom
 * @param wire its name on the wire: JMSMessageID, file name, Message-ID
 * @param inReplyTo what it answers; empty for a circular, and for a file, whose name says it
 * @param body the JSON, byte for byte
 */
record Heard(String channel, String party, String wire, String inReplyTo, String body) {

    private static final JsonMapper JSON = JsonMapper.shared();
    /** So long without another letter, and the queue is empty: a client that does not wait may miss what is under way. */
    private static final long MORE = 3000;

    private static final Set<String> ATTACHMENTS = Set.of("acknowledgement.json", "circular.json");

    JsonNode json() {
        return JSON.readTree(body);
    }

    boolean isAcknowledgement() {
        return body.startsWith("{\"type\":\"acknowledgement\"");
    }

    /** All letters in the queues, folders and mailboxes of all demo parties, in the order in which they lie there. */
    static List<Heard> collect(KilledDepository depository, EmbeddedMail mail) {
        List<Heard> letters = new ArrayList<>(inQueues(depository.brokerPort()));
        for (DemoState state : DemoState.ALL) {
            letters.addAll(inFolder(state.party().value(), depository.home()));
            letters.addAll(inMailbox(state, mail));
        }
        return letters;
    }

    /** All at once, for each takes a while to be known as empty. */
    private static List<Heard> inQueues(int port) {
        ExecutorService readers = Executors.newFixedThreadPool(DemoState.ALL.size());
        try {
            List<Callable<List<Heard>>> queues = new ArrayList<>();
            DemoState.ALL.forEach(
                    state -> queues.add(() -> inQueue(state.party().value(), port)));
            List<Heard> letters = new ArrayList<>();
            for (Future<List<Heard>> read : readers.invokeAll(queues)) {
                letters.addAll(read.get());
            }
            return letters;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            readers.shutdownNow();
        }
    }

    private static List<Heard> inQueue(String party, int port) {
        List<Heard> letters = new ArrayList<>();
        String account = party.toLowerCase(Locale.ROOT);
        try (ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory("tcp://localhost:" + port);
                JMSContext session = broker.createContext(account, account + "-demo");
                JMSConsumer queue = session.createConsumer(session.createQueue("correspondence." + party))) {
            for (Message letter = queue.receive(MORE); letter != null; letter = queue.receive(MORE)) {
                letters.add(new Heard(
                        "jms",
                        party,
                        letter.getJMSMessageID(),
                        letter.getJMSCorrelationID() == null ? "" : letter.getJMSCorrelationID(),
                        letter.getBody(String.class)));
            }
            return letters;
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Heard> inFolder(String party, Path home) {
        List<Heard> letters = new ArrayList<>();
        try (Stream<Path> files = Files.list(home.resolve("drop").resolve(party).resolve("out"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (!name.startsWith(".") && name.endsWith(".json")) {
                    letters.add(new Heard("file", party, file.getFileName().toString(), "", Files.readString(file)));
                }
            }
            return letters;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Heard> inMailbox(DemoState state, EmbeddedMail mail) {
        List<Heard> letters = new ArrayList<>();
        try {
            var server = mail.server().getManagers();
            var inbox =
                    server.getImapHostManager().getInbox(server.getUserManager().getUser(state.mailAddress()));
            for (StoredMessage stored : inbox.getMessages()) {
                MimeMessage message = stored.getMimeMessage();
                String inReplyTo = message.getHeader("In-Reply-To", null);
                letters.add(new Heard(
                        "mail",
                        state.party().value(),
                        message.getMessageID(),
                        inReplyTo == null ? "" : inReplyTo,
                        attached(message)));
            }
            return letters;
        } catch (MessagingException | IOException | com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String attached(Part part) throws MessagingException, IOException {
        if (part.getFileName() != null && ATTACHMENTS.contains(part.getFileName())) {
            return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        StringBuilder found = new StringBuilder();
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                found.append(attached(parts.getBodyPart(i)));
            }
        }
        return found.toString();
    }
}
