package io.depository.treaty;

import static io.depository.treaty.Days.*;
import static io.depository.treaty.Seed.listBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is marked beside a state's standing, day by day. */
class OverlaysTest {

    private static final Bilingual WHAT = new Bilingual("сообщить", "declare");

    /** AM ratifies on Saturday 4 April 2026, BY on the same day with a reservation; KZ with one that it takes back. */
    private final TreatyBuilder treaty = TreatyBuilder.ofRatifications(2)
            .ratified("AM 2026-04-04")
            .ratified("BY 2026-04-04")
            .fact(OverlaysTest::reserved);

    @ParameterizedTest
    @CsvSource({
        "AM, 2026-05-09, ''",
        "AM, 2026-05-10, reservation", // its own, on Sunday 10 May
        "AM, 2026-05-19, reservation",
        "AM, 2026-05-20, ''", // taken back on Wednesday 20 May (VCLT 22)
        "BY, 2026-04-04, reservation",
        "BY, 2026-06-30, reservation",
        "BY, 2026-07-01, ''", // its consent's note is taken back in part: the reservation
        "KG, 2026-06-30, ''"
    })
    void showsAReservationWhileItStands(String party, LocalDate asOf, String overlays) {
        LegalFact reservation = mark(Act.RESERVATION, "AM", "2026-05-10", null);
        treaty.ratified("KG 2026-04-10");
        treaty.revoked("BY", Act.RATIFICATION, "2026-07-01");
        LegalPosition position = treaty.position()
                .with(treaty.fact(
                        Act.REVOCATION,
                        "AM",
                        LocalDate.parse("2026-05-20"),
                        new LegalFact.Target(new PartyCode("AM"), reservation.reference())));

        assertThat(of(position, party, asOf, reservation, mark(Act.DECLARATION, "KG", "2026-05-01", null)))
                .isEqualTo(overlays);
    }

    /** In force on Monday 4 May: until then KZ may take its consent back, and its reservation goes with it. */
    @ParameterizedTest
    @CsvSource({"2026-04-09, reservation", "2026-04-10, ''"})
    void dropsAReservationWithItsConsent(LocalDate asOf, String overlays) {
        LegalPosition position = TreatyBuilder.ofRatifications(2)
                .ratified("KZ 2026-04-04")
                .fact(OverlaysTest::reserved)
                .revoked("KZ", Act.RATIFICATION, "2026-04-10")
                .position()
                .asOf(asOf);

        assertThat(of(position, "KZ", asOf)).isEqualTo(overlays);
    }

    @ParameterizedTest
    @CsvSource({
        "AM, 2026-05-09, ''",
        "AM, 2026-05-10, disputed",
        "AM, 2026-06-01, ''", // BY takes the objection back
        "BY, 2026-05-10, ''",
        "KG, 2026-05-10, ''" // objected to itself, and in general
    })
    void showsThatAnotherStateObjects(String party, LocalDate asOf, String overlays) {
        LegalFact objection = mark(Act.OBJECTION, "BY", "2026-05-10", "AM");
        LegalPosition position = treaty.position()
                .with(treaty.fact(
                        Act.REVOCATION,
                        "BY",
                        LocalDate.parse("2026-06-01"),
                        new LegalFact.Target(new PartyCode("BY"), objection.reference())));

        String seen = of(
                position,
                party,
                asOf,
                objection,
                mark(Act.OBJECTION, "KG", "2026-05-01", "KG"),
                mark(Act.OBJECTION, "KG", "2026-05-02", null),
                mark(Act.DECLARATION, "AM", "2026-05-01", "KG"));
        assertThat(seen.replace("reservation", "")).isEqualTo(overlays);
    }

