package io.depository.treaty;

import static io.depository.treaty.Days.MON_2026_03_02;
import static io.depository.treaty.Seed.completionBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How reasons name register entries: all of up to twelve, of more the first six and the last six. */
class EntriesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             0 | this notification
             1 | entry 1
             2 | entries 1, 2
            11 | entries 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
            12 | entries 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
            13 | entries 1, 2, 3, 4, 5, 6, …, 8, 9, 10, 11, 12, 13
            65 | entries 1, 2, 3, 4, 5, 6, …, 60, 61, 62, 63, 64, 65
            """)
    void namesAFewInFull(int registered, String en) {
        List<LegalFact> facts = new ArrayList<>(facts(registered));
        if (registered == 0) {
            facts.add(completionBy("KG").considered());
        }
        assertThat(Entries.bareEn(facts)).isEqualTo(en);
        assertThat(Entries.bareRu(facts))
                .isEqualTo(en.replace("this notification", "это уведомление")
                        .replace("entries", "записи")
                        .replace("entry", "запись"));
    }

    @Test
    void putsLastWhatIsOnlyConsidered() {
        List<LegalFact> facts = new ArrayList<>(facts(2));
        facts.add(completionBy("KG").considered());

        assertThat(Entries.en(facts)).isEqualTo("(entries 1, 2, this notification)");
        assertThat(Entries.ru(facts)).isEqualTo("(записи 1, 2, это уведомление)");
    }

    /** Accessions that do not count: each is named with its reason, twelve at most. */
    @ParameterizedTest
    @CsvSource({"0, 0, false", "1, 1, false", "12, 12, false", "13, 12, true"})
    void namesTheConsentsThatDoNotCount(int accessions, int named, boolean more) {
        TreatyBuilder treaty = TreatyBuilder.ofRatifications(2)
                .accession(new EntryIntoForceRule.Later(LegalPeriod.ofDays(0), LegalClock.RECEIPT))
                .ratified("ZZ 2026-03-02");
        for (int i = 0; i < accessions; i++) {
            treaty.acts(Act.ACCESSION, "A" + (char) ('A' + i) + " 2026-03-02");
        }
        Bilingual said = Entries.uncounted(treaty.position());

        String expected = IntStream.range(0, named)
                .mapToObj(i -> "entry " + (i + 2) + " (A" + (char) ('A' + i) + ", accession does not count)")
                .collect(Collectors.joining(", "));
        assertThat(said.en())
                .isEqualTo(accessions == 0 ? "" : "; not counted: " + expected + (more ? " and others" : ""));
        assertThat(said.ru().endsWith(" и другие")).isEqualTo(more);
    }

    @Test
    void saysThatOnlyTheConsentsOfSomeCount() {
        LegalPosition position = WrittenTreaty.position(
                WrittenTreaty.of("""
                        states: [AM, BY, KG]
                        signatories: states
                        clauses:
                          counting: day-n-after
                          entryIntoForce: {article: "11", needed: 2, from: [AM, BY], counts: [ratification], period: P0D, laterPeriod: P0D}
                        """),
                "KG ratification 2026-03-02",
                "AM ratification 2026-03-03",
                "AM revocation 2026-03-04 2");

        assertThat(Entries.uncounted(position))
                .isEqualTo(new Bilingual(
                        "; не учтены: запись 2 (AM, отозвано), запись 1 (KG, государство не из тех, чьи согласия"
                                + " учитываются)",
                        "; not counted: entry 2 (AM, revoked), entry 1 (KG, not among the states whose consent"
                                + " counts)"));
    }

    private static List<LegalFact> facts(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(entry -> completionBy("KG").on(MON_2026_03_02).asEntry(entry))
                .toList();
    }
}
