package io.depository.examination;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.parties.Channel;
import io.depository.register.RegisterReader;
import io.depository.standing.Positions;
import io.depository.testing.MovableClock;
import io.depository.testing.Note;
import io.depository.testing.Office;
import io.depository.testing.TestDatabase;
import io.depository.testing.TestDirectory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The law of the first agreement as its parties live through it, on a real register with chosen times of receipt. */
class TreatyLifeTest {

    private static final Instant MON_2026_03_02 = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUE_2026_03_03 = Instant.parse("2026-03-03T09:00:00Z");
    private static final Instant WED_2026_03_04 = Instant.parse("2026-03-04T09:00:00Z");
    private static final Instant THU_2026_03_05 = Instant.parse("2026-03-05T09:00:00Z");

    private final MovableClock clock = new MovableClock(THU_2026_03_05.plusSeconds(3600));
    private final TestDirectory directory = new TestDirectory();
    private final Office office = Office.open(TestDatabase.fresh(), directory, clock, Period.ZERO);

    @AfterEach
    void closes() {
        office.close();
    }

    @Test
    void bringsTheAgreementIntoForceThirtyDaysAfterTheThirdNotification() {
        long first = office.receivesSigned(Note.completionBy("KG"), "KG", MON_2026_03_02);
        long second = office.receivesSigned(Note.completionBy("BY"), "BY", TUE_2026_03_03);
        long third = office.receivesSigned(Note.completionBy("KZ"), "KZ", WED_2026_03_04);
        office.examines();

        assertThat(effects(office.acknowledgementOf(first)))
                .contains("consent-counted KG 2026-03-02", "entry-into-force-for-party KG null");
        assertThat(effects(office.acknowledgementOf(second))).contains("consent-counted BY 2026-03-03");
        assertThat(effects(office.acknowledgementOf(third)))
                .contains(
                        "consent-counted KZ 2026-03-04",
                        "threshold-reached - 2026-03-04",
                        "entry-into-force - 2026-04-03",
                        "entry-into-force-for-party BY 2026-04-03",
                        "entry-into-force-for-party KG 2026-04-03",
                        "entry-into-force-for-party KZ 2026-04-03");
        assertThat(office.kinds())
                .containsExactly(
                        "notification-registered",
                        "notification-registered",
                        "notification-registered",
                        "threshold-reached");
    }

    @Test
    void tellsTheDaySevenDaysAheadAndOnTheDayOnce() {
        registersThree();
        clock.pass(Duration.ofDays(21)); // Thursday 26 March 2026
        assertThat(office.announces()).isZero();
        clock.pass(Duration.ofDays(1)); // Friday 27 March 2026
        assertThat(office.announces()).isEqualTo(1);
        assertThat(office.announces()).isZero();
        clock.pass(Duration.ofDays(7)); // Friday 3 April 2026
        assertThat(office.announces()).isEqualTo(1);
        assertThat(office.kinds()).endsWith("threshold-reached", "entry-into-force-due", "entered-into-force");
    }

    @Test
    void saysWhatFellDueWhileItWasDownAndNothingThatTheDayHasOvertaken() {
        registersThree();
        clock.pass(Duration.ofDays(60));
        assertThat(office.announces()).isEqualTo(1);
        assertThat(office.kinds()).endsWith("entered-into-force").doesNotContain("entry-into-force-due");
        JsonNode alert = last(office.circulars());
        assertThat(effects(alert))
                .contains("entry-into-force - 2026-04-03", "entry-into-force-for-party KG 2026-04-03");
    }

    @Test
    void tellsOfAStateThatWasNotNamedOnTheDayApart() {
        registersThree();
        clock.pass(Duration.ofDays(60));
        assertThat(office.announces()).isEqualTo(1);
        office.receivesSigned(Note.completionBy("TJ"), "TJ", WED_2026_03_04);
        office.examines();
        assertThat(office.announces()).isEqualTo(1);
        assertThat(office.announces()).isZero();
        assertThat(office.kinds())
                .endsWith("entered-into-force", "notification-registered", "entered-into-force-for-party");
        assertThat(effects(last(office.circulars()))).containsExactly("entry-into-force-for-party TJ 2026-04-03");

        office.receivesSigned(Note.completionBy("UZ"), "UZ", THU_2026_03_05);
        office.examines();
        assertThat(office.announces()).isEqualTo(1);
        assertThat(effects(last(office.circulars()))).containsExactly("entry-into-force-for-party UZ 2026-04-04");
    }

    @Test
    void correctsADateThatALateArrivalMoves() {
        office.receivesSigned(Note.completionBy("BY"), "BY", TUE_2026_03_03);
        office.receivesSigned(Note.completionBy("KZ"), "KZ", WED_2026_03_04);
        office.receivesSigned(Note.completionBy("TJ"), "TJ", THU_2026_03_05);
        office.examines();
        long late = office.receivesSigned(Note.completionBy("KG"), "KG", MON_2026_03_02);
        office.examines();

        assertThat(effects(office.acknowledgementOf(late)))
                .contains("threshold-reached - 2026-03-04", "entry-into-force - 2026-04-03");
        assertThat(office.kinds()).endsWith("threshold-reached", "correction");
        JsonNode correction = last(office.circulars());
        assertThat(effects(correction))
                .containsExactly(
                        "consent-counted KG 2026-03-02",
                        "authorized-bodies-listed KG 2026-03-02",
                        "threshold-reached - 2026-03-04",
                        "entry-into-force - 2026-04-03",
                        "entry-into-force-for-party BY 2026-04-03",
                        "entry-into-force-for-party KG 2026-04-03",
                        "entry-into-force-for-party KZ 2026-04-03");
        assertThat(listed(correction, "corrected"))
                .containsExactly(
                        "threshold-reached - 2026-03-05",
                        "entry-into-force - 2026-04-04",
                        "entry-into-force-for-party BY 2026-04-04",
                        "entry-into-force-for-party KZ 2026-04-04");
        assertThat(office.circulars().stream().filter(letter -> letter.has("corrected")))
                .containsExactly(correction);
    }

