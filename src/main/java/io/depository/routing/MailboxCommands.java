package io.depository.routing;

import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

/**
 * IMAP commands by UID (RFC 3501, 4315, 6851), which Jakarta Mail has by message number only: a number shifts when
 * another client removes mail, a UID is one mail's for ever. What is fetched so is exactly what the server sent.
 */
final class MailboxCommands {

    private final long limit;
    private final Clock clock;

    MailboxCommands(long limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** The mails of these UIDs that the folder gives, without marking them as read. */
    Map<Long, IncomingMail> fetch(IMAPFolder folder, List<Long> uids) throws MessagingException {
        long validity = folder.getUIDValidity();
        Map<Long, IncomingMail> mails = new HashMap<>();
        for (Response response : run(folder, "UID FETCH", set(uids) + " (UID INTERNALDATE BODY.PEEK[])", null)) {
            if (response instanceof FetchResponse fetched) {
                IncomingMail mail = mail(validity, fetched);
                if (mail != null) {
                    mails.put(mail.uid(), mail);
                }
            }
        }
        return mails;
    }

    /** Moves these mails and touches no other; refuses where the server's means would remove others too. */
    void move(IMAPStore server, IMAPFolder folder, List<IncomingMail> mails, String target) throws MessagingException {
        String uids = set(mails.stream().map(IncomingMail::uid).toList());
        if (server.hasCapability("MOVE")) {
            run(folder, "UID MOVE", uids, target);
        } else if (server.hasCapability("UIDPLUS")) {
            run(folder, "UID COPY", uids, target);
            run(folder, "UID STORE", uids + " +FLAGS.SILENT (\\Deleted)", null);
            run(folder, "UID EXPUNGE", uids, null);
        } else {
            throw new MessagingException("The mail server has neither MOVE nor UIDPLUS: stored mail cannot be moved"
                    + " without removing what was never stored");
        }
    }

    private @Nullable IncomingMail mail(long validity, FetchResponse fetched) {
        UID uid = fetched.getItem(UID.class);
        BODY body = fetched.getItem(BODY.class);
        ByteArrayInputStream bytes = body == null ? null : body.getByteArrayInputStream();
        if (uid == null || bytes == null) {
            return null;
        }
        ContentSink sink = new ContentSink(limit, bytes.available());
        byte[] content = bytes.readAllBytes();
        sink.write(content, 0, content.length);
        INTERNALDATE date = fetched.getItem(INTERNALDATE.class);
        Instant internalDate =
                date == null || date.getDate() == null ? null : date.getDate().toInstant();
        return new IncomingMail(validity, uid.uid, internalDate, clock.instant(), sink.content());
    }

    private static Response[] run(IMAPFolder folder, String name, String arguments, @Nullable String target)
            throws MessagingException {
        Object responses = folder.doCommand(protocol -> {
            Argument written = new Argument();
            written.writeAtom(arguments);
            if (target != null) {
                written.writeString(BASE64MailboxEncoder.encode(target));
            }
            Response[] answers = protocol.command(name, written);
            protocol.notifyResponseHandlers(answers);
            protocol.handleResult(answers[answers.length - 1]);
            return answers;
        });
        return responses instanceof Response[] answers ? answers : new Response[0];
    }

    private static String set(List<Long> uids) {
        return uids.stream().map(uid -> Long.toString(uid)).collect(Collectors.joining(","));
    }
}
