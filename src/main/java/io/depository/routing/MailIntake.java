package io.depository.routing;

import io.depository.inbox.NewReceipt;
import io.depository.parties.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Stores mail. It is nobody's until a signature says so. The legal time is INTERNALDATE; where the server gives none, or
 * one later than the moment at which the mail was fetched (whoever puts mail into a mailbox by IMAP APPEND chooses it), it
 * is the moment at which the mail was first fetched, and the evidence says so. The channel key is {@code
 * mail:<UIDVALIDITY>:<UID>:<SHA-256>}, so that mail which was stored but not yet moved is not stored again.
 */
@Component("mailIntake")
public final class MailIntake {

    /** How far the mail server's clock may run ahead of ours. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final IntakeDesk desk;

    MailIntake(IntakeDesk desk) {
        this.desk = desk;
    }

    /** Stores the mails, all or (by throwing) none that may be moved. */
    public void store(List<?> mails) {
        desk.store(mails.stream()
                .map(IncomingMail.class::cast)
                .map(MailIntake::receipt)
                .toList());
    }

    private static NewReceipt receipt(IncomingMail mail) {
        RawContent content = mail.content();
        MailEvidence header = MailEvidence.of(content.kept());
        Map<String, String> evidence = new TreeMap<>(header.evidence());
        evidence.putAll(content.evidence());
        Instant internalDate = mail.internalDate();
        boolean credible =
                internalDate != null && !internalDate.isAfter(mail.takenAt().plus(SKEW));
        if (!credible) {
            evidence.put("receivedAtFrom", "fetching by the depository: no credible INTERNALDATE, " + internalDate);
        }
        return new NewReceipt(
                Channel.MAIL,
                "mail:" + mail.uidValidity()
                        + ":" + mail.uid()
                        + ":" + HexFormat.of().formatHex(content.digest()),
                null,
                null,
                content.kept(),
                content.digest(),
                content.size(),
                content.tooLarge(),
                credible && internalDate != null ? internalDate : mail.takenAt(),
                header.messageId(),
                evidence);
    }
}
