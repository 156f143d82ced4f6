package io.depository.correspondence;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** An acknowledgement as a page in one language. */
final class AcknowledgementMail {

    static final String FILE = "acknowledgement.json";

    private final LetterFields letter;

    AcknowledgementMail(LetterFields letter) {
        this.letter = letter;
    }

    /** Writes the page; returns the subject. */
    String write(Page page) {
        String outcome = letter.line("outcome");
        page.paragraph(letter.say("mail.other-language"));
        page.heading(letter.say("ack.heading"));
        page.paragraph(letter.say("ack.outcome." + outcome, "entry", Long.toString(letter.number("entry"))));
        explain(page, outcome);
        page.gap();
        facts(page);
        findings(page, "errors");
        findings(page, "warnings");
        effects(page);
        letter.proof(page, FILE);
        page.paragraph(letter.say("mail.attached", "file", FILE));
        return subject(outcome);
    }

    private String subject(String outcome) {
        String result = letter.say("ack.subject." + outcome);
        return letter.has("reference")
                ? letter.say("mail.subject.acknowledgement", "outcome", result, "reference", letter.line("reference"))
                : letter.say("mail.subject.acknowledgement.bare", "outcome", result);
    }

    private void explain(Page page, String outcome) {
        switch (outcome) {
            case "returned" ->
                page.paragraph(letter.say("ack.returned.meaning")).paragraph(letter.say("ack.returned.advice"));
            case "under-review" -> {
                page.paragraph(letter.say("ack.review.meaning"));
                String review = letter.bilingual(letter.letter(), "review");
                if (!review.isBlank()) {
                    page.paragraph(letter.say("ack.review", "review", review));
                }
            }
            default -> {
                // What registration means stands in the effects.
            }
        }
    }

    private void facts(Page page) {
        if (letter.has("reference")) {
            page.field(letter.say("ack.reference"), letter.say("ack.number", "reference", letter.line("reference")));
        }
        for (String member : List.of("party", "agreement")) {
            if (letter.has(member)) {
                page.field(letter.say("ack." + member), letter.line(member));
            }
        }
        if (letter.has("act")) {
            page.field(letter.say("ack.act"), letter.named("noun", "act"));
        }
        page.field(
                letter.say("ack.received"),
                letter.say(
                        "ack.received.value",
                        "date",
                        letter.dayOf("receivedAt"),
                        "time",
                        letter.timeOf("receivedAt"),
                        "channel",
                        letter.named("channel", "channel")));
        page.field(letter.say("ack.receivedOn"), letter.date("receivedOn"));
        for (String member : List.of("id", "sha256", "notificationSha256")) {
            if (letter.has(member)) {
                page.field(letter.say("ack." + member), letter.line(member));
            }
        }
    }

    private void findings(Page page, String member) {
        if (letter.isEmpty(member)) {
            return;
        }
        JsonNode findings = letter.letter().path(member);
        page.paragraph(letter.language().count("ack." + member, findings.size()));
        int number = 1;
        for (JsonNode finding : findings) {
            String code = LetterFields.line(finding, "code");
            String message = letter.bilingual(finding, "message");
            page.item(
                    number++ + ". ",
                    finding.hasNonNull("at")
                            ? letter.say(
                                    "ack.finding.at",
                                    "code",
                                    code,
                                    "at",
                                    where(LetterFields.line(finding, "at")),
                                    "message",
                                    message)
                            : letter.say("ack.finding", "code", code, "message", message));
        }
    }

    /** The whole document has an empty JSON Pointer (RFC 6901), which would not be seen. */
    private static String where(String pointer) {
        return pointer.isEmpty() ? "\"\"" : pointer;
    }

    private void effects(Page page) {
        List<String> effects = letter.effects();
        if (!effects.isEmpty()) {
            page.paragraph(letter.say("ack.effects"));
            effects.forEach(effect -> page.item("– ", effect));
        }
    }
}
