package io.depository.correspondence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The table of a circular that shows where every state stands, in the words of one language. */
record StandingWords(JsonNode table, Language language) {

    /** The table of the letter; a letter written before there were any has an empty one. */
    static StandingWords of(LetterFields letter) {
        return new StandingWords(letter.letter().path("standing"), letter.language());
    }

    boolean isEmpty() {
        return table.path("states").isEmpty();
    }

    String title() {
        return language.say("standing.title", "date", language.day(date(table, "asOf")));
    }

    List<String> header() {
        return List.of(
                language.say("standing.state"),
                language.say("standing.standing"),
                language.say("standing.since"),
                language.say("standing.instrument"));
    }

    /** For each state the cells below the header. */
    List<List<String>> rows() {
        return table.path("states").valueStream().map(this::row).toList();
    }

    private List<String> row(JsonNode state) {
        return List.of(
                LetterFields.bilingual(state, "name", language) + (state.has("doubt") ? " *" : ""),
                standing(state),
                state.has("since") ? language.say("standing.from", "date", language.day(date(state, "since"))) : "",
                instrument(state));
    }

    private String standing(JsonNode state) {
        String standing = LetterFields.named(state, "standing", "standing", language);
        return state.has("until")
                ? standing + ", " + language.say("standing.until", "date", language.day(date(state, "until")))
                : standing;
    }

    private String instrument(JsonNode state) {
        JsonNode consent = state.path("consent");
        if (consent.isMissingNode()) {
            return "";
        }
        StringBuilder words = new StringBuilder(language.say(
                "standing.consent",
                "noun",
                LetterFields.named(consent, "noun", "act", language),
                "reference",
                LetterFields.line(consent, "reference"),
                "date",
                language.day(date(consent, "receivedOn")),
                "entry",
                LetterFields.line(consent, "entry")));
        for (String remark : List.of("counted", "reservation")) {
            if (consent.path(remark).asBoolean(false)) {
                words.append("; ").append(language.say("standing." + remark));
            }
        }
        return words.toString();
    }

    /** What belongs below the table: the count, the day of entry into force, doubts, and what it rests on. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        long counted = table.path("states")
                .valueStream()
                .filter(state -> state.path("consent").path("counted").asBoolean(false))
                .count();
        notes.add(language.say(
                "standing.count", "counted", Long.toString(counted), "needed", LetterFields.line(table, "needed")));
        if (table.has("entryIntoForce")) {
            LocalDate force = date(table, "entryIntoForce");
            boolean ahead = force.isAfter(date(table, "asOf"));
            notes.add(language.say(
                    ahead ? "standing.will-be-in-force" : "standing.in-force", "date", language.date(force)));
        }
        for (JsonNode state : table.path("states")) {
            if (state.has("doubt")) {
                notes.add("* "
                        + language.say(
                                "standing.doubt",
                                "state",
                                LetterFields.bilingual(state, "name", language),
                                "doubt",
                                LetterFields.bilingual(state, "doubt", language)));
            }
        }
        notes.add(language.say("standing.of", "size", LetterFields.line(table, "treeSize")));
        return notes;
    }

    static LocalDate date(JsonNode node, String member) {
        return LocalDate.parse(LetterFields.line(node, member));
    }
}
