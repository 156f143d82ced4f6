package io.depository.dispatch;

import io.depository.correspondence.MailDraft;
import io.depository.correspondence.MailWriter;
import io.depository.correspondence.UnfitForHeader;
import io.depository.outbox.Attempt;
import io.depository.outbox.Claim;
import io.depository.outbox.Delivery;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Letters as mail: makes the message before it is sent, and judges what the mail server said. A letter sent twice has the
 * same bytes and the same Message-ID, by which the recipient's server or reader knows it for one.
 */
public final class MailPost {

    /** A letter that cannot be written is a fault of ours; it waits for staff once it has proved that it stays one. */
    private static final int UNWRITABLE_AFTER = 5;

    private final MailWriter writer;
    private final Enclosing enclosing;
    /** Stands for the number of the delivery in the address for reports of non-delivery. */
    private static final String DELIVERY = "{delivery}";

    private final String from;
    private final String bounces;
    private final String domain;

    /** Sends from the depository's own address, which reports of non-delivery come to as well. */
    public MailPost(MailWriter writer, Enclosing enclosing, String from) {
        this(writer, enclosing, from, from);
    }

    /**
     * Sends letters.
     *
     * @param from the depository's own address
     * @param bounces the envelope sender, to which reports of non-delivery come; {@code {delivery}} in it becomes the
     *     number of the delivery, so that the address alone says which one failed
     */
    public MailPost(MailWriter writer, Enclosing enclosing, String from, String bounces) {
        this.bounces = bounces;
        this.writer = writer;
        this.enclosing = enclosing;
        this.from = from;
        this.domain = from.substring(from.indexOf('@') + 1);
    }

    /** The message that the claim's one letter makes, the same each time. */
    public MimeMessage write(Claim claim) throws MessagingException {
        Delivery delivery = only(claim);
        Enclosed enclosed = enclosing.of(delivery);
        byte[] message = writer.render(new MailDraft(
                delivery.letter().body(),
                enclosed.paper(),
                enclosed.days(),
                from,
                delivery.address(),
                "<" + delivery.wireId() + "@" + domain + ">",
                delivery.correlation(),
                delivery.letter().issuedAt()));
        return new FinishedMail(message, bounces.replace(DELIVERY, Long.toString(delivery.id())));
    }

    /** The server took it. */
    public Report accepted(Claim claim) {
        return Report.allSent(claim, delivery -> "Accepted for " + delivery.address());
    }

    /** It could not be written, or the server did not take it. */
    public Report refused(Claim claim, Exception fault) {
        Delivery delivery = only(claim);
        return new Report(claim, List.of(new Attempt(delivery.id(), outcome(delivery, fault), answer(fault))));
    }

    private static Attempt.Outcome outcome(Delivery delivery, Exception fault) {
        if (fault instanceof MessagingException refusal) {
            return SmtpRefusal.isFinal(refusal) ? Attempt.Outcome.FAILED : Attempt.Outcome.DEFERRED;
        }
        if (fault instanceof Enclosing.Unmade
                || fault instanceof DataAccessException
                || fault instanceof TransactionException) {
            return Attempt.Outcome.DEFERRED; // of documents that cannot be made the letter soon goes without
        }
        if (fault instanceof UnfitForHeader) {
            return Attempt.Outcome.FAILED;
        }
        return delivery.attempts() + 1 < UNWRITABLE_AFTER ? Attempt.Outcome.DEFERRED : Attempt.Outcome.FAILED;
    }

    private static String answer(Exception fault) {
        return fault instanceof MessagingException ? SmtpRefusal.answer((MessagingException) fault) : fault.toString();
    }

    /** Mail is claimed letter by letter. */
    private static Delivery only(Claim claim) {
        return claim.loads().get(0).deliveries().get(0);
    }
}
