package io.depository.routing;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a mail's header says of its way here, kept beside the receipt. It is evidence and counts for nothing: whoever
 * sends a mail writes what he likes.
 */
final class MailEvidence {

    private static final List<String> HEADERS = List.of(
            "From",
            "Sender",
            "Return-Path",
            "Received",
            "DKIM-Signature",
            "Received-SPF",
            "Authentication-Results",
            "ARC-Authentication-Results");

    private static final int LONGEST = 2048;
    private static final Pattern SANE_MESSAGE_ID = Pattern.compile("<[\\x21-\\x7e&&[^<>]]{1,250}>");

    private final @Nullable InternetHeaders headers;

    private MailEvidence(@Nullable InternetHeaders headers) {
        this.headers = headers;
    }

    /** Of the head of a mail, however malformed it is. */
    static MailEvidence of(byte[] mail) {
        int length = Math.min(mail.length, ContentSink.HEAD);
        try {
            return new MailEvidence(new InternetHeaders(new ByteArrayInputStream(mail, 0, length)));
        } catch (MessagingException e) {
            // Recorded by its absence: a mail without readable header gives no evidence.
            return new MailEvidence(null);
        }
    }

    /** The headers that are there, each at most its first 2 KB, on one line. */
    Map<String, String> evidence() {
        Map<String, String> evidence = new TreeMap<>();
        for (String name : HEADERS) {
            String value = value(name);
            if (value != null) {
                evidence.put(name, VisibleText.of(value.substring(0, Math.min(value.length(), LONGEST))));
            }
        }
        return evidence;
    }

    /** The Message-ID, if it is one that can be named in an answer (RFC 5322); null otherwise. */
    @Nullable
    String messageId() {
        String value = value("Message-ID");
        return value != null && SANE_MESSAGE_ID.matcher(value.trim()).matches() ? value.trim() : null;
    }

    private @Nullable String value(String name) {
        String[] values = headers == null ? null : headers.getHeader(name);
        return values == null || values.length == 0 ? null : values[0];
    }
}
