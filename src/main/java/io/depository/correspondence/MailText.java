package io.depository.correspondence;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A letter in words, as a person reads it in a mail: the same in plain text and in HTML.
 *
 * @param subject in Russian and English, one line
 * @param plain the text, Russian first, lines ended by LF
 * @param html the same as a page that needs nothing from anywhere: no pictures, no scripts, styles in place
 */
record MailText(String subject, String plain, String html) {

    private static final Templates TEMPLATES = new Templates();

    /**
     * The text of the letter.
     *
     * @throws IllegalArgumentException where the JSON is no letter of the depository's, or the answer to a dry run
     */
    static MailText of(JsonNode letter, ZoneId zone) {
        if (letter.has("dryRun")) {
            throw new IllegalArgumentException("The answer to a dry run tells of nothing that happened; it is no mail");
        }
        Map<Language, Page> pages = new EnumMap<>(Language.class);
        Map<Language, String> subjects = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Page page = new Page();
            subjects.put(language, write(new LetterFields(letter, language, zone), page));
            pages.put(language, page);
        }
        String subject = String.join(" / ", subjects.values());
        return new MailText(
                subject,
                String.join(
                        PlainPage.rule(),
                        pages.values().stream().map(PlainPage::of).toList()),
                html(subject, pages));
    }

    private static String write(LetterFields fields, Page page) {
        String type = fields.line("type");
        return switch (type) {
            case "acknowledgement" -> new AcknowledgementMail(fields).write(page);
            case "circular" -> new CircularMail(fields).write(page);
            default -> throw new IllegalArgumentException("Not a letter: its type is \"" + type + "\"");
        };
    }

    private static String html(String subject, Map<Language, Page> pages) {
        List<Map<String, Object>> sections = new ArrayList<>();
        pages.forEach((language, page) -> sections.add(Map.of("lang", language.code(), "blocks", page.blocks())));
        return Legible.xml(TEMPLATES.fill("letter", Map.of("subject", subject, "pages", sections)));
    }
}
