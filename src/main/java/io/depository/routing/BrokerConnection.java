package io.depository.routing;

import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.jspecify.annotations.Nullable;

/** One connection to the broker, shared by all sessions; made anew when it is gone. */
final class BrokerConnection implements AutoCloseable {

    private final String url;
    private final String username;
    private final String password;

    private @Nullable ServerLocator locator;
    private @Nullable ClientSessionFactory factory;

    BrokerConnection(String url, String username, String password) {
        this.url = url;
        this.username = username;
        this.password = password;
    }

    /** A new started session whose acknowledgements wait for its commit. Throws when the broker is away. */
    synchronized ClientSession openSession() throws Exception {
        ServerLocator locatorNow = locator;
        ClientSessionFactory factoryNow = factory;
        if (locatorNow == null || factoryNow == null || isGone(factoryNow)) {
            close();
            locatorNow = ActiveMQClient.createServerLocator(url);
            locator = locatorNow;
            factoryNow = locatorNow.createSessionFactory();
            factory = factoryNow;
        }
        ClientSession session =
                factoryNow.createSession(username, password, false, false, false, false, locatorNow.getAckBatchSize());
        session.start();
        return session;
    }

    @Override
    public synchronized void close() {
        if (factory != null) {
            factory.close();
            factory = null;
        }
        if (locator != null) {
            locator.close();
            locator = null;
        }
    }

    private static boolean isGone(ClientSessionFactory factory) {
        return factory.isClosed()
                || factory.getConnection() == null
                || factory.getConnection().isDestroyed();
    }
}
