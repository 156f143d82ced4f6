package io.depository.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may sign, consent, accede, apply provisionally or succeed, and when; each refusal with the words that help. */
class JoiningTest {

    private static final String STATES = """
            states: [AM, BY, KG, KZ, RU, TJ, UZ]
            openTo: [GE]
            signatories: [AM, BY, RU, TJ]
            """;
    private static final String FORCE =
            "  entryIntoForce: {article: \"11\", needed: 2, counts: [ratification], period: P0D, laterPeriod: P0D}\n";

    private static final Agreement FULL = WrittenTreaty.of(STATES + """
            clauses:
              counting: day-n-after
              signature: {article: "9", openTo: [AM, BY, KG, RU, TJ], until: "2026-03-31"}
              consent: {article: "10", acts: [ratification]}
              accession: {article: "12", openTo: [AM, KZ, RU, TJ], onceInForce: true, period: P0D}
              provisionalApplication: {article: "13", period: P0D, untilAfter: P60D}
              succession: {article: "14", openTo: [UZ]}
            """ + FORCE);

    private static final Agreement BARE = WrittenTreaty.of(STATES + """
            clauses:
              counting: day-n-after
              consent: {article: "10", acts: [ratification]}
            """ + FORCE);

    private static final Agreement BY_NAME = WrittenTreaty.of(STATES + """
            clauses:
              counting: day-n-after
              consent: {article: "10", acts: [completion-of-procedures], openTo: [AM, BY]}
              accession: {article: "12", signatoriesToo: true, period: P0D}
              entryIntoForce: {article: "11", needed: 2, counts: [completion-of-procedures], period: P0D, laterPeriod: P0D}
            """);

    private static final Agreement PROCEDURES = WrittenTreaty.of(STATES + """
            clauses:
              counting: day-n-after
              consent: {article: "10", acts: [completion-of-procedures]}
              accession: {article: "12", period: P0D}
              entryIntoForce: {article: "11", needed: 2, counts: [completion-of-procedures], period: P0D, laterPeriod: P0D}
            """);

    /** Where every signature binds. */
    private static final Agreement SIGNED = WrittenTreaty.of("""
            states: [AM, BY, KG]
            clauses:
              counting: day-n-after
              signature: {article: "9", openTo: [AM, BY], until: "2026-03-31"}
              consent: {article: "9", acts: [signature]}
              entryIntoForce: {article: "11", needed: 2, counts: [signature], period: P0D, laterPeriod: P0D}
            """);

