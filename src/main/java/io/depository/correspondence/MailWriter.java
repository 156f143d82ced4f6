package io.depository.correspondence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a letter as a complete mail message (RFC 5322, MIME): a text that a person can read, in Russian and English,
 * plain and as HTML, and the letter's JSON attached byte for byte, then what goes with it. Circulars of an agreement refer to
 * one name, so that they make one conversation. The same draft gives the same bytes. Safe for concurrent use.
 *
 * <p>The bytes are to be sent as they are: whoever parses them into a {@code MimeMessage} must send it without
 * {@code saveChanges()}, which would give it another Message-ID.
 */
public final class MailWriter {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH);

    private final JsonMapper json = JsonMapper.builder().build();
    private final ZoneId zone;
    private final Written written = new Written();

    /**
     * A writer for the depository's correspondence.
     *
     * @param zone the depository's, in which instants are told and the message is dated
     */
    public MailWriter(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The complete message, lines ended by CR LF, 7-bit throughout.
     *
     * @throws UnfitForHeader where {@code from}, {@code to} or {@code messageId} cannot stand in a header
     * @throws IllegalArgumentException where the body is no letter of the depository's
     */
    public byte[] render(MailDraft draft) {
        JsonNode letter = json.readTree(draft.body());
        boolean answer = "acknowledgement".equals(letter.path("type").asString(""));
        MailText text = answer ? MailText.of(letter, zone) : textOf(draft, letter);
        MailHeaders headers = new MailHeaders();
        headers.add("Date", DATE.format(draft.date().atZone(zone)));
        headers.add("From", MailHeaders.address("From", draft.from()));
        headers.add("To", MailHeaders.address("To", draft.to()));
        headers.add("Message-ID", MailHeaders.messageId(draft.messageId()));
        Optional<String> thread = answer
                ? Optional.ofNullable(draft.inReplyTo()).flatMap(MailHeaders::answered)
                : Optional.of(
                        threadOf(LetterFields.line(letter, "agreement"), MailHeaders.address("From", draft.from())));
        thread.ifPresent(id -> {
            headers.add("In-Reply-To", id);
            headers.add("References", id);
        });
        headers.addUnstructured("Subject", text.subject());
        headers.add("Auto-Submitted", answer ? "auto-replied" : "auto-generated");
        headers.add("Content-Language", "ru, en");
        String file = answer ? AcknowledgementMail.FILE : CircularMail.FILE;
        List<MimeParts.Part> parts = new ArrayList<>();
        parts.add(MimeParts.attachment("application/json", file, draft.body()));
        if (draft.paper() != null) {
            parts.add(MimeParts.attachment("application/pdf", "circular.pdf", draft.paper()));
        }
        if (draft.days() != null) {
            parts.add(MimeParts.attachment(CalendarFile.MEDIA_TYPE, "circular.ics", draft.days()));
        }
        return MimeParts.mixed(
                headers,
                draft.messageId(),
                List.of(MimeParts.text("text/plain", text.plain()), MimeParts.text("text/html", text.html())),
                parts);
    }

    /** The letter as plain text in both languages, as a mail shows it; UTF-8, lines ended by LF. */
    public byte[] plainText(byte[] letter) {
        MailText text = MailText.of(json.readTree(letter), zone);
        return (text.subject() + "\n\n" + text.plain()).getBytes(StandardCharsets.UTF_8);
    }

    /** One name for an agreement, to which all of its circulars refer: so a mail program shows them as one conversation. */
    private static String threadOf(String agreement, String from) {
        return MailHeaders.messageId("<circulars." + agreement + from.substring(from.indexOf('@')) + ">");
    }

    /** A circular goes to many with the same words: they are made once for those that are sent within a while. */
    private MailText textOf(MailDraft draft, JsonNode letter) {
        ByteBuffer key = ByteBuffer.wrap(draft.body());
        synchronized (written) {
            MailText text = written.get(key);
            if (text == null) {
                text = MailText.of(letter, zone);
                written.put(key, text);
            }
            return text;
        }
    }

    /** The words of the latest letters, by their bytes. */
    private static final class Written extends LinkedHashMap<ByteBuffer, MailText> {

        private static final long serialVersionUID = 1;
        private static final int MOST = 32;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, MailText> eldest) {
            return size() > MOST;
        }
    }
}
