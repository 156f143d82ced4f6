package io.depository.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.StoredMessage;
import io.depository.correspondence.MailWriter;
import io.depository.dispatch.Claims;
import io.depository.dispatch.Enclosing;
import io.depository.dispatch.FanOut;
import io.depository.dispatch.FilePost;
import io.depository.dispatch.JmsPost;
import io.depository.dispatch.MailPost;
import io.depository.dispatch.Report;
import io.depository.dispatch.Settlement;
import io.depository.local.EmbeddedBroker;
import io.depository.local.EmbeddedMail;
import io.depository.outbox.Deliveries;
import io.depository.outbox.TestOutbox;
import io.depository.parties.Channel;
import io.depository.parties.Directory;
import io.depository.parties.RegisteredKey;
import io.depository.parties.Registration;
import io.depository.parties.State;
import io.depository.treaty.PartyCode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.mail.Folder;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;

/** The route files 30 to 33 with a real broker, a real mail server and real folders. */
class DispatchRoutesTest {

    private static final List<String> ELEVEN =
            List.of("AM", "AZ", "BY", "KG", "KZ", "MD", "RU", "TJ", "TM", "UA", "UZ");
    private static final List<PartyCode> PARTIES =
            ELEVEN.stream().map(PartyCode::new).toList();
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    static Path home;

    static EmbeddedBroker broker;

    @TempDir
    Path drop;

    private final TestOutbox house = TestOutbox.fresh();
    private Enclosing enclosing = Enclosing.nothing();
    private final List<AutoCloseable> open = new ArrayList<>();
    private EmbeddedMail mail;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(home, 0, PARTIES);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void start() throws IOException {
        mail = startMail(0);
        for (String party : ELEVEN) {
            Files.createDirectories(drop.resolve(party).resolve("out"));
        }
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        mail.close();
        house.close();
        drain("KG");
    }

    @Test
    void answersOnTheChannelThatIsAsked() throws Exception {
        startDispatch(mail.smtpUrl());
        house.acknowledge("a-jms", "KG", Channel.JMS, 1);
        house.acknowledge("a-file", "KG", Channel.FILE, 2);
        house.acknowledge("a-mail", "KG", Channel.MAIL, 3, "mfa@kg.local");
        awaitSent(3);

        Message message = drain("KG").get(0);
        assertThat(message.getStringProperty("id")).isEqualTo("a-jms");
        assertThat(message.getJMSCorrelationID()).isEqualTo("ID:asked-1");
        assertThat(drop.resolve("KG/out/acknowledgement-a-file-2.json"))
                .hasBinaryContent(TestOutbox.acknowledgement("a-file", "KG").body());
        MimeMessage letter = inbox("mfa@kg.local").get(0);
        assertThat(letter.getMessageID()).isEqualTo("<a-mail-3-KG-mail@depository.local>");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(letter.getFrom()[0]).hasToString(EmbeddedMail.DEPOSITORY);
        assertThat(letter.getHeader("To")).containsExactly("mfa@kg.local");
    }

    @Test
    void tellsElevenStatesOnThreeChannels() throws Exception {
        startDispatch(mail.smtpUrl());
        house.circular("c-1", "2026/1", ELEVEN.toArray(String[]::new));
        awaitSent(33);
        for (String party : ELEVEN) {
            assertThat(drain(party)).hasSize(1);
            assertThat(drop.resolve(party).resolve("out/circular-c-1-0.json")).isRegularFile();
            assertThat(inbox(address(party))).hasSize(1);
        }
    }

