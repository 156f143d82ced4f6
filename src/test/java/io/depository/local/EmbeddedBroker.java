package io.depository.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.depository.broker.IngressGuard;
import io.depository.treaty.PartyCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.slf4j.LoggerFactory;

/**
 * A real Artemis that listens on TCP for CORE and AMQP 1.0 and keeps its messages under the home. Each party has an
 * account (its code in lower case, password {@code <code>-demo}) that may send to {@code notifications.<PARTY>} and read
 * {@code correspondence.<PARTY>}, and nothing else; the depository's own account is {@value #USER}. Queues are there
 * from the start: nobody may create one. For local mode and for tests.
 *
 * <p>What a JMS consumer over CORE sees of a message, by the protocol that its sender spoke:
 *
 * <table>
 * <caption>Native properties</caption>
 * <tr><th></th><th>sent by CORE</th><th>sent by AMQP 1.0</th></tr>
 * <tr><td>time of receipt: long property {@code _AMQ_INGRESS_TIMESTAMP}, milliseconds since 1970 UTC</td>
 *     <td>yes</td><td>yes</td></tr>
 * <tr><td>account: {@code JMSXUserID}</td><td>yes</td><td>no: the account is the queue's</td></tr>
 * <tr><td>the sender's own JMSMessageID, which an answer names</td><td>{@code JMSMessageID}</td>
 *     <td>{@code NATIVE_MESSAGE_ID}; {@code JMSMessageID} is made up by the broker when it delivers</td></tr>
 * </table>
 */
public final class EmbeddedBroker implements AutoCloseable {

    /** The depository's own account. */
    public static final String USER = "depository";

    public static final String PASSWORD = "depository-demo";

    /**
     * From Java 25 on, Netty frees only buffers that it made itself, and Artemis hands it others when it loads a journal: a
     * broker that finds messages from before would not start. To be set before anything of Netty's is used.
     */
    static {
        if (System.getProperty("io.netty.noUnsafe") == null) {
            System.setProperty("io.netty.noUnsafe", "false");
        }
    }

    private static final String HOST = "localhost";
    private static final String ACCEPTOR = "tcp";
    private static final String DEAD_LETTERS = "dead-letters";
    private static final String EXPIRED = "expired";
    /**
     * How long a commit may wait for others before the journal is synced for all of them. Artemis' own default of 3.3 ms
     * for this kind of journal would be most of what a commit costs; its tool for making brokers measures the disk
     * instead.
     */
    private static final int JOURNAL_BUFFER_NANOS = 500_000;

    private static final long MEGABYTE = 1024L * 1024;

    private final EmbeddedActiveMQ server;
    private final int port;

