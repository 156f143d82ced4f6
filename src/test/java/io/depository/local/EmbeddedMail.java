package io.depository.local;

import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Collection;

/**
 * A mail server in memory, SMTP and IMAP on TCP. The user name and the password of a mailbox are its whole address.
 * Nothing in it survives a restart. It renders the whole mail for each part that a client fetches, so a client that takes
 * large mails should set {@code mail.imap.fetchsize} to megabytes. For local mode and for tests.
 */
public final class EmbeddedMail implements AutoCloseable {

    /** The depository's mailbox. */
    public static final String DEPOSITORY = "notifications@depository.local";

    private static final String HOST = "localhost";

    private final GreenMail server;

    private EmbeddedMail(GreenMail server) {
        this.server = server;
    }

    /**
     * Starts a mail server with the depository's mailbox.
     *
     * @param smtpPort the port for SMTP; 0 for any free one
     * @param imapPort the port for IMAP; 0 for any free one
     */
    public static EmbeddedMail start(int smtpPort, int imapPort) {
        ServerSetup[] setups = {
            new ServerSetup(smtpPort, HOST, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imapPort, HOST, ServerSetup.PROTOCOL_IMAP)
        };
        EmbeddedMail mail = new EmbeddedMail(new GreenMail(setups));
        mail.server.start();
        mail.addMailbox(DEPOSITORY);
        return mail;
    }

    /** Opens a mailbox; its user name and password are the address. */
    public void addMailbox(String address) {
        try {
            server.getUserManager().createUser(address, address, address);
        } catch (UserException e) {
            throw new IllegalStateException("No mailbox can be opened for " + address, e);
        }
    }

    public void addMailboxes(Collection<String> addresses) {
        addresses.forEach(this::addMailbox);
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    public String smtpUrl() {
        return "smtp://" + HOST + ":" + smtpPort();
    }

    public String imapUrl() {
        return "imap://" + HOST + ":" + imapPort();
    }

    /** The server itself, for tests that look into it. */
    public GreenMail server() {
        return server;
    }

    @Override
    public void close() {
        server.stop();
    }
}