    @Test
    void sendsTheSameDocumentByMailAndBesideTheJsonInAFolder() throws Exception {
        byte[] paper = "%PDF-1.7 paper".getBytes(StandardCharsets.UTF_8);
        byte[] days = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8);
        AtomicInteger made = new AtomicInteger();
        enclosing = new Enclosing(
                house.enclosures,
                json -> {
                    made.incrementAndGet();
                    return paper;
                },
                json -> Optional.of(days));
        open.add(enclosing);
        startDispatch(mail.smtpUrl());
        house.circular("c-2", "2026/2", "KG", "KZ");
        awaitSent(6);
        assertThat(made).hasValue(1);
        assertThat(drop.resolve("KG/out/circular-c-2-0.pdf")).hasBinaryContent(paper);
        assertThat(drop.resolve("KZ/out/circular-c-2-0.json")).isRegularFile();
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("localhost", mail.imapPort(), address("KG"), address("KG"));
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                Multipart parts =
                        (Multipart) inbox.getMessage(inbox.getMessageCount()).getContent();
                assertThat(List.of(
                                ((Multipart) parts.getBodyPart(0).getContent())
                                        .getBodyPart(0)
                                        .getContentType()
                                        .toLowerCase(Locale.ROOT),
                                ((Multipart) parts.getBodyPart(0).getContent())
                                        .getBodyPart(1)
                                        .getContentType()
                                        .toLowerCase(Locale.ROOT),
                                String.valueOf(parts.getBodyPart(1).getFileName()),
                                String.valueOf(parts.getBodyPart(2).getFileName()),
                                String.valueOf(parts.getBodyPart(3).getFileName())))
                        .containsExactly(
                                "text/plain; charset=utf-8",
                                "text/html; charset=utf-8",
                                "circular.json",
                                "circular.pdf",
                                "circular.ics");
                assertThat(parts.getBodyPart(2).getInputStream()).hasBinaryContent(paper);
                assertThat(parts.getBodyPart(3).isMimeType("text/calendar")).isTrue();
            }
        }
    }

    @Test
    void delaysLettersWhileTheMailServerIsAwayAndLosesNone() throws Exception {
        String url = mail.smtpUrl();
        int port = mail.smtpPort();
        mail.close();
        startDispatch(url);
        house.acknowledge("m-1", "KG", Channel.MAIL, 1, "mfa@kg.local");
        house.acknowledge("m-2", "KG", Channel.MAIL, 2, "mfa@kg.local");
        house.acknowledge("m-3", "KZ", Channel.MAIL, 3, "mfa@kz.local");
        await().atMost(SOON).until(() -> attempts("deferred") >= 2);
        assertThat(house.letters(Deliveries.State.SENT)).isEmpty();

        mail = startMail(port);
        awaitSent(3);
        assertThat(messageIds("mfa@kg.local"))
                .containsExactly("<m-1-1-KG-mail@depository.local>", "<m-2-2-KG-mail@depository.local>");
        assertThat(messageIds("mfa@kz.local")).containsExactly("<m-3-3-KZ-mail@depository.local>");
    }

    @Test
    void doesNotLetAMailServerThatHangsDelayTheOtherChannels() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            startDispatch("smtp://localhost:" + silent.getLocalPort());
            for (String party : ELEVEN) {
                house.acknowledge("h-" + party, party, Channel.MAIL, 1, address(party));
            }
            await().atMost(SOON).until(() -> leasedMailLanes() == 4);
            house.acknowledge("a-jms", "KG", Channel.JMS, 2);
            house.acknowledge("a-file", "KG", Channel.FILE, 3);
            awaitSent(2);
            assertThat(house.letters(Deliveries.State.SENT)).containsExactly("a-jms", "a-file");
        }
    }

    @Test
    void failsALetterThatTheServerRefusesForGoodAndGoesOn() throws Exception {
        try (RefusingMailServer server = new RefusingMailServer("closed@kg.local")) {
            startDispatch(server.url());
            house.acknowledge("refused", "KG", Channel.MAIL, 1, "closed@kg.local");
            house.acknowledge("unfit", "KG", Channel.MAIL, 2, "no address at all");
            house.acknowledge("good", "KG", Channel.MAIL, 3, "mfa@kg.local");
            house.acknowledge("other", "KZ", Channel.MAIL, 4, "mfa@kz.local");
            awaitSent(2);
            assertThat(server.recipients()).containsExactlyInAnyOrder("mfa@kg.local", "mfa@kz.local");
        }
        assertThat(house.letters(Deliveries.State.FAILED)).containsExactly("refused", "unfit");
        assertThat(answers().get(0)).contains("550 5.1.1 closed for good");
    }

    @Test
    void waitsForAFolderThatVanishedAndServesTheOthers() throws Exception {
        Path out = drop.resolve("KG/out");
        Files.delete(out);
        startDispatch(mail.smtpUrl());
        house.acknowledge("f-1", "KG", Channel.FILE, 1);
        house.acknowledge("f-2", "KZ", Channel.FILE, 2);
        await().atMost(SOON).until(() -> attempts("deferred") >= 1);
        awaitSent(1);
        Files.createDirectory(out);
        awaitSent(2);
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void sendsWhatAKilledProcessLeftAndNothingTwiceByQueue() throws Exception {
        house.acknowledgeMany("k-", "KG", Channel.JMS, 5);
        TestOutbox killed = house.beside();
        Claims claims = new Claims(killed.lanes);
        try (JmsPost post = new JmsPost(factory())) {
            post.post(claims.claimJms());
        }
        killed.close();

        startDispatch(mail.smtpUrl());
        awaitSent(5);
        List<String> ids = new ArrayList<>();
        for (Message message : drain("KG")) {
            ids.add(message.getStringProperty("id"));
        }
        assertThat(ids).containsExactly("k-0", "k-1", "k-2", "k-3", "k-4");
    }

    @Test
    void marksWhatWasSentOnceTheDatabaseIsBack() throws Exception {
        AtomicInteger faults = new AtomicInteger(3);
        startDispatch(mail.smtpUrl(), new Settlement(house.lanes, new SimpleMeterRegistry()) {
            @Override
            public int settle(Report report) {
                if (faults.getAndDecrement() > 0) {
                    throw new DataAccessResourceFailureException("the database is away");
                }
                return super.settle(report);
            }
        });
        house.acknowledge("s-1", "KG", Channel.JMS, 1);
        awaitSent(1);
        assertThat(drain("KG")).hasSize(1);
    }

    private void startDispatch(String smtp) throws Exception {
        startDispatch(smtp, new Settlement(house.lanes, new SimpleMeterRegistry()));
    }

    private void startDispatch(String smtp, Settlement settlement) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        open.add(context);
        Properties settings = new Properties();
        settings.setProperty("depository.mail.smtp", smtp);
        settings.setProperty("depository.mail.user", EmbeddedMail.DEPOSITORY);
        settings.setProperty("depository.mail.password", EmbeddedMail.DEPOSITORY);
        settings.setProperty("depository.mail.tls", "false");
        context.getPropertiesComponent().setInitialProperties(settings);
        JmsPost jms = new JmsPost(factory());
        open.add(jms);
        context.getRegistry().bind("jmsPost", jms);
        context.getRegistry().bind("filePost", new FilePost(drop, Clock.systemUTC(), enclosing));
        context.getRegistry()
                .bind(
                        "mailPost",
                        new MailPost(new MailWriter(ZoneId.of("Europe/Minsk")), enclosing, EmbeddedMail.DEPOSITORY));
        context.getRegistry().bind("claims", new Claims(house.lanes));
        context.getRegistry()
                .bind("fanOut", new FanOut(house.fanOuts, new ElevenStates(), () -> false, Clock.systemUTC()));
        context.getRegistry().bind("settlement", settlement);
        context.getRegistry().bind("mailTrust", new MailTrust());
        for (String file : List.of(
                "00-error-policies", "30-dispatch", "31-dispatch-mail", "32-dispatch-jms", "33-dispatch-file")) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveMandatoryResource(
                            context, "classpath:routes/" + file + ".camel.yaml"));
        }
        context.start();
    }

    private static ActiveMQConnectionFactory factory() {
        ActiveMQConnectionFactory factory =
                new ActiveMQConnectionFactory(broker.coreUrl(), EmbeddedBroker.USER, EmbeddedBroker.PASSWORD);
        factory.setReconnectAttempts(0);
        factory.setCallTimeout(5000);
        return factory;
    }

    private static EmbeddedMail startMail(int port) {
        EmbeddedMail server = EmbeddedMail.start(port, 0);
        server.addMailboxes(ELEVEN.stream().map(DispatchRoutesTest::address).toList());
        return server;
    }

    private static String address(String party) {
        return "mfa@" + party.toLowerCase(Locale.ROOT) + ".local";
    }

    private void awaitSent(int number) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(house.letters(Deliveries.State.SENT))
                        .as("sent; what was said to the others: " + answers())
                        .hasSize(number));
    }

    private List<String> answers() {
        return house.jdbc
                .sql("select outcome || ' ' || answer from attempt where outcome <> 'sent'")
                .query(String.class)
                .list();
    }

    private int attempts(String outcome) {
        return house.jdbc
                .sql("select count(*) from attempt where outcome = ?")
                .param(outcome)
                .query(Integer.class)
                .single();
    }

    private int leasedMailLanes() {
        return house.jdbc
                .sql("select count(*) from lane where channel = 'mail' and lease is not null")
                .query(Integer.class)
                .single();
    }

    private List<MimeMessage> inbox(String address) {
        var user = mail.server().getUserManager().getUserByEmail(address);
        try {
            return mail.server().getManagers().getImapHostManager().getInbox(user).getMessages().stream()
                    .map(StoredMessage::getMimeMessage)
                    .toList();
        } catch (Exception e) {
            throw new AssertionError("No mailbox of " + address, e);
        }
    }

    private List<String> messageIds(String address) throws Exception {
        List<String> ids = new ArrayList<>();
        for (MimeMessage message : inbox(address)) {
            ids.add(message.getMessageID());
        }
        return ids;
    }

    private static List<Message> drain(String party) {
        String account = party.toLowerCase(Locale.ROOT);
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.coreUrl());
                JMSContext context = factory.createContext(account, account + "-demo")) {
            var consumer = context.createConsumer(context.createQueue("correspondence." + party));
            List<Message> messages = new ArrayList<>();
            Message next = consumer.receive(100);
            while (next != null) {
                messages.add(next);
                next = consumer.receiveNoWait();
            }
            return messages;
        }
    }

    /** Eleven states, each registered on all three channels. */
    private static final class ElevenStates implements Directory {

        @Override
        public List<State> listStates() {
            return List.of();
        }

        @Override
        public Optional<State> findState(PartyCode party) {
            return Optional.empty();
        }

        @Override
        public Optional<RegisteredKey> findKey(String kid) {
            return Optional.empty();
        }

        @Override
        public List<RegisteredKey> listAuthorities() {
            return List.of();
        }

        @Override
        public List<Registration> listChannels(PartyCode party) {
            return Arrays.stream(Channel.values())
                    .filter(channel -> channel != Channel.DRY_RUN)
                    .map(channel -> new Registration(
                            party, channel, channel == Channel.MAIL ? address(party.value()) : party.value()))
                    .toList();
        }

        @Override
        public Optional<String> findMailAddress(PartyCode party) {
            return Optional.of(address(party.value()));
        }
    }
}
