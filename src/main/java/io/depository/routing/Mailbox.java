package io.depository.routing;

import jakarta.mail.FetchProfile;
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
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
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
    private static final int SMALL = 256 * 1024;
    private static final Duration PAUSE_OF_UNREADABLE = Duration.ofMinutes(1);

    private final MailboxEndpoint settings;
    private final Clock clock;
    private final MailboxCommands commands;
    private final Map<Long, Instant> setAside = new HashMap<>();

    private @Nullable IMAPStore store;

    Mailbox(MailboxEndpoint settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.commands = new MailboxCommands(settings.getLimit(), clock);
    }

    /**
     * The next mails, the first to come first. One that the server cannot give is left for a minute and does not keep
     * back those behind it.
     */
    List<IncomingMail> readNext() throws MessagingException {
        IMAPFolder folder = (IMAPFolder) connect().getFolder(settings.getFolder());
        if (folder.getMessageCount() == 0) {
            setAside.clear();
            return List.of();
        }
        // Opened anew for each batch: what the client remembers of a folder grows old when others move mail too.
        folder.open(Folder.READ_WRITE);
        try {
            return readNext(folder);
        } finally {
            folder.close(false);
        }
    }

    /** Moves stored mail out of the way. Whatever of it has gone meanwhile is passed over. */
    void moveStored(List<IncomingMail> mails) throws MessagingException {
        IMAPStore server = connect();
        Folder target = server.getFolder(settings.getStoredFolder());
        if (!target.exists() && !target.create(Folder.HOLDS_MESSAGES)) {
            throw new MessagingException("The mail server refuses to make the folder " + settings.getStoredFolder());
        }
        IMAPFolder folder = (IMAPFolder) server.getFolder(settings.getFolder());
        folder.open(Folder.READ_WRITE);
        try {
            if (folder.getUIDValidity() == mails.get(0).uidValidity()) {
                commands.move(server, folder, mails, settings.getStoredFolder());
            }
        } finally {
            folder.close(false);
        }
    }

    @Override
    public void close() {
        IMAPStore open = store;
        store = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException e) {
                LOG.debug("The connection to the mail server had already gone", e);
            }
        }
    }

    private IMAPStore connect() throws MessagingException {
        IMAPStore open = store;
        if (open != null && open.isConnected()) {
            return open;
        }
        close();
        URLName server = new URLName(settings.getUrl());
        open = (IMAPStore) Session.getInstance(properties()).getStore(server.getProtocol());
        open.connect(server.getHost(), server.getPort(), settings.getUsername(), settings.getPassword());
        store = open;
        return open;
    }

    private List<IncomingMail> readNext(IMAPFolder folder) throws MessagingException {
        List<IMAPMessage> due = due(folder);
        Map<Long, IncomingMail> together = readTogether(folder, due);
        List<IncomingMail> mails = new ArrayList<>();
        long bytes = 0;
        for (IMAPMessage message : due) {
            if (bytes >= settings.getBatchBytes()) {
                break;
            }
            IncomingMail mail = together.get(folder.getUID(message));
            if (mail == null) {
                mail = readAlone(folder, message);
            }
            if (mail != null) {
                mails.add(mail);
                bytes += mail.content().kept().length;
            }
        }
        return mails;
    }

    /** The first mails that are not set aside, with their UID and size. */
    private List<IMAPMessage> due(IMAPFolder folder) throws MessagingException {
        int count = Math.min(folder.getMessageCount(), settings.getBatchSize() + setAside.size());
        if (count == 0) {
            return List.of();
        }
        Message[] messages = folder.getMessages(1, count);
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(IMAPFolder.FetchProfileItem.SIZE);
        folder.fetch(messages, profile);
        List<IMAPMessage> due = new ArrayList<>();
        for (Message message : messages) {
            Instant until = setAside.get(folder.getUID(message));
            boolean isDue = until == null || !clock.instant().isBefore(until);
            if (isDue && due.size() < settings.getBatchSize()) {
                due.add((IMAPMessage) message);
            }
        }
        return due;
    }

    /** The small ones by one command: a command a mail costs the way to the server and back for each. */
    private Map<Long, IncomingMail> readTogether(IMAPFolder folder, List<IMAPMessage> due) throws MessagingException {
        List<Long> uids = new ArrayList<>();
        long bytes = 0;
        for (IMAPMessage message : due) {
            int size = message.getSize();
            if (size >= 0 && size <= SMALL && bytes + size <= settings.getBatchBytes()) {
                uids.add(folder.getUID(message));
                bytes += size;
            }
        }
        try {
            return uids.isEmpty() ? Map.of() : commands.fetch(folder, uids);
        } catch (FolderClosedException | StoreClosedException e) {
            throw e;
        } catch (MessagingException e) {
            LOG.warn("Mail is fetched one by one: the server did not give {} together", uids.size(), e);
            return Map.of();
        }
    }

    private @Nullable IncomingMail readAlone(IMAPFolder folder, IMAPMessage message) throws MessagingException {
        long uid = folder.getUID(message);
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
        RawContent content;
        try (InputStream raw = message.getMimeStream()) {
            content = sink.contentOf(raw, message.getSize());
        }
        Date received = message.getReceivedDate();
        Instant internalDate = received == null ? null : received.toInstant();
        return new IncomingMail(folder.getUIDValidity(), uid, internalDate, clock.instant(), content);
    }

    /** Angus waits for ever by default; and a size that a server states wrongly must not cut a mail. */
    private Properties properties() throws MessagingException {
        Properties properties = new Properties();
        SSLSocketFactory tls = tls();
        String timeout = Long.toString(settings.getTimeout());
        for (String protocol : List.of("imap", "imaps")) {
            String prefix = "mail." + protocol + ".";
            properties.setProperty(prefix + "connectiontimeout", timeout);
            properties.setProperty(prefix + "timeout", timeout);
            properties.setProperty(prefix + "writetimeout", timeout);
            properties.setProperty(prefix + "fetchsize", "262144");
            properties.setProperty(prefix + "ignorebodystructuresize", "true");
            properties.setProperty(prefix + "ssl.checkserveridentity", "true");
            properties.put(prefix + "ssl.socketFactory", tls);
            properties.setProperty(prefix + "socketFactory.fallback", "false");
        }
        properties.setProperty("mail.imap.starttls.enable", "true");
        properties.setProperty("mail.imap.starttls.required", Boolean.toString(settings.isTls()));
        return properties;
    }

    private SSLSocketFactory tls() throws MessagingException {
        try {
            return MailTrust.contextFor(settings.getTrust()).getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new MessagingException("The certificates to trust cannot be read", e);
        }
    }
}
