package io.depository.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.register.Announced;
import io.depository.register.Announced.Told;
import io.depository.treaty.Act;
import io.depository.treaty.Consequences;
import io.depository.treaty.Effect;
import io.depository.treaty.EffectKind;
import io.depository.treaty.Law;
import io.depository.treaty.LegalFact;
import io.depository.treaty.LegalPosition;
import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How days that were told move, fall and come back, entry by entry. */
class AgendaTest {

    private static final LocalDate MON_2026_11_23 = LocalDate.of(2026, 11, 23);
    private static final LocalDate WED_2026_12_23 = LocalDate.of(2026, 12, 23);
    private static final LocalDate MON_2026_12_21 = LocalDate.of(2026, 12, 21);
    private static final LocalDate SUN_2027_05_23 = LocalDate.of(2027, 5, 23);

    private final List<Announced> register = new ArrayList<>();

    @Test
    void tellsADayOnceHoweverOftenItIsRepeated() {
        enters(MON_2026_11_23, List.of(force(WED_2026_12_23), forParty("KG", null)));
        enters(MON_2026_11_23.plusDays(1), List.of(force(WED_2026_12_23)));
        assertThat(agenda()).containsExactly("entry-into-force-1 2026-12-23 #0 by 0");
    }

    @Test
    void movesADayThatALateDecisionCorrects() {
        enters(MON_2026_11_23, List.of(force(WED_2026_12_23)));
        enters(MON_2026_11_23.plusDays(1), List.of(force(MON_2026_12_21)), force(WED_2026_12_23));
        assertThat(agenda()).containsExactly("entry-into-force-1 2026-12-21 #1 by 1");
    }

    @Test
    void movesADayEvenWhereItHadPassedOnceItIsCorrected() {
        enters(MON_2026_11_23, List.of(force(MON_2026_12_21)));
        enters(SUN_2027_05_23, List.of(force(WED_2026_12_23)), force(MON_2026_12_21));
        assertThat(agenda()).containsExactly("entry-into-force-1 2026-12-23 #1 by 1");
    }

    @Test
    void cancelsWhatTheThresholdCarriedAndBringsItBackUnderItsName() {
        enters(MON_2026_11_23, List.of(force(WED_2026_12_23), forParty("KG", WED_2026_12_23)));
        enters(MON_2026_11_23.plusDays(1), List.of(told(EffectKind.THRESHOLD_LOST, null, MON_2026_11_23.plusDays(1))));
        assertThat(agenda())
                .containsExactly(
                        "entry-into-force-1 2026-12-23 #1 cancelled by 1",
                        "entry-into-force-for-party-kg-1 2026-12-23 #1 cancelled by 1");
        enters(MON_2026_11_23.plusDays(16), List.of(force(LocalDate.of(2027, 1, 8))));
        assertThat(agenda()).contains("entry-into-force-1 2027-01-08 #2 by 2");
    }

    @Test
    void cancelsTheDayOfAWithdrawnConsentAndOfARevokedWithdrawal() {
        enters(
                MON_2026_11_23,
                List.of(
                        forParty("TM", WED_2026_12_23),
                        told(EffectKind.WITHDRAWAL_EFFECTIVE, new PartyCode("BY"), SUN_2027_05_23)));
        enters(
                MON_2026_11_23.plusDays(1),
                List.of(
                        told(EffectKind.CONSENT_WITHDRAWN, new PartyCode("TM"), MON_2026_11_23.plusDays(1)),
                        told(EffectKind.WITHDRAWAL_REVOKED, new PartyCode("BY"), MON_2026_11_23.plusDays(1))));
        assertThat(agenda())
                .containsExactly(
                        "entry-into-force-for-party-tm-1 2026-12-23 #1 cancelled by 1",
                        "withdrawal-effective-by-1 2027-05-23 #1 cancelled by 1");
    }

    /** A term's end falls with the threshold; too few parties left, by the correction of the notice's revocation. */
    @Test
    void tellsTheEndOfTheAgreementUntilItFalls() {
        LocalDate end = SUN_2027_05_23;
        enters(MON_2026_11_23, List.of(force(WED_2026_12_23), told(EffectKind.TERMINATION, null, end)));
        enters(MON_2026_11_23.plusDays(1), List.of(told(EffectKind.THRESHOLD_LOST, null, MON_2026_11_23.plusDays(1))));
        assertThat(agenda()).contains("termination-1 2027-05-23 #1 cancelled by 1");
        enters(
                MON_2026_11_23.plusDays(2),
                List.of(force(WED_2026_12_23), told(EffectKind.TERMINATION, null, end.plusDays(8))));
        assertThat(agenda()).contains("termination-1 2027-05-31 #2 by 2");
        enters(MON_2026_11_23.plusDays(3), List.of(), told(EffectKind.TERMINATION, null, end.plusDays(8)));
        assertThat(agenda())
                .containsExactly("entry-into-force-1 2026-12-23 #2 by 2", "termination-1 2027-05-31 #3 cancelled by 3");
    }