    @Test
    void tellsOfTheThresholdOnceThoughOneOfTheThirdDayIsDecidedLate() {
        office.receivesSigned(Note.completionBy("BY"), "BY", MON_2026_03_02);
        office.receivesSigned(Note.completionBy("KZ"), "KZ", TUE_2026_03_03);
        office.receivesSigned(Note.completionBy("TJ"), "TJ", WED_2026_03_04);
        office.examines();
        office.receivesSigned(Note.completionBy("KG"), "KG", WED_2026_03_04.minusSeconds(60));
        office.examines();

        assertThat(office.kinds())
                .containsExactly(
                        "notification-registered",
                        "notification-registered",
                        "notification-registered",
                        "threshold-reached",
                        "notification-registered");
    }

    @Test
    void doesNotRefuseForTheSakeOfOrderWhileAnEarlierArrivalOfThatPartyIsUndecided() {
        long earlier = office.receives(
                Channel.FILE, "KG", directory.keyOf("KG").sign(Note.completionBy("KG")), MON_2026_03_02);
        office.jdbc()
                .sql("update work set not_before = now() + interval '1 hour' where receipt_id = ?")
                .param(earlier)
                .update();
        long later = office.receivesSigned(
                Note.of("KG", "completion-of-procedures").with("x-later", true), "KG", TUE_2026_03_03);
        office.examines();
        assertThat(office.acknowledgementOf(later).get("outcome").asString()).isEqualTo("registered");

        long withdrawal = office.receivesSigned(Note.completionBy("KG"), "KG", WED_2026_03_04);
        office.examines();
        assertThat(office.stateOf(withdrawal)).startsWith("received waits for an earlier arrival");
    }

    @Test
    void movesTheDutiesWithTheDates() {
        office.receivesSigned(Note.completionBy("BY"), "BY", TUE_2026_03_03);
        office.receivesSigned(Note.completionBy("KZ"), "KZ", WED_2026_03_04);
        office.receivesSigned(Note.completionBy("TJ"), "TJ", THU_2026_03_05);
        office.examines();
        assertThat(dutiesDue())
                .contains("entered-into-force 2026-04-04")
                .doesNotContain("entered-into-force 2026-04-03");
        office.receivesSigned(Note.completionBy("KG"), "KG", MON_2026_03_02);
        office.examines();
        assertThat(dutiesDue())
                .contains("entered-into-force 2026-04-03", "entered-into-force-for-party 2026-04-04")
                .doesNotContain("entered-into-force 2026-04-04");
        clock.pass(Duration.ofDays(31)); // Sunday 5 April 2026
        office.announces();
        assertThat(office.kinds())
                .endsWith("correction", "entered-into-force", "entered-into-force-for-party")
                .containsOnlyOnce("entered-into-force");
    }

    @Test
    void saysWhatTheRegisterKnewThenWhateverCameLater() {
        registersThree();
        RegisterReader register = office.bean(RegisterReader.class);
        Positions positions = office.bean(Positions.class);
        assertThat(positions.at(Note.AGREEMENT, 3).entryIntoForce()).isEmpty();
        assertThat(positions.at(Note.AGREEMENT, 4).entryIntoForce()).contains(LocalDate.of(2026, 4, 3));
        assertThat(positions.at(Note.AGREEMENT, 3).entryIntoForce()).isEmpty();
        Instant recorded = register.entries(3, 1).entries().get(0).recordedAt();
        assertThat(register.sizeAt(recorded)).isEqualTo(4);
        assertThat(register.sizeAt(Instant.EPOCH)).isZero();
    }

    private List<String> dutiesDue() {
        return office.jdbc()
                .sql("select kind || ' ' || falls_on from duty where state = 'due'")
                .query(String.class)
                .list();
    }

    private void registersThree() {
        office.receivesSigned(Note.completionBy("KG"), "KG", MON_2026_03_02);
        office.receivesSigned(Note.completionBy("BY"), "BY", TUE_2026_03_03);
        office.receivesSigned(Note.completionBy("KZ"), "KZ", WED_2026_03_04);
        office.examines();
    }

    private static JsonNode last(List<JsonNode> nodes) {
        return nodes.get(nodes.size() - 1);
    }

    private static List<String> effects(JsonNode letter) {
        return listed(letter, "effects");
    }

    private static List<String> listed(JsonNode letter, String field) {
        return letter.path(field)
                .valueStream()
                .map(effect -> effect.get("effect").asString()
                        + " " + (effect.has("party") ? effect.get("party").asString() : "-")
                        + " "
                        + (effect.get("on").isNull() ? "null" : effect.get("on").asString()))
                .toList();
    }
}
