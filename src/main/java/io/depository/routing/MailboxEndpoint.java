package io.depository.routing;

import java.time.Clock;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.ScheduledPollEndpoint;

/**
 * {@code mailbox:<folder>}: a folder of a mailbox over IMAP, read in batches. The body is a list of {@link
 * IncomingMail}. Its options are set from the route file; times are in milliseconds.
 */
final class MailboxEndpoint extends ScheduledPollEndpoint {

    private final String folder;
    private final Clock clock;

    private String url = "";
    private String username = "";
    private String password = "";
    private boolean tls = true;
    private String trust = "";
    private String storedFolder = "Stored";
    private int batchSize = 50;
    private long batchBytes = 8L * 1024 * 1024;
    private long limit = 25L * 1024 * 1024;
    private long timeout = 30_000;

    MailboxEndpoint(String uri, Component component, String folder, Clock clock) {
        super(uri, component);
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        Consumer consumer = new MailboxConsumer(this, processor, clock);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("Letters go out by the dispatch routes, not by " + getEndpointUri());
    }

    public String getFolder() {
        return folder;
    }

    public String getUrl() {
        return url;
    }

    /** Of the mail server, e.g. {@code imap://localhost:3143} or {@code imaps://mail.example:993}. */
    public void setUrl(String url) {
        this.url = url;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public boolean isTls() {
        return tls;
    }

    /** Whether a server that neither begins with TLS ({@code imaps:}) nor goes over to it (STARTTLS) is refused. */
    public void setTls(boolean tls) {
        this.tls = tls;
    }

    public String getTrust() {
        return trust;
    }

    /** A PEM file of certificates that are trusted beside those of the Java runtime; blank for none. */
    public void setTrust(String trust) {
        this.trust = trust;
    }

    public String getStoredFolder() {
        return storedFolder;
    }

    /** Where mail is moved once it is stored; made when it is missing. */
    public void setStoredFolder(String storedFolder) {
        this.storedFolder = storedFolder;
    }

    public int getBatchSize() {
        return batchSize;
    }

    /** How many mails at most are stored together. */
    public void setBatchSize(int batchSize) {
        this.batchSize = batchSize;
    }

    public long getBatchBytes() {
        return batchBytes;
    }

    /** A batch ends with the mail that reaches this many bytes. */
    public void setBatchBytes(long batchBytes) {
        this.batchBytes = batchBytes;
    }

    public long getLimit() {
        return limit;
    }

    /** The size in bytes beyond which a mail is too large. */
    public void setLimit(long limit) {
        this.limit = limit;
    }

    public long getTimeout() {
        return timeout;
    }

    /** How long to wait for the server, to connect, to read and to write. */
    public void setTimeout(long timeout) {
        this.timeout = timeout;
    }
}
