package io.depository.correspondence;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A letter as a person reads it, worked out from nothing but the letter's JSON: read again in a year it says the same.
 *
 * @param subject in both languages, one line, without control characters
 * @param plain the text, Russian first, lines ended by LF
 */
record MailText(String subject, String plain) {

    /**
     * The text of the letter.
     *
     * @throws IllegalArgumentException where the JSON is no letter of the depository's, or the answer to a dry run
     */
    static MailText of(JsonNode letter, ZoneId zone) {
        String type = letter.path("type").asString("");
        if (letter.has("dryRun")) {
            throw new IllegalArgumentException("The answer to a dry run tells of nothing that happened; it is no mail");
        }
        Map<Language, Page> pages = new EnumMap<>(Language.class);
        Map<Language, String> subjects = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Page page = new Page();
            LetterFields fields = new LetterFields(letter, language, zone);
            switch (type) {
                case "acknowledgement" -> subjects.put(language, new AcknowledgementMail(fields).write(page));
                case "circular" -> subjects.put(language, new CircularMail(fields).write(page));
                default -> throw new IllegalArgumentException("Not a letter: its type is \"" + type + "\"");
            }
            pages.put(language, page);
        }
        String subject = subjects.get(Language.RUSSIAN) + " / " + subjects.get(Language.ENGLISH);
        String plain = new Page().rule() + "\n" + pages.get(Language.ENGLISH);
        return new MailText(subject, pages.get(Language.RUSSIAN) + "\n" + plain);
    }
}
