package io.depository.benchmark;

import io.depository.local.EmbeddedBroker;
import io.depository.local.LocalServices;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * As fast as it goes: batches of 200 in one session, each one INSERT of many rows, one commit of the database and one of
 * the session. No framework between the two.
 */
final class Floor implements Contender {

    private static final int BATCH = 200;
    private static final long A_MOMENT = 1000;

    @Override
    public String title() {
        return "floor";
    }

    @Override
    public Lap run(LocalServices services, List<SignedNote> notes) throws Exception {
        Queues.fill(services.broker(), Queues.ONE_PARTY, notes);
        try (PlainTable table = new PlainTable(services);
                Connection database = table.pool().getConnection();
                ActiveMQConnectionFactory factory =
                        new ActiveMQConnectionFactory(services.broker().coreUrl());
                JMSContext session = factory.createContext(
                        EmbeddedBroker.USER, EmbeddedBroker.PASSWORD, JMSContext.SESSION_TRANSACTED)) {
            database.setAutoCommit(false);
            long start = System.nanoTime();
            try (JMSConsumer consumer =
                    session.createConsumer(session.createQueue(Queues.notifications(Queues.ONE_PARTY)))) {
                int taken = 0;
                while (taken < notes.size()) {
                    taken += takeBatch(session, consumer, database, Math.min(BATCH, notes.size() - taken));
                }
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            table.check(notes.size());
            return Lap.of(notes.size(), took);
        }
    }

    private static int takeBatch(JMSContext session, JMSConsumer consumer, Connection database, int size)
            throws JMSException, SQLException {
        List<byte[]> bodies = new ArrayList<>(size);
        while (bodies.size() < size) {
            Message message = consumer.receive(A_MOMENT);
            if (!(message instanceof BytesMessage bytes)) {
                throw new IllegalStateException("The queue ran dry, or holds something else: " + message);
            }
            byte[] body = new byte[(int) bytes.getBodyLength()];
            bytes.readBytes(body);
            bodies.add(body);
        }
        try (PreparedStatement insert =
                database.prepareStatement("insert into arrived (body) select * from unnest(?::bytea[])")) {
            insert.setArray(1, database.createArrayOf("bytea", bodies.toArray(byte[][]::new)));
            insert.executeUpdate();
        }
        database.commit();
        session.commit();
        return size;
    }
}
