package io.depository.dispatch;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;

/** A message that is sent byte for byte as it was written. */
final class FinishedMail extends MimeMessage {

    FinishedMail(byte[] message) throws MessagingException {
        super(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
    }

    /** Saving would make a new Message-ID and rewrite headers; whoever sends a message saves it first. */
    @Override
    public void saveChanges() {
        saved = true;
    }
}
