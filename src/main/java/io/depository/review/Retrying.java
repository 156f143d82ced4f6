package io.depository.review;

import io.depository.inbox.Wake;
import io.depository.inbox.Worklist;
import io.depository.outbox.Deliveries;
import io.depository.staff.Audit;
import io.depository.treaty.Bilingual;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives what failed another chance. Its identity stays: nothing is decided or told twice by it. */
public class Retrying {

    private final Worklist worklist;
    private final Deliveries deliveries;
    private final Inbox inbox;
    private final Audit audit;
    private final Wake wake;
    private final TransactionTemplate transaction;

    Retrying(
            Worklist worklist,
            Deliveries deliveries,
            Inbox inbox,
            Audit audit,
            Wake wake,
            TransactionTemplate transaction) {
        this.worklist = worklist;
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.audit = audit;
        this.wake = wake;
        this.transaction = transaction;
    }

    /**
     * Lets an arrival out of quarantine, to be examined again.
     *
     * @throws Unknown when there is no such arrival
     * @throws Conflict when it is not in quarantine
     */
    public void retryArrival(long arrival, Instruction instruction) {
        transaction.executeWithoutResult(status -> {
            if (!worklist.retry(arrival)) {
                throw notInQuarantine(arrival);
            }
            audit.write(instruction.who(), "inbox.retry", "inbox/" + arrival, instruction.reason());
        });
        wake.examination();
    }

    /**
     * Sends a letter again whose delivery had failed for good.
     *
     * @throws Unknown when there is no such delivery
     * @throws Conflict when it has not failed
     */
    public void retryDelivery(long delivery, Instruction instruction) {
        transaction.executeWithoutResult(status -> {
            if (!deliveries.retry(delivery)) {
                throw notFailed(delivery);
            }
            audit.write(instruction.who(), "deliveries.retry", "deliveries/" + delivery, instruction.reason());
        });
        wake.dispatch();
    }

    private RuntimeException notInQuarantine(long arrival) {
        return inbox.find(arrival)
                .<RuntimeException>map(line -> new Conflict(
                        Conflict.Code.NOT_IN_THAT_STATE,
                        new Bilingual(
                                "Поступление " + arrival + " не в карантине ("
                                        + line.state().wireName() + "): повторять нечего.",
                                "Arrival " + arrival + " is not in quarantine but "
                                        + line.state().wireName() + ": there is nothing to retry.")))
                .orElseGet(() -> Reviewing.noSuchArrival(arrival));
    }

    private RuntimeException notFailed(long delivery) {
        return deliveries.list(null, delivery - 1, 1).stream()
                .filter(line -> line.id() == delivery)
                .findFirst()
                .<RuntimeException>map(line -> new Conflict(
                        Conflict.Code.NOT_IN_THAT_STATE,
                        new Bilingual(
                                "Доставка " + delivery + " не была неудачной (" + line.state() + "): повторять нечего.",
                                "Delivery " + delivery + " has not failed but is " + line.state()
                                        + ": there is nothing to retry.")))
                .orElseGet(() -> new Unknown(new Bilingual(
                        "Доставки " + delivery + " нет; список дает GET /api/deliveries.",
                        "There is no delivery " + delivery + "; GET /api/deliveries lists them.")));
    }
}
