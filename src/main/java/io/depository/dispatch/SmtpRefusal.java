package io.depository.dispatch;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * What a mail server's refusal means (RFC 5321, 4.2.1): a reply 5yz to the recipient or to the message is final, since
 * the same would be said again. A reply 4yz is not, nor is anything said before the recipient was named: that is between
 * the two servers, and none of the recipient's doing.
 */
final class SmtpRefusal {

    private static final int FIRST_FINAL = 500;

    /** Out of turn, or not logged in: our own settings, whatever command it answers. */
    private static final Set<Integer> OURS = Set.of(503, 530, 534, 535, 538);

    private SmtpRefusal() {}

    static boolean isFinal(MessagingException refusal) {
        return chain(refusal).stream().anyMatch(SmtpRefusal::isFinalAlone);
    }

    /** Everything that was said, in one line. */
    static String answer(MessagingException refusal) {
        return chain(refusal).stream()
                .map(e -> String.valueOf(e.getMessage()).strip())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static boolean isFinalAlone(Exception e) {
        if (e instanceof SMTPAddressFailedException refusal) {
            return isFinalCode(refusal.getReturnCode());
        }
        if (e instanceof SMTPSendFailedException refusal) {
            return isFinalCode(refusal.getReturnCode()) && !isBeforeRecipient(refusal.getCommand());
        }
        return e instanceof AddressException;
    }

    private static boolean isFinalCode(int code) {
        return code >= FIRST_FINAL && !OURS.contains(code);
    }

    private static boolean isBeforeRecipient(String command) {
        String verb = command.toUpperCase(Locale.ROOT);
        return verb.startsWith("MAIL") || verb.startsWith("EHLO") || verb.startsWith("HELO");
    }

    private static List<Exception> chain(MessagingException refusal) {
        List<Exception> chain = new ArrayList<>();
        Exception next = refusal;
        while (next != null && !chain.contains(next)) {
            chain.add(next);
            next = next instanceof MessagingException messaging ? messaging.getNextException() : null;
        }
        return chain;
    }
}
