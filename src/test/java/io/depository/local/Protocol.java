package io.depository.local;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;

/** The protocols that a ministry's client may speak, each by a public JMS client. */
public enum Protocol {
    CORE,
    AMQP;

    public ConnectionFactory connect(EmbeddedBroker broker) {
        return this == CORE
                ? new ActiveMQConnectionFactory(broker.coreUrl())
                : new JmsConnectionFactory(broker.amqpUrl());
    }

    /** A session of an account whose password is {@code <account>-demo}. */
    public JMSContext open(EmbeddedBroker broker, String account, int sessionMode) {
        return connect(broker).createContext(account, account + "-demo", sessionMode);
    }

    /** A session that acknowledges by itself. */
    public JMSContext open(EmbeddedBroker broker, String account) {
        return open(broker, account, JMSContext.AUTO_ACKNOWLEDGE);
    }
}
