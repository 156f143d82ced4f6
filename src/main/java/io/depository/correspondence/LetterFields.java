package io.depository.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The members of a letter's JSON, in the words of one language. */
record LetterFields(JsonNode letter, Language language, ZoneId zone) {

    String say(String key, String... values) {
        return language.say(key, values);
    }

    boolean has(String member) {
        return letter.hasNonNull(member);
    }

    boolean isEmpty(String member) {
        return letter.path(member).isEmpty();
    }

    /** The member as one line that can be shown; empty where it is absent. */
    String line(String member) {
        return line(letter, member);
    }

    static String line(JsonNode node, String member) {
        return Legible.line(node.path(member).asString(""));
    }

    /** The number in that member, written in digits. */
    long number(String member) {
        return letter.path(member).asLong();
    }

    /** The phrase {@code prefix.<value of the member>}, or the value itself where a later version has a new one. */
    String named(String prefix, String member) {
        return named(letter, prefix, member, language);
    }

    static String named(JsonNode node, String prefix, String member, Language language) {
        String value = line(node, member);
        String key = prefix + "." + value;
        return language.has(key) ? language.say(key) : value;
    }

    String date(String member) {
        return language.date(LocalDate.parse(line(member)));
    }

    /** The day of the instant in that member, in the depository's zone. */
    String dayOf(String member) {
        return language.date(instant(member).atZone(zone).toLocalDate());
    }

    String timeOf(String member) {
        return language.time(instant(member), zone);
    }

    private Instant instant(String member) {
        return Instant.parse(line(member));
    }

    /** What the node's bilingual member says in this language. */
    String bilingual(JsonNode node, String member) {
        return bilingual(node, member, language);
    }

    static String bilingual(JsonNode node, String member, Language language) {
        return Legible.paragraphs(node.path(member).path(language.code()).asString(""));
    }

    /** The effects in words; the letter has states by their codes. */
    List<String> effects() {
        List<String> effects = new ArrayList<>();
        for (JsonNode effect : letter.path("effects")) {
            String kind = line(effect, "effect");
            boolean known = language.has("effect." + kind);
            effects.add(known ? inWords(effect, kind).full(language) : bilingual(effect, "because"));
        }
        return effects;
    }

    private EffectText inWords(JsonNode effect, String kind) {
        String party = line(effect, "party");
        return new EffectText(
                kind,
                party.isEmpty() ? say("effect.nobody") : say("ack.state", "code", party),
                day(effect, "on"),
                line(effect, "article"),
                bilingual(effect, "because"),
                day(effect, "alternative"),
                effect.path("late").asBoolean(false));
    }

    private static @Nullable LocalDate day(JsonNode effect, String member) {
        return effect.hasNonNull(member) ? LocalDate.parse(line(effect, member)) : null;
    }

    /** How to check that the letter's entry is in the register. */
    void proof(Page page, String file) {
        JsonNode receipt = letter.path("receipt");
        if (receipt.isMissingNode()) {
            return;
        }
        String entry = Long.toString(number("entry"));
        page.heading(say("mail.proof"));
        page.paragraph(
                language.count("mail.proof.size", receipt.path("treeSize").asLong(), "file", file, "entry", entry));
        page.paragraph(say("mail.proof.how", "entry", entry));
        page.gap().field("leafHash", line(receipt, "leafHash")).field("rootHash", line(receipt, "rootHash"));
    }
}
