package io.depository.correspondence;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A circular as a page in one language: the text that its JSON carries, and what belongs beside it. */
final class CircularMail {

    static final String FILE = "circular.json";

    private final LetterFields letter;

    CircularMail(LetterFields letter) {
        this.letter = letter;
    }

    /** Writes the page; returns the subject. */
    String write(Page page) {
        page.paragraph(letter.say("mail.other-language"));
        page.paragraph(letter.bilingual(letter.letter(), "text"));
        statement(page);
        bodies(page);
        StandingWords standing = StandingWords.of(letter);
        if (!standing.isEmpty()) {
            page.table(new Block.Table(standing.title(), standing.rows(), standing.notes()));
        }
        page.gap();
        page.field(
                letter.say("mail.issued"),
                letter.say("mail.issued.value", "date", letter.dayOf("issuedAt"), "time", letter.timeOf("issuedAt")));
        page.field(letter.say("ack.id"), letter.line("id"));
        letter.proof(page, FILE);
        page.paragraph(letter.say("mail.attached", "file", FILE));
        return subject();
    }

    /** What it is called, in this language. */
    String subject() {
        String subject = letter.say(
                "mail.subject.circular", "number", letter.line("number"), "kind", letter.named("kind", "kind"));
        return letter.has("party") ? subject + " (" + letter.line("party") + ")" : subject;
    }

    /** What it is called, in both languages; one line, without control characters. */
    static String subject(JsonNode circular) {
        return Arrays.stream(Language.values())
                .map(language -> new CircularMail(new LetterFields(circular, language, ZoneOffset.UTC)).subject())
                .collect(Collectors.joining(" / "));
    }

    /** In the state's own words, so in each language that it chose. */
    private void statement(Page page) {
        JsonNode statement = letter.letter().path("statement");
        for (Language language : Language.values()) {
            String words = Legible.paragraphs(statement.path(language.code()).asString(""));
            if (!words.isBlank()) {
                page.paragraph(letter.say("mail.statement", "language", letter.say("language." + language.code())));
                page.quotation(words);
            }
        }
    }

    private void bodies(Page page) {
        if (letter.isEmpty("authorizedBodies")) {
            return;
        }
        page.paragraph(letter.say("mail.bodies"));
        for (JsonNode body : letter.letter().path("authorizedBodies")) {
            List<String> parts = new ArrayList<>();
            JsonNode name = body.path("name");
            parts.add(LetterFields.line(
                    name,
                    name.hasNonNull(letter.language().code())
                            ? letter.language().code()
                            : "ru"));
            for (String member : List.of("address", "email", "phone")) {
                if (body.hasNonNull(member)) {
                    parts.add(LetterFields.line(body, member));
                }
            }
            page.item("– ", String.join(", ", parts));
        }
    }
}