    /** Thirty days after a consent of Saturday 4 April end on Monday 4 May 2026. */
    @ParameterizedTest
    @CsvSource({
        "CONSENT, 2026-05-04, '', ''",
        "CONSENT, 2026-05-05, '', late",
        "CONSENT, 2026-05-05, AM declaration 2026-05-04, ''",
        "CONSENT, 2026-12-31, AM declaration 2026-05-05, late",
        "CONSENT, 2026-12-31, AM declaration 2026-05-04, ''",
        "CONSENT, 2026-05-05, BY declaration 2026-05-04, late",
        "CONSENT, 2026-05-05, AM objection 2026-05-04, late",
        "ENTRY_INTO_FORCE_FOR_PARTY, 2026-06-04, '', ''", // bound on Tuesday 5 May
        "ENTRY_INTO_FORCE_FOR_PARTY, 2026-06-05, '', late",
        "ENTRY_INTO_FORCE, 2026-06-04, '', ''",
        "ENTRY_INTO_FORCE, 2026-06-05, '', late"
    })
    void showsADutyThatIsOverdueOrWasDoneLate(DutyRule.After after, LocalDate asOf, String done, String overlays) {
        LegalPosition position = TreatyBuilder.ofRatifications(2)
                .duty(new DutyRule("5", Act.DECLARATION, LegalPeriod.ofDays(30), after, WHAT))
                .later(new EntryIntoForceRule.Later(LegalPeriod.ofDays(0), LegalClock.RECEIPT))
                .ratified("AM 2026-04-04, BY " + (after == DutyRule.After.CONSENT ? "2026-04-04" : "2026-05-05"))
                .position()
                .asOf(asOf);
        String[] words = done.split(" ");
        LegalFact[] marks = done.isEmpty()
                ? new LegalFact[0]
                : new LegalFact[] {mark(Act.find(words[1]).orElseThrow(), words[0], words[2], null)};

        assertThat(of(position, "AM", asOf, marks)).isEqualTo(overlays);
        assertThat(of(position, "KG", asOf, marks)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CONSENT, late", "ENTRY_INTO_FORCE, ''", "ENTRY_INTO_FORCE_FOR_PARTY, ''"})
    void asksOfAStateNothingBeforeTheDayFromWhichItsTimeRuns(DutyRule.After after, String overlays) {
        LocalDate asOf = LocalDate.of(2026, 12, 31);
        LegalPosition waits = TreatyBuilder.ofRatifications(2)
                .duty(new DutyRule("5", Act.DECLARATION, LegalPeriod.ofDays(30), after, WHAT))
                .ratified("AM 2026-04-04")
                .position();
        assertThat(of(waits, "AM", asOf)).isEqualTo(overlays);

        LegalPosition revoked = TreatyBuilder.ofRatifications(2)
                .duty(new DutyRule("5", Act.DECLARATION, LegalPeriod.ofDays(30), after, WHAT))
                .ratified("AM 2026-04-04")
                .revoked("AM", Act.RATIFICATION, "2026-04-05")
                .position();
        assertThat(of(revoked, "AM", asOf)).isEmpty();
    }

    /** Article 5: a list that changed on Monday 2 March 2026 is in time until Wednesday 1 April. */
    @ParameterizedTest
    @CsvSource({"2026-04-01, ''", "2026-04-02, late"})
    void showsThatTheLatestListCameLate(LocalDate receivedOn, String overlays) {
        LegalPosition position = Seed.position();
        LegalFact list = listBy("KG").on(receivedOn).changedOn(MON_2026_03_02).asEntry(1);
        LegalFact before = listBy("KG")
                .on(MON_2026_02_02)
                .changedOn(LocalDate.of(2025, 6, 5))
                .asEntry(2);
        LegalFact others =
                listBy("BY").on(WED_2026_06_03).changedOn(MON_2026_02_02).asEntry(3);

        assertThat(of(position, "KG", receivedOn, list, others)).isEqualTo(overlays);
        assertThat(of(position, "KG", WED_2026_06_03, before, list, others)).isEqualTo(overlays);
        assertThat(of(position, "KG", SUN_2026_03_01, before)).isEqualTo("late");
        assertThat(of(position, "TJ", WED_2026_06_03, before, list, others)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01, ''", "2026-03-02, provisional-application", "2026-03-10, ''"})
    void showsProvisionalApplication(LocalDate asOf, String overlays) {
        LegalPosition position = TreatyBuilder.ofRatifications(2)
                .provisional(new ProvisionalApplicationRule("7", LegalPeriod.ofDays(0)))
                .acts(Act.PROVISIONAL_APPLICATION, "AM 2026-03-02")
                .revoked("AM", Act.PROVISIONAL_APPLICATION, "2026-03-10")
                .position()
                .asOf(asOf);

        assertThat(of(position, "AM", asOf)).isEqualTo(overlays);
        assertThat(of(position, "BY", asOf)).isEmpty();
    }

    private static String of(LegalPosition position, String party, LocalDate asOf, LegalFact... marks) {
        return new Overlays(position, List.of(marks), asOf)
                .of(new PartyCode(party)).stream()
                        .map(overlay -> overlay.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.joining(" "));
    }

    private static LegalFact mark(Act act, String party, String day, @Nullable String about) {
        LegalFact fact = TreatyBuilder.ofRatifications(2)
                .fact(
                        act,
                        party,
                        LocalDate.parse(day),
                        about == null ? null : new LegalFact.Target(new PartyCode(about), about + "-1"));
        return new LegalFact(
                100,
                fact.party(),
                fact.act(),
                party + "-mark-" + day,
                fact.receivedAt(),
                fact.receivedOn(),
                fact.refersTo(),
                null,
                null);
    }

    private static LegalFact reserved(LegalFact fact) {
        return new LegalFact(
                fact.entry(),
                fact.party(),
                fact.act(),
                fact.reference(),
                fact.receivedAt(),
                fact.receivedOn(),
                null,
                null,
                null,
                null,
                true);
    }
}
