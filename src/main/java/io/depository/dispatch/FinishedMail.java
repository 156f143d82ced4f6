package io.depository.dispatch;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayInputStream;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A message that is sent byte for byte as it was written, from an envelope sender of its own (RFC 5321, 4.1.1.2). */
final class FinishedMail extends SMTPMessage {

    /** @param bounces the address that a report of non-delivery goes to */
    FinishedMail(byte[] message, String bounces) throws MessagingException {
        super(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
        setEnvelopeFrom(bounces);
    }

    /** Saving would make a new Message-ID and rewrite headers; whoever sends a message saves it first. */
    @Override
    public void saveChanges() {
        saved = true;
    }
}
