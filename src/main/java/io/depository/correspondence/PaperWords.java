package io.depository.correspondence;

import io.depository.treaty.Bilingual;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The words of a circular on paper, as its template names them: everything in Russian ({@code ru}) and English ({@code en}). */
record PaperWords(
        Names names, Bilingual institution, @Nullable URI site, ZoneId zone) {

    /** The heading, and which agreement it is about. */
    private static final int BEFORE_THE_NEWS = 2;

    Map<String, Object> of(JsonNode letter) {
        String agreement = LetterFields.line(letter, "agreement");
        Names.Particulars particulars = names.particulars(agreement);
        LocalDate issued = issuedAt(letter).atZone(zone).toLocalDate();
        String number = LetterFields.line(letter, "number");
        String proof = proof(letter);
        return Map.ofEntries(
                Map.entry("number", number),
                Map.entry("subject", CircularMail.subject(letter)),
                Map.entry("depositary", both(language -> language.say("paper.depositary"))),
                Map.entry("institution", both(language -> language.of(institution))),
                Map.entry("heading", both(language -> language.say("paper.heading"))),
                Map.entry("dated", both(language -> language.day(issued))),
                Map.entry("kind", both(language -> kind(letter, language))),
                Map.entry("title", both(language -> language.of(names.agreementTitle(agreement)))),
                Map.entry(
                        "signed",
                        both(language -> language.say(
                                "paper.signed",
                                "place",
                                language.place(particulars.place()),
                                "date",
                                language.day(particulars.signedOn())))),
                Map.entry("intro", both(language -> language.say("paper.intro"))),
                Map.entry("paragraphs", paragraphs(letter)),
                Map.entry("statements", statements(letter)),
                Map.entry("standing", standing(letter)),
                Map.entry("certificate", CertificateWords.isDue(letter) ? List.of(certificate(letter)) : List.of()),
                Map.entry("register", both(language -> language.say("paper.register"))),
                Map.entry("facts", facts(letter)),
                Map.entry("proof", proof),
                Map.entry("code", QrCode.png(proof)),
                Map.entry("codeIs", both(language -> language.say("paper.code"))),
                Map.entry("attached", both(PaperWords::attached)));
    }

    private static String attached(Language language) {
        return language.say("paper.attached", "file", CircularMail.FILE, "checkpoint", CircularPaper.CHECKPOINT);
    }

    Instant issuedAt(JsonNode letter) {
        return Instant.parse(LetterFields.line(letter, "issuedAt"));
    }

    private static Map<String, String> both(Function<Language, String> words) {
        return pair(words.apply(Language.RUSSIAN), words.apply(Language.ENGLISH));
    }

    private String kind(JsonNode letter, Language language) {
        return new LetterFields(letter, language, zone).named("kind", "kind");
    }

    /** The text line by line, one language beside the other; its heading and the agreement stand above already. */
    private static List<Map<String, List<Line>>> paragraphs(JsonNode letter) {
        List<List<Line>> russian = split(letter, Language.RUSSIAN);
        List<List<Line>> english = split(letter, Language.ENGLISH);
        List<Map<String, List<Line>>> rows = new ArrayList<>();
        for (int i = 0; i < Math.max(russian.size(), english.size()); i++) {
            List<Line> left = i < russian.size() ? russian.get(i) : List.of();
            List<Line> right = i < english.size() ? english.get(i) : List.of();
            if (left.size() == right.size()) {
                for (int j = 0; j < left.size(); j++) {
                    rows.add(Map.of("ru", left.subList(j, j + 1), "en", right.subList(j, j + 1)));
                }
            } else {
                rows.add(Map.of("ru", left, "en", right));
            }
        }
        return rows;
    }

    private static List<List<Line>> split(JsonNode letter, Language language) {
        String text = letter.path("text").path(language.code()).asString("");
        return Stream.of(Legible.xml(text).split("\n\n"))
                .skip(BEFORE_THE_NEWS)
                .map(paragraph -> paragraph.lines().map(Line::of).toList())
                .toList();
    }

    /** A line of a paragraph; an item of a list begins with a dash. */
    record Line(String text, String style) {

        static Line of(String line) {
            return line.startsWith("– ") ? new Line(line, "item") : new Line(line, "line");
        }
    }

    /** The table of states: title, header, rows and notes; none in a letter that has none. */
    private List<Map<String, Object>> standing(JsonNode letter) {
        StandingWords russian = StandingWords.of(new LetterFields(letter, Language.RUSSIAN, zone));
        StandingWords english = StandingWords.of(new LetterFields(letter, Language.ENGLISH, zone));
        return russian.isEmpty()
                ? List.of()
                : List.of(Map.of(
                        "title", pair(russian.title(), english.title()),
                        "header", pairs(russian.header(), english.header()),
                        "rows", rows(russian.rows(), english.rows()),
                        "notes", pairs(russian.notes(), english.notes())));
    }

    private Map<String, Object> certificate(JsonNode letter) {
        CertificateWords russian = certificateIn(letter, Language.RUSSIAN);
        CertificateWords english = certificateIn(letter, Language.ENGLISH);
        return Map.of(
                "heading", pair(russian.heading(), english.heading()),
                "paragraphs", pairs(russian.paragraphs(), english.paragraphs()),
                "particulars", rows(russian.particulars(), english.particulars()),
                "partiesTitle", pair(russian.partiesTitle(), english.partiesTitle()),
                "partiesHeader", pairs(russian.partiesHeader(), english.partiesHeader()),
                "parties", rows(russian.parties(), english.parties()),
                "signature", pairs(russian.signature(), english.signature()));
    }

    private CertificateWords certificateIn(JsonNode letter, Language language) {
        return new CertificateWords(new LetterFields(letter, language, zone), names, language.of(institution));
    }

    private static Map<String, String> pair(String russian, String english) {
        return Map.of("ru", Legible.xml(russian), "en", Legible.xml(english));
    }

    private static List<Map<String, String>> pairs(List<String> russian, List<String> english) {
        return IntStream.range(0, russian.size())
                .mapToObj(i -> pair(russian.get(i), english.get(i)))
                .toList();
    }

    private static List<List<Map<String, String>>> rows(List<List<String>> russian, List<List<String>> english) {
        return IntStream.range(0, russian.size())
                .mapToObj(i -> pairs(russian.get(i), english.get(i)))
                .toList();
    }

    /** In the state's own words, in each language that it chose. */
    private static List<Map<String, String>> statements(JsonNode letter) {
        List<Map<String, String>> statements = new ArrayList<>();
        for (Language language : Language.values()) {
            String words = letter.path("statement").path(language.code()).asString("");
            if (!words.isBlank()) {
                statements.add(Map.of(
                        "lang", language.code(),
                        "label", statementIn(language),
                        "words", Legible.xml(words)));
            }
        }
        return statements;
    }

    private static String statementIn(Language written) {
        return Language.RUSSIAN.say("paper.statement", "language", Language.RUSSIAN.say("language." + written.code()))
                + " / "
                + Language.ENGLISH.say(
                        "paper.statement", "language", Language.ENGLISH.say("language." + written.code()));
    }

    private static List<Map<String, String>> facts(JsonNode letter) {
        JsonNode receipt = letter.path("receipt");
        return List.of(
                fact("paper.entry", LetterFields.line(letter, "entry")),
                fact("paper.leaf", LetterFields.line(receipt, "leafHash")),
                fact("paper.size", LetterFields.line(receipt, "treeSize")),
                fact("paper.root", LetterFields.line(receipt, "rootHash")),
                fact("paper.id", LetterFields.line(letter, "id")));
    }

    private static Map<String, String> fact(String key, String value) {
        return Map.of("ru", Language.RUSSIAN.say(key), "en", Language.ENGLISH.say(key), "value", Legible.xml(value));
    }

    /** Where the entry is to be found, and what its record hashes to. */
    private String proof(JsonNode letter) {
        String entry = LetterFields.line(letter, "entry");
        String leaf = LetterFields.line(letter.path("receipt"), "leafHash");
        return site == null
                ? "entry " + entry + "; leaf " + leaf
                : site.resolve("/api/register/entries?from=" + entry + "&limit=1") + "#" + leaf;
    }
}