    /** In force on Tuesday 10 March 2026 by BY and RU; RU's notice of Wednesday 11 March takes effect a year later. */
    private static final String[] ACTS = {
        "AM provisional-application 2026-03-01",
        "KG provisional-application 2026-03-01",
        "KG revocation 2026-03-05 2",
        "BY ratification 2026-03-02",
        "RU ratification 2026-03-10",
        "RU withdrawal 2026-03-11"
    };

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            KG signature 2026-03-31 | |
            KG signature 2026-04-01 | ACT_NOT_ALLOWED | The agreement was open for signature until Tuesday 31 March 2026 (Article 9).
            KZ signature 2026-03-31 | ACT_NOT_ALLOWED | The agreement is not open for signature by KZ (Article 9).
            AM signature 2026-03-31 | ALREADY_DONE | The state AM has signed the agreement already (Article 9).
            AM ratification 2026-03-31 | |
            KG ratification 2026-03-31 | OUT_OF_ORDER | The state KG did not sign the agreement, and Article 10 is for signatories. Please send a document of accession (Article 12).
            BY ratification 2026-03-31 | ALREADY_DONE |
            RU ratification 2027-03-11 | OUT_OF_ORDER | The state RU has withdrawn from the agreement, and Article 10 is for signatories. Please send a document of accession (Article 12).
            RU accession 2027-03-11 | |
            UZ accession 2026-03-10 | ACT_NOT_ALLOWED | Accession (Article 12) is not open to the state UZ.
            KZ accession 2026-03-09 | OUT_OF_ORDER | Accession (Article 12) is open once the agreement is in force. Please send the document then.
            KZ accession 2026-03-10 | |
            TJ accession 2026-03-10 | ACT_NOT_ALLOWED | Accession (Article 12) is for states that did not sign, and TJ signed. Please consent as a signatory does (Article 10).
            TJ provisional-application 2026-03-02 | |
            AM provisional-application 2026-03-02 | ALREADY_DONE | The state AM applies the agreement provisionally already (Article 13).
            KG provisional-application 2026-03-06 | |
            BY provisional-application 2026-03-09 | |
            BY provisional-application 2026-03-10 | OUT_OF_ORDER | The agreement is in force for BY: there is nothing to apply provisionally (Article 13).
            RU provisional-application 2026-03-12 | OUT_OF_ORDER | The agreement is in force for RU: there is nothing to apply provisionally (Article 13).
            UZ succession 2026-03-12 | |
            KZ succession 2026-03-12 | ACT_NOT_ALLOWED | Succession (Article 14) is not open to the state KZ.
            """)
    void bySignatureConsentAccessionAndSuccession(String act, @Nullable String kinds, @Nullable String en) {
        LegalPosition position = WrittenTreaty.position(FULL, ACTS);

        assertRefused(position, act, kinds, en);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            KG ratification 2026-03-02 | OUT_OF_ORDER | The state KG did not sign the agreement, and Article 10 is for signatories.
            KZ succession 2026-03-02 | OUT_OF_ORDER | The agreement itself names the state KZ, which therefore succeeds to nobody (Vienna Convention on Succession of States in respect of Treaties, Article 2). Please consent: by completion of procedures or by accession.
            GE succession 2026-03-02 | ACT_NOT_ALLOWED | The agreement provides for no succession by GE. Please ask the depository.
            """)
    void whereTheAgreementIsSilent(String act, @Nullable String kinds, @Nullable String en) {
        assertRefused(WrittenTreaty.position(BARE), act, kinds, en);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AM completion-of-procedures 2026-03-02 | |
            RU completion-of-procedures 2026-03-02 | ACT_NOT_ALLOWED | Such a consent (completion-of-procedures) is not open to the state RU (Article 10).
            RU accession 2026-03-02 | |
            """)
    void whereTheAgreementNamesWhoConsents(String act, @Nullable String kinds, @Nullable String en) {
        assertRefused(WrittenTreaty.position(BY_NAME), act, kinds, en);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RU accession 2026-03-02 | ACT_NOT_ALLOWED | Accession (Article 12) is for states that did not sign, and RU signed. Please notify the completion of procedures (Article 10).
            KZ accession 2026-03-02 | |
            """)
    void whereProceduresAreCompleted(String act, @Nullable String kinds, @Nullable String en) {
        assertRefused(WrittenTreaty.position(PROCEDURES), act, kinds, en);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AM 2026-03-31 | 2026-03-31
            AM 2026-04-01 |
            KG 2026-03-31 |
            """)
    void bindsByASignatureThatIsOpen(String signature, @Nullable String bound) {
        String[] words = signature.split(" ");
        LegalPosition position =
                WrittenTreaty.position(SIGNED, "BY signature 2026-03-02", words[0] + " signature " + words[1]);

        assertThat(boundBy(position, signature)).isEqualTo(Optional.ofNullable(bound));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            KG ratification 2026-03-31 | Государство KG не подписало соглашение, а статья 10 рассчитана на подписавшие государства. Направьте документ о присоединении (статья 12).
            RU ratification 2027-03-11 | Государство RU вышло из соглашения, а статья 10 рассчитана на подписавшие государства. Направьте документ о присоединении (статья 12).
            TJ accession 2026-03-10 | Присоединение (статья 12) открыто для неподписавших государств, а государство TJ подписало соглашение. Выразите согласие как подписавшее государство (статья 10).
            """)
    void saysInRussianToo(String act, String ru) {
        assertThat(Law.refusals(WrittenTreaty.position(FULL, ACTS), WrittenTreaty.considered(act)))
                .first()
                .extracting(refusal -> refusal.reason().ru())
                .isEqualTo(ru);
    }

    /** What is registered all the same, as a late decision can bring about, has no effect where it was not open. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            KG ratification 2026-03-12 |            | did not sign
            TJ ratification 2026-03-12 | 2026-03-12 | signed
            KZ accession 2026-03-09    |            | a day before the agreement is in force
            KZ accession 2026-03-10    | 2026-03-10 | on the day
            UZ accession 2026-03-10    |            | not open to it
            TJ accession 2026-03-10    |            | a signatory
            RU accession 2027-03-10    | 2026-03-10 | a signatory that has not left yet
            RU accession 2027-03-11    | 2027-03-11 | a signatory that has left
            RU ratification 2027-03-11 | 2026-03-10 | which can only accede
            UZ succession 2026-03-12   | 2026-03-12 | open to it
            KZ succession 2026-03-12   |            | not open to it
            """)
    void bindsNobodyToWhomItIsNotOpen(String act, @Nullable String bound, String why) {
        String[] acts = Arrays.copyOf(ACTS, ACTS.length + 1);
        acts[ACTS.length] = act;

        assertThat(boundBy(WrittenTreaty.position(FULL, acts), act)).as(why).isEqualTo(Optional.ofNullable(bound));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RU accession 2026-03-12                |
            KZ accession 2026-03-12                | 2026-03-12
            KZ succession 2026-03-12               |
            """)
    void bindsByAccessionWhoDidNotSign(String act, @Nullable String bound) {
        LegalPosition position = WrittenTreaty.position(
                PROCEDURES, "AM completion-of-procedures 2026-03-01", "BY completion-of-procedures 2026-03-01", act);

        assertThat(boundBy(position, act)).isEqualTo(Optional.ofNullable(bound));
    }

    @Test
    void bindsASignatoryByAccessionWhereTheAgreementSaysSo() {
        LegalPosition position = WrittenTreaty.position(
                BY_NAME,
                "AM completion-of-procedures 2026-03-01",
                "BY completion-of-procedures 2026-03-01",
                "RU accession 2026-03-12",
                "TJ completion-of-procedures 2026-03-12");

        assertThat(boundBy(position, "RU")).contains("2026-03-12");
        assertThat(boundBy(position, "TJ")).isEmpty();
    }

    @Test
    void bindsNobodyByAccessionWhereThereIsNone() {
        LegalPosition position = WrittenTreaty.position(
                BARE, "AM ratification 2026-03-01", "BY ratification 2026-03-01", "KZ accession 2026-03-12");

        assertThat(boundBy(position, "KZ")).isEmpty();
    }

    /** The day of the state that the line names. */
    private static Optional<String> boundBy(LegalPosition position, String line) {
        return position.boundSince(new PartyCode(line.substring(0, 2))).map(LocalDate::toString);
    }

    private static void assertRefused(LegalPosition position, String act, @Nullable String kinds, @Nullable String en) {
        List<Refusal> refusals = Law.refusals(position, WrittenTreaty.considered(act));

        assertThat(refusals.stream().map(refusal -> refusal.kind().name()).collect(Collectors.joining(" ")))
                .isEqualTo(kinds == null ? "" : kinds);
        if (en != null) {
            assertThat(refusals.get(0).reason().en()).isEqualTo(en);
        }
    }
}
