package io.depository.reading;

import io.depository.notification.Code;
import io.depository.notification.Finding;
import io.depository.notification.Findings;
import io.depository.treaty.Bilingual;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tells by content, never by name alone, what came and which of a mail's parts is the notification. */
final class Recognition {

    /** Members by which a JSON shows that it means to be a notification. */
    private static final List<String> MEMBERS = List.of("version", "depository", "agreement", "act", "reference");

    private static final Set<String> LETTERS = Set.of("acknowledgement", "circular");

    private static final int HEADER_CHARACTERS = 16 * 1024;
    private static final Pattern FIELD = Pattern.compile("^([A-Za-z][A-Za-z0-9-]*)[ \\t]*:.*", Pattern.DOTALL);
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
     * @param found the notification; null where there is a defect
     * @param rivals what might each have been the notification, where there is more than one
     */
    record Chosen(@Nullable Found found, @Nullable Finding defect, List<Found> rivals) {}

    /** A notification, JSON or JWS, and the signatures under which it lies. */
    record Found(byte[] bytes, Cover cover) {}

    /** Whether a text that begins so may be JSON or a JWS. */
    static boolean mayBeNotification(byte[] beginning) {
        int at = JsonCursor.start(beginning);
        while (at < beginning.length && JsonCursor.isWhitespace(beginning[at])) {
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
                if (OF_MAIL.contains(field.group(1).toLowerCase(Locale.ROOT))) {
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
     * with a bracket; a JSON beside the JWS that has it as payload is evidence; the same thing twice is one thing. A
     * depository's own letter is no notification, so that two depositories never answer each other; and in automatic mail
     * nothing is that does not speak as one (RFC 3834 §2).
     */
    static Chosen choose(List<Mail.Part> parts, boolean automatic) {
        List<Candidate> sure = new ArrayList<>();
        List<Candidate> perhaps = new ArrayList<>();
        for (Mail.Part part : parts) {
            Candidate candidate = Candidate.of(part);
            if (candidate.isLetter() || (automatic && !candidate.speaksAsNotification())) {
                continue;
            }
            boolean certain = part.declared() || parts.size() == 1 || candidate.isNotification();
            candidate.addOnce(certain ? sure : perhaps);
        }
        List<Candidate> candidates = withoutEvidence(sure.isEmpty() ? perhaps : sure);
        if (candidates.isEmpty()) {
            return new Chosen(null, Findings.noNotificationFound(), List.of());
        }
        if (candidates.size() > 1) {
            candidates = withoutOtherData(candidates);
        }
        if (candidates.size() > 1) {
            return new Chosen(
                    null,
                    Findings.unreadableMail(new Bilingual(
                            "разных уведомлений в нём " + candidates.size(),
                            "it carries " + candidates.size() + " different notifications")),
                    candidates.stream().map(Candidate::found).toList());
        }
        return new Chosen(candidates.get(0).found(), null, List.of());
    }

    private static List<Candidate> withoutEvidence(List<Candidate> candidates) {
        List<Jws> signed =
                candidates.stream().flatMap(candidate -> candidate.jws.stream()).toList();
        byte[] payload = signed.size() == 1 ? signed.get(0).payload() : null;
        if (payload == null) {
            return candidates;
        }
        Optional<JsonNode> said = tree(payload);
        return candidates.stream()
                .filter(candidate -> candidate.jws.isPresent() || !candidate.saysTheSame(payload, said))
                .toList();
    }

    /** Where something speaks as a notification does, a JSON about something else is evidence. */
    private static List<Candidate> withoutOtherData(List<Candidate> candidates) {
        List<Candidate> speaking =
                candidates.stream().filter(Candidate::speaksAsNotification).toList();
        return speaking.isEmpty() ? candidates : speaking;
    }

    private static Optional<JsonNode> tree(byte[] text) {
        return JsonScan.findDefect(text).isPresent()
                ? Optional.empty()
                : Optional.of(JsonText.of(text))
                        .filter(json -> json.duplicates().isEmpty())
                        .map(JsonText::root);
    }

    /**
     * A part that may be the notification.
     *
     * @param content the notification's bytes, if it is the one
     * @param bare the same without white space around it
     */
    private record Candidate(byte[] content, byte[] bare, Optional<Jws> jws, Cover cover) {

        static Candidate of(Mail.Part part) {
            byte[] bytes = part.content();
            Optional<Jws> jws = Jws.find(bytes);
            byte[] content = jws.map(Jws::bytes).orElseGet(() -> part.ended() ? withoutLastBreak(bytes) : bytes);
            return new Candidate(content, withoutWhitespace(content), jws, part.cover());
        }

        Found found() {
            return new Found(content, cover);
        }

        boolean isNotification() {
            return jws.isPresent()
                    || JsonScan.findDefect(content)
                            .filter(defect -> defect.code() == Code.SYNTAX)
                            .isEmpty();
        }

        /** A JWS, a JSON that has a member of a notification, or a text too broken to tell. */
        boolean speaksAsNotification() {
            return jws.isPresent()
                    || tree(content)
                            .map(json -> MEMBERS.stream().anyMatch(json::has))
                            .orElse(true);
        }

        /** An acknowledgement or a circular, of this depository or another. */
        boolean isLetter() {
            return jws.isEmpty()
                    && tree(content)
                            .filter(json -> LETTERS.contains(json.path("type").asString("")))
                            .isPresent();
        }

        void addOnce(List<Candidate> others) {
            if (others.stream().noneMatch(other -> Arrays.equals(other.bare, bare))) {
                others.add(this);
            }
        }

        /** Equal as bytes but for white space around, or as JSON: mail changes line breaks in a text. */
        boolean saysTheSame(byte[] payload, Optional<JsonNode> said) {
            return Arrays.equals(bare, withoutWhitespace(payload)) || (said.isPresent() && said.equals(tree(content)));
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

        private static byte[] withoutWhitespace(byte[] text) {
            int from = 0;
            int to = text.length;
            while (from < to && JsonCursor.isWhitespace(text[from])) {
                from++;
            }
            while (to > from && JsonCursor.isWhitespace(text[to - 1])) {
                to--;
            }
            return Arrays.copyOfRange(text, from, to);
        }
    }
}
