package io.depository.treaty;

import io.depository.agreements.AgreementFiles;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A treaty as its file says it, signed on Monday 5 January 2026, and what states do under it, one line each. */
final class WrittenTreaty {

    private static final String HEAD = """
            version: "1"
            id: written
            title: {ru: Договор, en: Treaty}
            signed: {place: Minsk, on: "2026-01-05"}
            depository: example
            zone: Europe/Minsk
            """;

    private WrittenTreaty() {}

    static Agreement of(String rest) {
        return new AgreementFiles()
                .load("written.yaml", (HEAD + rest).getBytes(StandardCharsets.UTF_8))
                .agreement();
    }

    /**
     * What the register holds under it.
     *
     * @param lines {@code "AM ratification 2026-03-02"}, and with a revocation the number of the line that it takes back
     */
    static LegalPosition position(Agreement agreement, String... lines) {
        List<LegalFact> facts = new ArrayList<>();
        for (String line : lines) {
            facts.add(fact(line, facts.size() + 1));
        }
        return LegalPosition.of(agreement, facts);
    }

    /** An act that is only considered. */
    static LegalFact considered(String line) {
        return fact(line, LegalFact.UNREGISTERED);
    }

    private static LegalFact fact(String line, long entry) {
        String[] words = line.split(" ");
        LocalDate on = LocalDate.parse(words[2]);
        PartyCode party = new PartyCode(words[0]);
        return new LegalFact(
                entry,
                party,
                Act.find(words[1]).orElseThrow(),
                Long.toString(entry),
                on.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
                on,
                words.length > 3 ? new LegalFact.Target(party, words[3]) : null,
                null,
                null);
    }
}
