package io.depository.routing;

import java.time.Clock;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;

/** Stores what lies in the mailbox, then moves it: a crash in between shows it again under the same channel key. */
final class MailboxConsumer extends ScheduledPollConsumer {

    private final Mailbox mailbox;
    private final FaultLog faults =
            new FaultLog(MailboxConsumer.class, "The mailbox is polled again after a pause; nothing of it is lost");

    MailboxConsumer(MailboxEndpoint endpoint, Processor processor, Clock clock) {
        super(endpoint, processor);
        this.mailbox = new Mailbox(endpoint, clock);
        setExceptionHandler(faults);
    }

    @Override
    protected int poll() throws Exception {
        try {
            List<IncomingMail> mails = mailbox.readNext();
            if (!mails.isEmpty()) {
                process(mails);
                mailbox.moveStored(mails);
            }
            faults.over();
            return mails.size();
        } catch (Exception e) {
            mailbox.close();
            throw e;
        }
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        mailbox.close();
    }

    private void process(List<IncomingMail> mails) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(List.copyOf(mails));
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
        } finally {
            releaseExchange(exchange, false);
        }
    }
}
