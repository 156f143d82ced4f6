package io.depository.treaty;

import static io.depository.treaty.Days.*;
import static io.depository.treaty.Seed.accessionBy;
import static io.depository.treaty.Seed.actBy;
import static io.depository.treaty.Seed.completionBy;
import static io.depository.treaty.Seed.position;
import static io.depository.treaty.Seed.revocationBy;
import static io.depository.treaty.Seed.signatureSettledOf;
import static io.depository.treaty.Seed.withdrawalBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {

    /**
     * One state in each standing on Thursday 1 July 2027. AM left and is former, BY is leaving, KG is a party, KZ has just
     * consented; TJ has signed; MD has not; UA has just acceded; RU's signature is in doubt; DE is not named.
     */
    private static final LegalPosition LATER = position(
            completionBy("AM").on(MON_2026_02_02).reference("AM-1"),
            completionBy("BY").on(TUE_2026_03_03).reference("BY-1"),
            completionBy("KG").on(THU_2026_03_05).reference("KG-1"),
            withdrawalBy("AM").on(MON_2026_08_31).reference("AM-W"),
            withdrawalBy("BY").on(WED_2027_06_30).reference("BY-W"),
            completionBy("KZ").on(WED_2027_06_30).reference("KZ-1"),
            accessionBy("UA").on(WED_2027_06_30).reference("UA-1"));

    @ParameterizedTest
    @CsvSource({
        "completion-of-procedures, TJ, ''",
        "completion-of-procedures, MD, OUT_OF_ORDER",
        "completion-of-procedures, UA, OUT_OF_ORDER ALREADY_DONE",
        "completion-of-procedures, KZ, ALREADY_DONE",
        "completion-of-procedures, KG, ALREADY_DONE",
        "completion-of-procedures, BY, ALREADY_DONE",
        "completion-of-procedures, AM, OUT_OF_ORDER",
        "completion-of-procedures, RU, ''",
        "completion-of-procedures, DE, NOT_ENTITLED",
        "accession, TJ, ACT_NOT_ALLOWED",
        "accession, MD, ''",
        "accession, UA, ALREADY_DONE",
        "accession, KZ, ACT_NOT_ALLOWED ALREADY_DONE",
        "accession, KG, ACT_NOT_ALLOWED ALREADY_DONE",
        "accession, AM, ''",
        "accession, RU, ''",
        "accession, DE, NOT_ENTITLED",
        "withdrawal, TJ, OUT_OF_ORDER",
        "withdrawal, MD, OUT_OF_ORDER",
        "withdrawal, UA, OUT_OF_ORDER",
        "withdrawal, KZ, OUT_OF_ORDER",
        "withdrawal, KG, ''",
        "withdrawal, BY, ALREADY_DONE",
        "withdrawal, AM, ALREADY_DONE",
        "withdrawal, DE, NOT_ENTITLED",
        "authorized-bodies, TJ, ''",
        "authorized-bodies, MD, ''",
        "authorized-bodies, KZ, ''",
        "authorized-bodies, KG, ''",
        "authorized-bodies, BY, ''",
        "authorized-bodies, AM, OUT_OF_ORDER",
        "authorized-bodies, DE, NOT_ENTITLED",
        "declaration, MD, ''",
        "declaration, KG, ''",
        "declaration, AM, OUT_OF_ORDER",
        "declaration, DE, NOT_ENTITLED",
        "objection, KG, ''",
        "objection, AM, OUT_OF_ORDER",
        "reservation, TJ, ACT_NOT_ALLOWED",
        "reservation, KG, ACT_NOT_ALLOWED",
        "succession, KG, OUT_OF_ORDER",
        "succession, DE, NOT_ENTITLED",
        "signature, TJ, ACT_NOT_ALLOWED",
        "signature, MD, ACT_NOT_ALLOWED",
        "signature, RU, ACT_NOT_ALLOWED",
        "ratification, KG, ACT_NOT_ALLOWED",
        "acceptance, TJ, ACT_NOT_ALLOWED",
        "approval, MD, ACT_NOT_ALLOWED",
        "provisional-application, TJ, ACT_NOT_ALLOWED",
        "ratification, DE, NOT_ENTITLED ACT_NOT_ALLOWED"
    })
    void actByStanding(String act, String party, String kinds) {
        LegalFact fact = actBy(party, Act.find(act).orElseThrow())
                .on(THU_2027_07_01)
                .reference("new")
                .considered();

        assertThat(kindsOf(Law.refusals(LATER, fact))).isEqualTo(kinds);
    }

    static Stream<LegalFact> everyRefusal() {
        return Stream.of(Act.values())
                .flatMap(act -> Stream.of("AM", "BY", "KG", "KZ", "TJ", "MD", "UA", "RU", "DE")
                        .map(party -> actBy(party, act)
                                .on(THU_2027_07_01)
                                .reference("new")
                                .considered()));
    }

    @ParameterizedTest
    @MethodSource("everyRefusal")
    void saysInBothLanguagesWhatToDo(LegalFact fact) {
        for (Refusal refusal : Law.refusals(LATER, fact)) {
            assertThat(refusal.reason().ru()).matches("(?s).*[а-я].*\\.").doesNotContain("null");
            assertThat(refusal.reason().en()).matches("[\\x20-\\x7e]+\\.").doesNotContain("null");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "KZ, KZ-1, ''", // its consent does not bind it before 30 July 2027
        "UA, UA-1, ''",
        "KG, KG-1, TOO_LATE_TO_REVOKE",
        "BY, BY-1, TOO_LATE_TO_REVOKE",
        "BY, BY-W, ''",
        "AM, AM-W, TOO_LATE_TO_REVOKE",
        "AM, AM-1, TOO_LATE_TO_REVOKE",
        "KG, KG-7, NOTHING_TO_REVOKE",
        "TJ, TJ-1, NOTHING_TO_REVOKE",
        "DE, DE-1, NOT_ENTITLED"
    })
    void revocationByWhatItRefersTo(String party, String reference, String kinds) {
        LegalFact fact = revocationBy(party, reference).on(THU_2027_07_01).considered();

        assertThat(kindsOf(Law.refusals(LATER, fact))).isEqualTo(kinds);
    }

    @Test
    void refusesToRevokeTwice() {
        LegalPosition revoked = position(
                completionBy("AM").on(MON_2026_02_02).reference("AM-1"),
                revocationBy("AM", "AM-1").on(TUE_2026_02_03));

        assertThat(kindsOf(Law.refusals(
                        revoked, revocationBy("AM", "AM-1").on(WED_2026_02_04).considered())))
                .isEqualTo("NOTHING_TO_REVOKE");
    }

    @Test
    void refusesARevocationOfNothingInParticular() {
        assertThat(kindsOf(Law.refusals(
                        LATER, actBy("KG", Act.REVOCATION).on(THU_2027_07_01).considered())))
                .isEqualTo("NOTHING_TO_REVOKE");
    }

    @Test
    void letsAnObjectionBeRevokedAtAnyTime() {
        LegalFact objection =
                actBy("KG", Act.OBJECTION).on(THU_2027_07_01).reference("KG-O").asEntry(8);
        LegalFact revocation = revocationBy("KG", "KG-O").on(SAT_2027_07_31).considered();

        assertThat(Law.refusals(LATER, revocation, objection)).isEmpty();
        assertThat(kindsOf(Law.refusals(LATER, revocation))).isEqualTo("NOTHING_TO_REVOKE");
    }

    @Test
    void refusesAnObjectionToOnesOwnNote() {
        LegalFact own = actBy("KG", Act.OBJECTION)
                .about("KG", "KG-1")
                .on(THU_2027_07_01)
                .considered();
        LegalFact others = actBy("KG", Act.OBJECTION)
                .about("BY", "BY-1")
                .on(THU_2027_07_01)
                .considered();

        assertThat(kindsOf(Law.refusals(LATER, own))).isEqualTo("ACT_NOT_ALLOWED");
        assertThat(Law.refusals(LATER, others)).isEmpty();
    }

    @Test
    void refusesAccessionOfAStateWhoseSignatureIsSettled() {
        LegalPosition settled = position(signatureSettledOf("RU").on(FRI_2026_03_06));

        assertThat(kindsOf(Law.refusals(
                        settled, accessionBy("RU").on(THU_2026_03_05).considered())))
                .isEqualTo("ACT_NOT_ALLOWED");
        assertThat(Law.refusals(settled, completionBy("RU").on(THU_2026_03_05).considered()))
                .isEmpty();
    }

    /** A note is judged by what had been received before it, not by what was decided before it. */
    @Test
    void judgesByTheOrderOfReceipt() {
        LegalFact earlier =
                completionBy("KZ").on(MON_2026_03_02).reference("KZ-0").considered();

        assertThat(Law.refusals(LATER, earlier)).isEmpty();
    }

    @Test
    void refusesWhatTheAgreementIsSilentOn() {
        LegalPosition silent = LegalPosition.of(
                OtherClauses.onlyEntryIntoForce(Seed.AGREEMENT, Set.of(Act.RATIFICATION), false), List.of());

        for (Act act : List.of(Act.ACCESSION, Act.AUTHORIZED_BODIES, Act.COMPLETION_OF_PROCEDURES, Act.APPROVAL)) {
            assertThat(kindsOf(Law.refusals(
                            silent, actBy("KG", act).on(THU_2026_03_05).considered())))
                    .as(act.wireName())
                    .isEqualTo("ACT_NOT_ALLOWED");
        }
        assertThat(Law.refusals(
                        silent, actBy("KG", Act.RATIFICATION).on(THU_2026_03_05).considered()))
                .isEmpty();
    }

    private static String kindsOf(List<Refusal> refusals) {
        return refusals.stream().map(refusal -> refusal.kind().name()).collect(Collectors.joining(" "));
    }
}
