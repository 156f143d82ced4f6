package io.depository.local;

/** Where the mail server is, whoever started it. */
record MailServer(int smtpPort, int imapPort) {

    private static final String HOST = "localhost";

    String smtpUrl() {
        return "smtp://" + HOST + ":" + smtpPort;
    }

    String imapUrl() {
        return "imap://" + HOST + ":" + imapPort;
    }
}
