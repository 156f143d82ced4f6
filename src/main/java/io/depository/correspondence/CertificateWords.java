package io.depository.correspondence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The certifying statement with which an agreement that has entered into force is registered with the Secretariat of the
 * United Nations (Charter, Article 102; Vienna Convention, Article 80), prepared from a circular in the words of one
 * language. It has what article 5 of the General Assembly's Regulations asks for, as far as the register knows it; lines
 * are left for the rest and for the signature.
 */
record CertificateWords(LetterFields letter, Names names, String institution) {

    private static final Set<String> BOUND = Set.of("party", "withdrawing");

    /** Whether the circular tells of a general entry into force, and shows the parties. */
    static boolean isDue(JsonNode letter) {
        return "entered-into-force".equals(LetterFields.line(letter, "kind")) && letter.has("standing");
    }

    String heading() {
        return letter.say("certificate.heading");
    }

    /** What is certified, and that it is a draft. */
    List<String> paragraphs() {
        return List.of(letter.say("certificate.draft"), letter.say("certificate.text"));
    }

    /** Label and value in turn, each a row; a value may be left to be written by hand. */
    List<List<String>> particulars() {
        String agreement = letter.line("agreement");
        Names.Particulars particulars = names.particulars(agreement);
        Language language = letter.language();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("title", language.of(names.agreementTitle(agreement))));
        rows.add(row(
                "concluded",
                letter.say(
                        "certificate.concluded.value",
                        "place",
                        language.place(particulars.place()),
                        "date",
                        language.day(particulars.signedOn()))));
        rows.add(row("language", ""));
        rows.add(row("depositary", institution));
        JsonNode force = effect();
        rows.add(row("force", language.day(StandingWords.date(force, "on"))));
        rows.add(row("manner", letter.bilingual(force, "because")));
        rows.add(row("reservations", reservations()));
        return rows;
    }

    private List<String> row(String label, String value) {
        return List.of(letter.say("certificate." + label), value);
    }

    /** The parties: name, instrument with its day, and since when the agreement is in force for it. */
    List<List<String>> parties() {
        Language language = letter.language();
        return states().filter(state -> BOUND.contains(LetterFields.line(state, "standing")) && state.has("consent"))
                .map(state -> {
                    JsonNode consent = state.path("consent");
                    return List.of(
                            LetterFields.bilingual(state, "name", language),
                            letter.say(
                                    "certificate.received",
                                    "noun",
                                    LetterFields.named(consent, "noun", "act", language),
                                    "date",
                                    language.day(StandingWords.date(consent, "receivedOn"))),
                            consent.has("inForceOn") ? language.day(StandingWords.date(consent, "inForceOn")) : "");
                })
                .toList();
    }

    String partiesTitle() {
        LocalDate asOf = StandingWords.date(letter.letter().path("standing"), "asOf");
        return letter.say("certificate.parties", "date", letter.language().day(asOf));
    }

    List<String> partiesHeader() {
        return Stream.of("party", "instrument", "inForce")
                .map(column -> letter.say("certificate." + column))
                .toList();
    }

    /** What is written by hand below. */
    List<String> signature() {
        return Stream.of("place", "officer", "signature")
                .map(line -> letter.say("certificate." + line))
                .toList();
    }

    private String reservations() {
        String with = states().filter(
                        state -> state.path("consent").path("reservation").asBoolean(false))
                .map(state -> LetterFields.bilingual(state, "name", letter.language()))
                .collect(Collectors.joining("; "));
        return with.isEmpty() ? letter.say("certificate.none") : with;
    }

    private JsonNode effect() {
        return letter.letter()
                .path("effects")
                .valueStream()
                .filter(effect -> "entry-into-force".equals(LetterFields.line(effect, "effect")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Circular " + letter.line("number") + " names no day of entry into force"));
    }

    private Stream<JsonNode> states() {
        return letter.letter().path("standing").path("states").valueStream();
    }
}
