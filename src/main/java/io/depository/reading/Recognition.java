package io.depository.reading;

import io.depository.notification.Code;
import io.depository.notification.Finding;
import io.depository.notification.Findings;
import io.depository.treaty.Bilingual;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells by content, never by name alone, what came and which of a mail's parts is the notification. */
final class Recognition {

    private static final int HEADER_CHARACTERS = 16 * 1024;
    private static final Pattern FIELD = Pattern.compile("^([!-9;-~]+)[ \\t]*:.*", Pattern.DOTALL);
    private static final Set<String> OF_MAIL = Set.of(
            "from",
            "to",
            "date",
            "subject",
            "mime-version",
            "content-type",
            "message-id",
            "received",
            "return-path",
            "sender",
            "reply-to",
            "content-transfer-encoding",
            "content-disposition");

    private Recognition() {}

    /**
     * The one notification of a message, or why there is not one.
     *
     * @param notification the JSON or JWS; null where there is a defect
     */
    record Chosen(byte @Nullable [] notification, @Nullable Finding defect) {}

    /** Whether a text that begins so may be JSON or a JWS. */
    static boolean mayBeNotification(byte[] beginning) {
        int at = JsonScan.start(beginning);
        while (at < beginning.length && JsonScan.isWhitespace(beginning[at])) {
            at++;
        }
        if (at == beginning.length) {
            return false;
        }
        return beginning[at] == '{' || beginning[at] == '[' || Jws.beginsLikeOne(beginning);
    }

    /** Whether the bytes are a MIME message: a first line that is a header field, and a field that mail has. */
    static boolean isMail(byte[] bytes) {
        String beginning = new String(bytes, 0, Math.min(bytes.length, HEADER_CHARACTERS), StandardCharsets.ISO_8859_1);
        boolean first = true;
        for (String line : beginning.split("\r?\n", -1)) {
            if (line.isEmpty()) {
                return false;
            }
            var field = FIELD.matcher(line);
            if (field.matches()) {
                if (OF_MAIL.contains(field.group(1).toLowerCase(java.util.Locale.ROOT))) {
                    return true;
                }
            } else if (first && !line.startsWith("From ")) {
                return false;
            }
            first = false;
        }
        return false;
    }

    /**
     * Chooses among the parts of a message. What is declared, or is JSON or a JWS indeed, goes before what merely begins
     * with a bracket; a JSON beside the JWS that has it as payload is evidence; the same thing twice is one thing.
     */
    static Chosen choose(List<Mail.Part> parts) {
        List<byte[]> sure = new ArrayList<>();
        List<byte[]> perhaps = new ArrayList<>();
        for (Mail.Part part : parts) {
            byte[] content = content(part);
            boolean certain = part.declared() || parts.size() == 1 || isNotification(content);
            addOnce(certain ? sure : perhaps, content);
        }
        List<byte[]> candidates = withoutEvidence(sure.isEmpty() ? perhaps : sure);
        if (candidates.isEmpty()) {
            return new Chosen(null, Findings.noNotificationFound());
        }
        if (candidates.size() > 1) {
            return new Chosen(
                    null,
                    Findings.unreadableMail(new Bilingual(
                            "в нём " + candidates.size() + " разных уведомления",
                            "it carries " + candidates.size() + " different notifications")));
        }
        return new Chosen(candidates.get(0), null);
    }

    /**
     * The notification's bytes of a part: those of an attachment as they are; of a JWS without white space around it; of
     * the message's text without the last line break, which mail transport adds.
     */
    private static byte[] content(Mail.Part part) {
        byte[] bytes = part.content();
        return Jws.find(bytes).map(Jws::bytes).orElseGet(() -> part.text() ? withoutLastBreak(bytes) : bytes);
    }

    private static byte[] withoutLastBreak(byte[] bytes) {
        int end = bytes.length;
        if (end > 0 && bytes[end - 1] == '\n') {
            end--;
            if (end > 0 && bytes[end - 1] == '\r') {
                end--;
            }
        }
        return Arrays.copyOf(bytes, end);
    }

    private static boolean isNotification(byte[] content) {
        return Jws.find(content).isPresent()
                || JsonScan.findDefect(content)
                        .filter(defect -> defect.code() == Code.SYNTAX)
                        .isEmpty();
    }

    private static void addOnce(List<byte[]> contents, byte[] content) {
        byte[] bare = bare(content);
        if (contents.stream().noneMatch(other -> Arrays.equals(bare(other), bare))) {
            contents.add(content);
        }
    }

    private static List<byte[]> withoutEvidence(List<byte[]> candidates) {
        List<byte[]> payloads = candidates.stream()
                .flatMap(candidate -> Jws.find(candidate).stream())
                .map(Jws::payload)
                .flatMap(payload ->
                        payload == null ? java.util.stream.Stream.<byte[]>empty() : java.util.stream.Stream.of(payload))
                .toList();
        return candidates.stream()
                .filter(candidate -> Jws.find(candidate).isPresent()
                        || payloads.stream().noneMatch(payload -> saysTheSame(candidate, payload)))
                .toList();
    }

    /** Equal as bytes but for white space around, or as JSON: mail changes line breaks in a text. */
    private static boolean saysTheSame(byte[] json, byte[] payload) {
        if (Arrays.equals(bare(json), bare(payload))) {
            return true;
        }
        return JsonScan.findDefect(json).isEmpty()
                && JsonScan.findDefect(payload).isEmpty()
                && JsonText.of(json).duplicates().isEmpty()
                && JsonText.of(json).root().equals(JsonText.of(payload).root());
    }

    private static byte[] bare(byte[] text) {
        int from = 0;
        int to = text.length;
        while (from < to && JsonScan.isWhitespace(text[from])) {
            from++;
        }
        while (to > from && JsonScan.isWhitespace(text[to - 1])) {
            to--;
        }
        return Arrays.copyOfRange(text, from, to);
    }
}
