package io.depository.reading;

import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.MimeUtil;
import org.jspecify.annotations.Nullable;

/**
 * What the outermost header of a mail says about the mail itself. Evidence, except that nobody answers a machine.
 *
 * @param automatic whether it announces itself as automatic, bulk, a list's or a bounce (RFC 3834 §2)
 * @param messageId the Message-ID, in angle brackets; null where there is none that can be repeated in a header
 * @param subject decoded, without control characters; null where there is none
 */
record Envelope(
        boolean automatic,
        @Nullable String messageId,
        @Nullable String subject) {

    /** Of what is no mail. */
    static final Envelope NONE = new Envelope(false, null, null);

    private static final int LONGEST = 900;
    private static final Set<String> BULK = Set.of("bulk", "list", "junk", "auto_reply");
    private static final Set<String> MACHINES =
            Set.of("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply-from", "x-failed-recipients");

    /** Gathers the fields of the header as they come. */
    static final class Builder {

        private boolean automatic;
        private @Nullable String messageId;
        private @Nullable String subject;

        void add(Field field) {
            String name = field.getName().trim().toLowerCase(Locale.ROOT);
            String body = field.getBody() == null
                    ? ""
                    : MimeUtil.unfold(field.getBody()).trim();
            automatic |= isAutomatic(name, body);
            if (name.equals("message-id") && messageId == null) {
                messageId = messageId(body);
            } else if (name.equals("subject") && subject == null) {
                subject = Characters.clean(decoded(body), LONGEST);
            }
        }

        Envelope build() {
            return new Envelope(automatic, messageId, subject);
        }

        private static boolean isAutomatic(String name, String body) {
            String value = body.toLowerCase(Locale.ROOT);
            return switch (name) {
                case "auto-submitted" -> !firstWord(value).equals("no");
                case "precedence" -> BULK.contains(firstWord(value));
                case "return-path" -> value.replace(" ", "").equals("<>");
                case "content-type" ->
                    value.startsWith("multipart/report") || value.startsWith("message/delivery-status");
                case "x-auto-response-suppress" -> !firstWord(value).equals("none");
                case "from", "sender" -> value.contains("mailer-daemon@");
                default -> name.startsWith("list-") || MACHINES.contains(name);
            };
        }

        private static String firstWord(String value) {
            int end = 0;
            while (end < value.length() && " ;(\t".indexOf(value.charAt(end)) < 0) {
                end++;
            }
            return value.substring(0, end);
        }

        private static @Nullable String messageId(String body) {
            int from = body.indexOf('<');
            int to = body.indexOf('>', from + 1);
            if (from < 0 || to < 0 || to - from > LONGEST) {
                return null;
            }
            String id = body.substring(from, to + 1);
            return id.chars().allMatch(character -> character > ' ' && character < 0x7F) ? id : null;
        }

        private static String decoded(String body) {
            String beginning = body.substring(0, Math.min(body.length(), 4 * LONGEST));
            try {
                return DecoderUtil.decodeEncodedWords(beginning, DecodeMonitor.SILENT);
            } catch (IllegalArgumentException malformed) {
                return beginning; // shown to staff as it was written
            }
        }
    }
}
