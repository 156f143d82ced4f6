package io.depository.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who signed, and since when, however the depository came to know it. */
class SignaturesTest {

    private static final LocalDate MON_2026_01_05 = LocalDate.of(2026, 1, 5);
    private static final LocalDate TUE_2026_01_20 = LocalDate.of(2026, 1, 20);
    private static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);
    private static final PartyCode AM = new PartyCode("AM");
    private static final PartyCode GE = new PartyCode("GE");
    private static final PartyCode KZ = new PartyCode("KZ");
    private static final PartyCode RU = new PartyCode("RU");

    private static final String CLAUSES = """
            openTo: all
            states:
              - {party: AM, signature: signed, signedOn: "2026-01-20"}
              - {party: KZ, signature: not-signed}
              - {party: RU, signature: doubtful, doubt: {ru: Неясно, en: Unclear}}
            clauses:
              counting: day-n-after
              entryIntoForce: {article: "11", needed: 2, counts: [ratification], period: P0D, laterPeriod: P0D}
            """;
    private static final Agreement CLOSED = WrittenTreaty.of(CLAUSES);
    private static final Agreement OPEN = WrittenTreaty.of(CLAUSES + "  signature: {article: \"9\"}\n");

    @Test
    void areAsOldAsTheFileSaysOrTheAgreement() {
        Signatures signatures =
                told(CLOSED, "KZ signature 2026-03-02", "GE signature 2026-03-02", "RU signature 2026-03-02");

        assertThat(signatures.dayOf(AM)).isEqualTo(TUE_2026_01_20);
        assertThat(signatures.dayOf(KZ)).isEqualTo(MON_2026_01_05);
        assertThat(signatures.dayOf(GE)).isEqualTo(MON_2026_01_05);
        assertThat(signatures.dayOf(RU)).isEqualTo(MON_2026_01_05);
        assertThat(signatures.isDoubtful(RU)).isFalse();
        assertThat(signatures.byNotification()).isEmpty();
    }

    @Test
    void areReceivedOnceWhereTheAgreementIsOpen() {
        Signatures signatures = told(OPEN);
        signatures.tell(WrittenTreaty.considered("KZ signature 2026-03-02"));
        signatures.tell(WrittenTreaty.considered("KZ signature 2026-03-03"));
        signatures.tell(WrittenTreaty.considered("AM signature 2026-03-03"));

        assertThat(signatures.dayOf(KZ)).isEqualTo(MON_2026_03_02);
        assertThat(signatures.dayOf(AM)).isEqualTo(TUE_2026_01_20);
        assertThat(signatures.byNotification()).containsExactly(KZ);
        assertThat(signatures.known()).containsExactlyInAnyOrder(AM, KZ);
    }

    @Test
    void ofACopyAreTheSameAndGrowOnTheirOwn() {
        Signatures signatures = told(OPEN);
        signatures.tell(WrittenTreaty.considered("KZ signature 2026-03-02"));
        Signatures copy = signatures.copy();
        copy.tell(WrittenTreaty.considered("GE signature 2026-03-03"));

        assertThat(copy.byNotification()).containsExactlyInAnyOrder(KZ, GE);
        assertThat(copy.dayOf(AM)).isEqualTo(TUE_2026_01_20);
        assertThat(signatures.byNotification()).containsExactly(KZ);
    }

    /** What staff settle is so whatever a note says, in a copy too. */
    @Test
    void areNotThereWhereStaffSettledThatTheStateDidNotSign() {
        LegalFact note = WrittenTreaty.considered("RU signature 2026-03-02");
        RecordedDates settled =
                new RecordedDates(List.of(new SettledSignature(7, RU, false, new Bilingual("нет", "no"), "registrar")));
        Signatures signatures = new Signatures(OPEN, List.of(note), settled);
        Signatures copy = signatures.copy();
        signatures.settle(note);
        copy.settle(note);

        assertThat(signatures.isSignatory(RU)).isFalse();
        assertThat(signatures.isDoubtful(RU)).isFalse();
        assertThat(copy.isSignatory(RU)).isFalse();
        assertThat(copy.isDoubtful(RU)).isFalse();

        Signatures unsettled = told(OPEN);
        assertThat(unsettled.isDoubtful(RU)).isTrue();
        unsettled.settle(note);
        assertThat(unsettled.dayOf(RU)).isEqualTo(MON_2026_01_05);
    }

    private static Signatures told(Agreement agreement, String... lines) {
        return new Signatures(
                agreement, WrittenTreaty.position(agreement, lines).facts(), new RecordedDates(List.of()));
    }
}
