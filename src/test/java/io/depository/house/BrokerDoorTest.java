package io.depository.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depository.broker.IngressGuard;
import io.depository.local.Protocol;
import io.depository.testing.Authority;
import io.depository.testing.Authority.Holder;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.deployers.impl.FileConfigurationParser;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A broker that is started from the deployment's own files, with certificates made for the test: by which certificate a
 * party comes in, and what it may do then.
 */
class BrokerDoorTest {

    private static final String JAAS = "java.security.auth.login.config";
    private static final Path FILES = Path.of("src/main/docker/artemis");

    @TempDir
    static Path folder;

    private static final Authority PARTIES = Authority.root("CN=Parties");
    private static final Authority SERVERS = Authority.root("CN=Servers");

    private static EmbeddedActiveMQ broker;
    private static String jaasBefore;

    @BeforeAll
    static void start() throws Exception {
        Path etc = Files.createDirectories(folder.resolve("etc"));
        for (String file : new String[] {"login.config", "artemis-roles.properties"}) {
            Files.copy(FILES.resolve(file), etc.resolve(file));
        }
        Files.writeString(etc.resolve("artemis-users.properties"), "depository = inside\n");
        Files.writeString(
                etc.resolve("artemis-certificates.properties"),
                "kg = CN=kg\nkz = CN=kz, O=Ministry of Foreign Affairs\n");
        Files.writeString(
                folder.resolve("broker-tls.pem"),
                SERVERS.issue("CN=localhost", "localhost").pem());
        Files.writeString(folder.resolve("parties-ca.pem"), Authority.pem(PARTIES.certificate()));
        jaasBefore = System.getProperty(JAAS);
        System.setProperty(JAAS, etc.resolve("login.config").toString());
        javax.security.auth.login.Configuration.setConfiguration(null);
        broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration());
        broker.setSecurityManager(new ActiveMQJAASSecurityManager("activemq"));
        broker.start();
    }

    private static Configuration configuration() throws Exception {
        String plugin = "<broker-plugin class-name=\"io.depository.broker.IngressGuard\"/>";
        Path xml = folder.resolve("broker.xml");
        Files.writeString(
                xml,
                Files.readString(FILES.resolve("broker.xml"))
                        .replace(plugin, "")
                        .replace("/run/secrets/", folder + "/")
                        .replace(">data/", ">" + folder + "/data/"));
        Configuration configuration;
        try (var stream = Files.newInputStream(xml)) {
            FileConfigurationParser parser = new FileConfigurationParser();
            parser.setValidateAIO(false);
            configuration = parser.parseMainConfig(stream);
        }
        configuration.registerBrokerPlugin(new IngressGuard());
        configuration.setMaxDiskUsage(100);
        for (TransportConfiguration acceptor : configuration.getAcceptorConfigurations()) {
            acceptor.getParams().put("host", "localhost");
            acceptor.getParams().put("port", "0");
        }
        return configuration;
    }

    @AfterAll
    static void stop() throws Exception {
        broker.stop();
        if (jaasBefore == null) {
            System.clearProperty(JAAS);
        } else {
            System.setProperty(JAAS, jaasBefore);
        }
        javax.security.auth.login.Configuration.setConfiguration(null);
    }

    @ParameterizedTest
    @EnumSource
    void letsAPartyInByItsCertificateAndSendOnItsOwnQueueOnly(Protocol protocol) throws Exception {
        for (Map.Entry<String, String> party : Map.of("KG", "CN=kg", "KZ", "O=Ministry of Foreign Affairs,CN=kz")
                .entrySet()) {
            String own = party.getKey();
            String other = own.equals("KG") ? "KZ" : "KG";
            try (JMSContext session = connect(protocol, PARTIES.issue(party.getValue()), null, null)) {
                session.createProducer().send(session.createQueue("notifications." + own), "{}");
                assertThatThrownBy(() ->
                                session.createProducer().send(session.createQueue("notifications." + other), "{}"))
                        .isInstanceOf(JMSRuntimeException.class);
            }
            try (JMSContext session = connect(protocol, PARTIES.issue(party.getValue()), null, null)) {
                session.createConsumer(session.createQueue("correspondence." + own))
                        .close();
                assertThatThrownBy(() -> session.createConsumer(session.createQueue("correspondence." + other)))
                        .isInstanceOf(JMSRuntimeException.class);
            }
            Message taken = takeAsDepository("notifications." + own);
            assertThat(taken.getBody(String.class)).isEqualTo("{}");
            if (protocol == Protocol.CORE) {
                assertThat(taken.getStringProperty("JMSXUserID")).isEqualToIgnoringCase(own);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void asksForNoNameAndPasswordBesideACertificate(Protocol protocol) {
        // Whatever name it gives, were the password right, and whatever its real bearer was just let do.
        try (JMSContext session = new ActiveMQConnectionFactory("tcp://localhost:" + port("inside"))
                .createContext("depository", "inside")) {
            session.createConsumer(session.createQueue("notifications.KG")).close();
        }
        try (JMSContext session = connect(protocol, PARTIES.issue("CN=kg"), "depository", "inside")) {
            assertThatThrownBy(() -> session.createConsumer(session.createQueue("notifications.KG")))
                    .isInstanceOf(JMSRuntimeException.class);
        } catch (JMSRuntimeException refused) {
            assertThat(protocol).isEqualTo(Protocol.AMQP); // which offers no way to say a password
        }
    }

    @ParameterizedTest
    @EnumSource
    void hearsNobodyElse(Protocol protocol) {
        Authority stranger = Authority.root("CN=Parties");
        assertRefused(protocol, PARTIES.issue("CN=nobody"));
        assertRefused(protocol, PARTIES.issue("CN=kg,O=Another"));
        assertRefused(protocol, stranger.issue("CN=kg"));
        assertRefused(protocol, null);
    }

    @Test
    void letsNobodyInFromOutsideByAPassword() {
        assertThatThrownBy(
                        () -> new ActiveMQConnectionFactory("tcp://localhost:" + port("parties") + "?callTimeout=2000")
                                .createContext("depository", "inside")
                                .close())
                .isInstanceOf(JMSRuntimeException.class);
    }

    private static void assertRefused(Protocol protocol, Holder holder) {
        assertThatThrownBy(() -> connect(protocol, holder, null, null).close()).isInstanceOf(JMSRuntimeException.class);
    }

    private static JMSContext connect(Protocol protocol, Holder holder, String user, String password) {
        ConnectionFactory factory = protocol == Protocol.CORE ? core(holder) : amqp(holder);
        JMSContext session = factory.createContext(user, password);
        session.start(); // AMQP connects only now
        return session;
    }

    private static ConnectionFactory core(Holder holder) {
        return new ActiveMQConnectionFactory("tcp://localhost:" + port("parties")
                + "?sslEnabled=true&reconnectAttempts=0"
                + "&callTimeout=2000&trustStoreType=PEMCA&trustStorePath=" + trust()
                + (holder == null ? "" : "&keyStoreType=PKCS12&keyStorePassword=secret&keyStorePath=" + store(holder)));
    }

    private static ConnectionFactory amqp(Holder holder) {
        return new JmsConnectionFactory("amqps://localhost:" + port("parties")
                + "?transport.trustStoreType=PKCS12&transport.trustStorePassword=secret&transport.trustStoreLocation="
                + trustStore()
                + (holder == null
                        ? ""
                        : "&transport.keyStoreType=PKCS12&transport.keyStorePassword=secret&transport.keyStoreLocation="
                                + store(holder)));
    }

    private static Path trust() {
        return write("servers.pem", Authority.pem(SERVERS.certificate()).getBytes(StandardCharsets.US_ASCII));
    }

    private static Path trustStore() {
        try {
            java.security.KeyStore store = java.security.KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("servers", SERVERS.certificate());
            return write(store);
        } catch (java.security.GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path store(Holder holder) {
        return write(holder.keyStore());
    }

    private static Path write(java.security.KeyStore store) {
        try {
            java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
            store.store(bytes, "secret".toCharArray());
            return write("store-" + System.nanoTime() + ".p12", bytes.toByteArray());
        } catch (java.security.GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Message takeAsDepository(String queue) {
        try (JMSContext session = new ActiveMQConnectionFactory("tcp://localhost:" + port("inside"))
                .createContext("depository", "inside")) {
            Message message = session.createConsumer(session.createQueue(queue)).receive(5000);
            assertThat(message).as(queue).isNotNull();
            return message;
        }
    }

    private static int port(String acceptor) {
        return ((NettyAcceptor) broker.getActiveMQServer().getRemotingService().getAcceptor(acceptor)).getActualPort();
    }
}
