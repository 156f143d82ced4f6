package io.depository.correspondence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Puts a multipart message together. Every part is in base64, so that its bytes survive exactly. */
final class MimeParts {

    private static final String LINE = "\r\n";

    private MimeParts() {}

    /** One part: its headers but for the encoding, and its bytes. */
    record Part(String headers, byte[] content) {}

    /** Text to be shown, lines ended by LF. */
    static Part text(String mediaType, String text) {
        return new Part(
                "Content-Type: " + mediaType + "; charset=UTF-8" + LINE + "Content-Disposition: inline" + LINE,
                text.replace("\n", LINE).getBytes(StandardCharsets.UTF_8));
    }

    /** A file; its name is the depository's own and plain ASCII. */
    static Part attachment(String mediaType, String fileName, byte[] content) {
        return new Part(
                "Content-Type: " + mediaType + "; name=\"" + fileName + "\"" + LINE
                        + "Content-Disposition: attachment; filename=\"" + fileName + "\"" + LINE,
                content);
    }

    /**
     * The whole message: the texts as alternatives, the plainest first (RFC 2046, 5.1.4), then the files.
     *
     * @param seed names the message; the boundaries come from it, and hold characters that base64 has not
     */
    static byte[] mixed(MailHeaders headers, String seed, List<Part> texts, List<Part> files) {
        StringBuilder message = new StringBuilder(16384).append(headers);
        message.append("MIME-Version: 1.0").append(LINE);
        String outer = boundary(seed);
        begin(message, "mixed", outer);
        message.append("--").append(outer).append(LINE);
        String inner = boundary("alternative " + seed);
        begin(message, "alternative", inner);
        append(message, inner, texts);
        append(message, outer, files);
        return message.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String boundary(String seed) {
        return "=_" + HexFormat.of().formatHex(sha256(seed), 0, 16);
    }

    private static void begin(StringBuilder message, String kind, String boundary) {
        message.append("Content-Type: multipart/").append(kind).append(';').append(LINE);
        message.append(" boundary=\"").append(boundary).append('"').append(LINE).append(LINE);
    }

    private static void append(StringBuilder message, String boundary, List<Part> parts) {
        for (Part part : parts) {
            message.append("--").append(boundary).append(LINE).append(part.headers());
            message.append("Content-Transfer-Encoding: base64").append(LINE).append(LINE);
            message.append(Base64.getMimeEncoder().encodeToString(part.content()))
                    .append(LINE);
        }
        message.append("--").append(boundary).append("--").append(LINE);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
