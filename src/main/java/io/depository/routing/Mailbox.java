package io.depository.routing;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import jakarta.mail.URLName;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One folder of a mailbox over IMAP, as a list of what is to be done: mail is fetched raw without marking it as read,
 * and moved to another folder once it is stored. Nothing else is ever changed or removed, whatever flags another client
 * has set; only the mail that was stored is expunged here (RFC 6851, or RFC 4315 where that is all the server has).
 */
final class Mailbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final int LOOK_AHEAD = 500;
    private static final Duration PAUSE_OF_UNREADABLE = Duration.ofMinutes(1);

    private final MailboxEndpoint settings;
    private final Clock clock;
    private final Map<Long, Instant> setAside = new HashMap<>();

    private @Nullable IMAPStore store;
    private @Nullable IMAPFolder inbox;

    Mailbox(MailboxEndpoint settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The next mails, the first to come first. One that the server cannot give is left for a minute and does not keep
     * back those behind it.
     */
    List<IncomingMail> readNext() throws MessagingException {
        IMAPFolder folder = open();
        Message[] messages = firstMessages(folder);
        List<IncomingMail> mails = new ArrayList<>();
        long bytes = 0;
        for (Message message : messages) {
            if (mails.size() >= settings.getBatchSize() || bytes >= settings.getBatchBytes()) {
                break;
            }
            IncomingMail mail = readUnlessSetAside(folder, (IMAPMessage) message);
            if (mail != null) {
                mails.add(mail);
                bytes += mail.content().kept().length;
            }
        }
        return mails;
    }

    /** Moves stored mail out of the way. Whatever of it has gone meanwhile is passed over. */
    void moveStored(List<IncomingMail> mails) throws MessagingException {
        IMAPFolder folder = open();
        Folder target = folder.getStore().getFolder(settings.getStoredFolder());
        if (!target.exists() && !target.create(Folder.HOLDS_MESSAGES)) {
            throw new MessagingException("The mail server refuses to make the folder " + settings.getStoredFolder());
        }
        long[] uids = mails.stream().mapToLong(IncomingMail::uid).toArray();
        Message[] present = present(folder.getMessagesByUID(uids));
        if (present.length == 0) {
            return;
        }
        IMAPStore server = (IMAPStore) folder.getStore();
        if (server.hasCapability("MOVE")) {
            folder.moveMessages(present, target);
        } else if (server.hasCapability("UIDPLUS")) {
            folder.copyMessages(present, target);
            folder.setFlags(present, new Flags(Flags.Flag.DELETED), true);
            folder.expunge(present);
        } else {
            throw new MessagingException("The mail server has neither MOVE nor UIDPLUS: stored mail cannot be moved"
                    + " without removing what was never stored");
        }
    }

    @Override
    public void close() {
        try {
            if (inbox != null && inbox.isOpen()) {
                inbox.close(false);
            }
            if (store != null) {
                store.close();
            }
        } catch (MessagingException e) {
            LOG.debug("The connection to the mail server had already gone", e);
        } finally {
            inbox = null;
            store = null;
        }
    }

    private IMAPFolder open() throws MessagingException {
        IMAPFolder open = inbox;
        if (open != null && open.isOpen()) {
            return open;
        }
        close();
        URLName server = new URLName(settings.getUrl());
        IMAPStore connected = (IMAPStore) Session.getInstance(properties()).getStore(server.getProtocol());
        store = connected;
        connected.connect(server.getHost(), server.getPort(), settings.getUsername(), settings.getPassword());
        open = (IMAPFolder) connected.getFolder(settings.getFolder());
        open.open(Folder.READ_WRITE);
        inbox = open;
        return open;
    }

    private Message[] firstMessages(IMAPFolder folder) throws MessagingException {
        int count = Math.min(folder.getMessageCount(), LOOK_AHEAD + setAside.size());
        if (count <= 0) {
            setAside.clear();
            return new Message[0];
        }
        Message[] messages = folder.getMessages(1, count);
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(IMAPFolder.FetchProfileItem.SIZE);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(messages, profile);
        return messages;
    }

    private @Nullable IncomingMail readUnlessSetAside(IMAPFolder folder, IMAPMessage message)
            throws MessagingException {
        long uid = folder.getUID(message);
        Instant until = setAside.get(uid);
        if (until != null && clock.instant().isBefore(until)) {
            return null;
        }
        try {
            IncomingMail mail = read(folder, uid, message);
            setAside.remove(uid);
            return mail;
        } catch (MessageRemovedException e) {
            // Another client, or another node, moved it meanwhile.
            setAside.remove(uid);
            return null;
        } catch (FolderClosedException | StoreClosedException e) {
            throw e;
        } catch (MessagingException | IOException | RuntimeException e) {
            if (!folder.isOpen()) {
                throw new FolderClosedException(folder, "The connection broke while a mail was fetched", e);
            }
            boolean first = setAside.put(uid, clock.instant().plus(PAUSE_OF_UNREADABLE)) == null;
            if (first) {
                LOG.error("Mail {} of {} cannot be fetched; it is tried again every minute", uid, folder, e);
            }
            return null;
        }
    }

    private IncomingMail read(IMAPFolder folder, long uid, IMAPMessage message) throws MessagingException, IOException {
        message.setPeek(true);
        ContentSink sink = new ContentSink(settings.getLimit(), message.getSize());
        message.writeTo(sink);
        Date received = message.getReceivedDate();
        Instant internalDate = received == null ? null : received.toInstant();
        return new IncomingMail(folder.getUIDValidity(), uid, internalDate, clock.instant(), sink.content());
    }

    private static Message[] present(@Nullable Message[] messages) {
        List<Message> present = new ArrayList<>();
        for (Message message : messages) {
            if (message != null && !message.isExpunged()) {
                present.add(message);
            }
        }
        return present.toArray(new Message[0]);
    }

    /** Angus waits for ever by default; and a size that a server states wrongly must not cut a mail. */
    private Properties properties() {
        Properties properties = new Properties();
        String timeout = Long.toString(settings.getTimeout());
        for (String protocol : List.of("imap", "imaps")) {
            String prefix = "mail." + protocol + ".";
            properties.setProperty(prefix + "connectiontimeout", timeout);
            properties.setProperty(prefix + "timeout", timeout);
            properties.setProperty(prefix + "writetimeout", timeout);
            properties.setProperty(prefix + "fetchsize", "262144");
            properties.setProperty(prefix + "ignorebodystructuresize", "true");
            properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        }
        properties.setProperty("mail.imap.starttls.enable", "true");
        return properties;
    }
}