    private EmbeddedBroker(EmbeddedActiveMQ server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker that keeps its data in {@code <home>/broker}. A message under 100 KB that its sender did not mark
     * durable is kept over a restart like any other; a larger one of that kind is not.
     *
     * @param port the TCP port on this machine; 0 for any free one
     * @param parties who has an account and queues
     */
    public static EmbeddedBroker start(Path home, int port, List<PartyCode> parties) {
        return start(home, port, parties, new IngressGuard());
    }

    /** Starts a broker with a guard of other settings. */
    public static EmbeddedBroker start(Path home, int port, List<PartyCode> parties, IngressGuard guard) {
        silenceAudit();
        EmbeddedActiveMQ server = new EmbeddedActiveMQ();
        server.setConfiguration(configuration(home.resolve("broker"), port, parties, guard));
        server.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), accounts(parties)));
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("The broker does not start on port " + port + ": " + e.getMessage(), e);
        }
        NettyAcceptor acceptor =
                (NettyAcceptor) server.getActiveMQServer().getRemotingService().getAcceptor(ACCEPTOR);
        return new EmbeddedBroker(server, acceptor.getActualPort());
    }

    public int port() {
        return port;
    }

    /** For the CORE client ({@code ActiveMQConnectionFactory}). */
    public String coreUrl() {
        return "tcp://" + HOST + ":" + port;
    }

    /** For AMQP clients ({@code JmsConnectionFactory}). */
    public String amqpUrl() {
        return "amqp://" + HOST + ":" + port;
    }

    /** The account of a party. */
    public static String account(PartyCode party) {
        return party.value().toLowerCase(Locale.ROOT);
    }

    /** The password of a party's account. */
    public static String password(PartyCode party) {
        return account(party) + "-demo";
    }

    /** How many messages lie in the queue, those under way to a consumer included. */
    public long messages(String queue) {
        return server.getActiveMQServer().locateQueue(queue).getMessageCount();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The broker does not stop", e);
        }
    }

    /** The broker's audit log writes several lines a message. */
    private static void silenceAudit() {
        if (LoggerFactory.getLogger("org.apache.activemq.audit") instanceof Logger logger) {
            logger.setLevel(Level.OFF);
        }
    }

    private static Configuration configuration(Path data, int port, List<PartyCode> parties, IngressGuard guard) {
        Configuration configuration = new ConfigurationImpl()
                .setName("depository")
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalBufferTimeout_NIO(JOURNAL_BUFFER_NANOS)
                .setJournalDatasync(true)
                .setJournalSyncTransactional(true)
                .setJournalSyncNonTransactional(true)
                .setJournalFileSize((int) (2 * MEGABYTE))
                .setJournalMinFiles(2)
                .setJournalPoolFiles(10)
                .setJournalDirectory(data.resolve("journal").toString())
                .setBindingsDirectory(data.resolve("bindings").toString())
                .setPagingDirectory(data.resolve("paging").toString())
                .setLargeMessagesDirectory(data.resolve("large-messages").toString())
                .setGlobalMaxSize(128 * MEGABYTE)
                .setMaxDiskUsage(100)
                .setSecurityEnabled(true)
                .setPopulateValidatedUser(true)
                .setJMXManagementEnabled(false)
                .setCriticalAnalyzer(false);
        configuration.registerBrokerPlugin(guard);
        configuration.addAcceptorConfiguration(acceptor(port));
        addAddress(configuration, DEAD_LETTERS);
        addAddress(configuration, EXPIRED);
        allow(configuration, "#");
        for (PartyCode party : parties) {
            String notifications = "notifications." + party;
            String correspondence = "correspondence." + party;
            addAddress(configuration, notifications);
            addAddress(configuration, correspondence);
            allow(configuration, notifications, maySend(account(party)), mayRead(USER));
            allow(configuration, correspondence, maySend(USER), mayRead(account(party)));
        }
        configuration.addAddressSetting("#", settings());
        return configuration;
    }

    private static TransportConfiguration acceptor(int port) {
        return new TransportConfiguration(
                NettyAcceptorFactory.class.getName(),
                Map.of(
                        TransportConstants.HOST_PROP_NAME, HOST,
                        TransportConstants.PORT_PROP_NAME, port,
                        TransportConstants.PROTOCOLS_PROP_NAME, "CORE,AMQP"),
                ACCEPTOR);
    }

    private static AddressSettings settings() {
        return new AddressSettings()
                .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
                .setExpiryAddress(SimpleString.of(EXPIRED))
                .setNoExpiry(true)
                .setMaxDeliveryAttempts(-1)
                .setEnableIngressTimestamp(true)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(32 * MEGABYTE)
                .setPageSizeBytes((int) (4 * MEGABYTE))
                .setAutoCreateQueues(false)
                .setAutoCreateAddresses(false)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                .setDefaultAddressRoutingType(RoutingType.ANYCAST);
    }

    private static void addAddress(Configuration configuration, String name) {
        configuration.addAddressConfiguration(new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfiguration(QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST)));
    }

    private static void allow(Configuration configuration, String address, Role... roles) {
        configuration.putSecurityRoles(address, Set.of(roles));
    }

    private static Role maySend(String account) {
        return new Role(account, true, false, false, false, false, false, false, false, false, false, false, false);
    }

    private static Role mayRead(String account) {
        return new Role(account, false, true, false, false, false, false, false, true, false, false, false, false);
    }

    private static SecurityConfiguration accounts(List<PartyCode> parties) {
        SecurityConfiguration accounts = new SecurityConfiguration();
        addAccount(accounts, USER, PASSWORD);
        for (PartyCode party : parties) {
            addAccount(accounts, account(party), password(party));
        }
        return accounts;
    }

    private static void addAccount(SecurityConfiguration accounts, String account, String password) {
        accounts.addUser(account, password);
        accounts.addRole(account, account);
    }
}
