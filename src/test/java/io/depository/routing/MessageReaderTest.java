package io.depository.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depository.treaty.PartyCode;
import java.io.OutputStream;
import java.time.Clock;
import org.apache.activemq.artemis.api.core.ActiveMQDisconnectedException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQLargeMessageException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.client.impl.ClientMessageImpl;
import org.junit.jupiter.api.Test;

/** No broker gives such messages at will, and the guard keeps malformed ones out; so they are made here. */
class MessageReaderTest {

    private static final byte[] NOTE = "{\"reference\": \"1\"}".getBytes(UTF_8);
    private static final int OFTEN = 20;

    private final MessageReader reader =
            new MessageReader(new PartyCode("KG"), "notifications.KG", 1024, Clock.systemUTC());

    /** How reading a body fails. */
    private interface Failure {
        void fail() throws ActiveMQException;
    }

    /** A bytes message that was given back often, whose body fails to be read. */
    private static final class Failing extends ClientMessageImpl {

        private final boolean large;
        private final Failure failure;

        Failing(long id, boolean large, Failure failure) {
            super(Message.BYTES_TYPE, true, 0, 0, (byte) 4, 256);
            this.large = large;
            this.failure = failure;
            setMessageID(id);
            setDeliveryCount(OFTEN);
            writeBodyBufferBytes(NOTE);
        }

        @Override
        public boolean isLargeMessage() {
            return large;
        }

        @Override
        public void saveToOutputStream(OutputStream output) throws ActiveMQException {
            failure.fail();
            super.saveToOutputStream(output);
        }
    }

    @Test
    void leavesInTheQueueWhatTheBrokerFailsToGiveHoweverOftenItCame() throws Exception {
        Failing[] failures = {
            new Failing(1, false, () -> {
                throw new ActiveMQDisconnectedException("the broker went away");
            }),
            new Failing(2, true, () -> {
                throw new ActiveMQLargeMessageException("the rest did not come");
            })
        };
        for (Failing message : failures) {
            for (int i = 0; i < OFTEN; i++) {
                assertThatThrownBy(() -> reader.read(message)).isInstanceOf(ActiveMQException.class);
            }
        }
        Failing interrupted = new Failing(3, true, () -> {
            throw new IllegalStateException("the session is closed");
        });
        for (int i = 0; i < OFTEN; i++) {
            assertThatThrownBy(() -> reader.read(interrupted)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(reader.read(new Failing(1, false, () -> {})).content().kept())
                .isEqualTo(NOTE);
    }

    @Test
    void storesAsTheBrokerHoldsItWhatCannotBeTakenApart() throws Exception {
        Failing malformed = new Failing(7, false, () -> {
            throw new IndexOutOfBoundsException("the body ends behind the message");
        });
        for (int i = 1; i < 4; i++) {
            assertThatThrownBy(() -> reader.read(malformed)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        IncomingMessage stored = reader.read(malformed);
        assertThat(stored.kind()).isEqualTo(IncomingMessage.Kind.UNREADABLE);
        assertThat(new String(stored.content().kept(), UTF_8)).contains(new String(NOTE, UTF_8));
    }

    @Test
    void countsTheFailuresOfEachMessageAlone() {
        for (long id = 1; id <= OFTEN; id++) {
            Failing malformed = new Failing(id, false, () -> {
                throw new IndexOutOfBoundsException("the body ends behind the message");
            });
            assertThatThrownBy(() -> reader.read(malformed)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }
}