    @Test
    void tellsWhenAStateStopsToApplyProvisionallyUnlessItBeginsAnewBefore() {
        PartyCode am = new PartyCode("AM");
        enters(MON_2026_11_23, List.of(told(EffectKind.PROVISIONAL_APPLICATION, am, MON_2026_11_23)));
        enters(MON_2026_11_23.plusDays(1), List.of(told(EffectKind.PROVISIONAL_APPLICATION_ENDS, am, WED_2026_12_23)));
        assertThat(agenda())
                .containsExactly(
                        "provisional-application-am-1 2026-11-23 #0 by 0",
                        "provisional-application-ends-am-1 2026-12-23 #0 by 1");
        enters(
                MON_2026_11_23.plusDays(2),
                List.of(told(EffectKind.PROVISIONAL_APPLICATION, am, MON_2026_11_23.plusDays(1))),
                told(EffectKind.PROVISIONAL_APPLICATION, am, MON_2026_11_23));
        assertThat(agenda()).contains("provisional-application-ends-am-1 2026-12-23 #0 by 1");
        enters(MON_2026_12_21, List.of(told(EffectKind.PROVISIONAL_APPLICATION, am, MON_2026_12_21)));
        assertThat(agenda()).contains("provisional-application-ends-am-1 2026-12-23 #1 cancelled by 3");
        enters(WED_2026_12_23, List.of(told(EffectKind.PROVISIONAL_APPLICATION_ENDS, am, SUN_2027_05_23)));
        enters(SUN_2027_05_23, List.of(told(EffectKind.PROVISIONAL_APPLICATION, am, SUN_2027_05_23)));
        assertThat(agenda()).contains("provisional-application-ends-am-1 2027-05-23 #2 by 4");
    }

    @Test
    void keepsTheFirstTimeOfAFormerPartyThatAccedesAgain() {
        enters(MON_2026_11_23, List.of(forParty("TM", WED_2026_12_23)));
        enters(LocalDate.of(2030, 1, 7), List.of(forParty("TM", LocalDate.of(2030, 2, 6))));
        assertThat(agenda())
                .containsExactly(
                        "entry-into-force-for-party-tm-1 2026-12-23 #0 by 0",
                        "entry-into-force-for-party-tm-2 2030-02-06 #0 by 1");
    }

    /** The third note comes on Thursday 12 March and is held; a fourth, of the 16th, brings the day; then the held one counts. */
    @Test
    void movesTheDayThatARealLateDecisionMoves() {
        LegalPosition position = LegalPosition.of(TreatyLetters.seed(), List.of());
        position = registers(position, 1, "BY", LocalDate.of(2026, 2, 16));
        position = registers(position, 2, "KG", LocalDate.of(2026, 3, 5));
        position = registers(position, 3, "TJ", LocalDate.of(2026, 3, 16));
        assertThat(agenda()).contains("entry-into-force-1 2026-04-15 #0 by 3");
        position = registers(position, 4, "UZ", LocalDate.of(2026, 3, 12));
        assertThat(position.entryIntoForce()).contains(LocalDate.of(2026, 4, 11));
        assertThat(agenda())
                .contains(
                        "entry-into-force-1 2026-04-11 #1 by 4",
                        "entry-into-force-for-party-by-1 2026-04-11 #1 by 4",
                        "entry-into-force-for-party-uz-1 2026-04-11 #0 by 4");
    }

    /** Registers a completion as a decision does: what follows is announced, and what had been told is corrected. */
    private LegalPosition registers(LegalPosition before, int entry, String party, LocalDate receivedOn) {
        Consequences consequences = Law.follow(
                before,
                new LegalFact(
                        entry,
                        new PartyCode(party),
                        Act.COMPLETION_OF_PROCEDURES,
                        party + "-1",
                        receivedOn.atTime(9, 0).toInstant(ZoneOffset.UTC),
                        receivedOn,
                        null,
                        null,
                        null));
        register.add(new Announced(
                entry,
                LocalDate.of(2026, 3, 16 + entry).atTime(9, 0).toInstant(ZoneOffset.UTC),
                tolds(consequences.effects()),
                tolds(consequences.moved())));
        return consequences.after();
    }

    private static List<Told> tolds(List<Effect> effects) {
        return effects.stream()
                .map(effect -> new Told(effect.kind(), effect.party(), effect.on(), effect.article()))
                .toList();
    }

    /** 23:30 in Minsk on 20 December is the 20th; at 00:30 there, still the 20th in Greenwich, the 21st has come. */
    @Test
    void takesADayAsComeWhenItHasBegunInTheAgreementsZone() {
        Instant lastMinutes = Instant.parse("2026-12-20T20:30:00Z");
        Instant firstMinutes = Instant.parse("2026-12-20T21:30:00Z");
        register.add(new Announced(0, Instant.EPOCH, List.of(forParty("TM", MON_2026_12_21)), List.of()));
        register.add(new Announced(1, lastMinutes, List.of(forParty("TM", null)), List.of()));
        assertThat(agenda()).containsExactly("entry-into-force-for-party-tm-1 2026-12-21 #1 cancelled by 1");
        register.set(1, new Announced(1, firstMinutes, List.of(forParty("TM", null)), List.of()));
        assertThat(agenda()).containsExactly("entry-into-force-for-party-tm-1 2026-12-21 #0 by 0");
    }

    private void enters(LocalDate recordedOn, List<Told> effects, Told... corrects) {
        Instant at = recordedOn.atTime(9, 0).toInstant(ZoneOffset.UTC);
        register.add(new Announced(register.size(), at, effects, List.of(corrects)));
    }

    private List<String> agenda() {
        return Agenda.of(register, Letters.MINSK).stream()
                .map(day -> day.name() + " " + day.on() + " #" + day.sequence() + (day.cancelled() ? " cancelled" : "")
                        + " by " + day.entry())
                .toList();
    }

    private static Told force(LocalDate on) {
        return told(EffectKind.ENTRY_INTO_FORCE, null, on);
    }

    private static Told forParty(String party, @Nullable LocalDate on) {
        return told(EffectKind.ENTRY_INTO_FORCE_FOR_PARTY, new PartyCode(party), on);
    }

    private static Told told(EffectKind kind, @Nullable PartyCode party, @Nullable LocalDate on) {
        return new Told(kind, party, on, "12");
    }
}
