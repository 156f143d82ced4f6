package io.depository.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depository.parties.Channel;
import io.depository.register.RecordReader;
import io.depository.register.RegisterReader;
import io.depository.review.Reviewing.Progress;
import io.depository.standing.Positions;
import io.depository.testing.MovableClock;
import io.depository.testing.Note;
import io.depository.testing.Office;
import io.depository.testing.TestDatabase;
import io.depository.testing.TestDirectory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What staff decide about arrivals under review, on a real register with chosen times of receipt. */
class ReviewTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant MON_2026_03_02 = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUE_2026_03_03 = Instant.parse("2026-03-03T09:00:00Z");
    private static final Instant WED_2026_03_04 = Instant.parse("2026-03-04T09:00:00Z");
    private static final Instant MON_2026_03_23 = Instant.parse("2026-03-23T09:00:00Z");
    private static final Instant MON_2026_05_04 = Instant.parse("2026-05-04T09:00:00Z");

    private final Office office = Office.open(
            TestDatabase.fresh(), new TestDirectory(), new MovableClock(MON_2026_05_04.plusSeconds(3600)), Period.ZERO);

    @AfterEach
    void closes() {
        office.close();
    }

    @Test
    void registersWhatOneRegistrarApprovesWithTheDateOfItsReceipt() {
        long held = unsigned(Note.completionBy("KG"), TUE_2026_03_03);
        office.examines();
        assertThat(office.votes("registrar", Verdict.APPROVE, held, "confirmed by telephone"))
                .isEqualTo(Progress.DECIDED);

        List<JsonNode> answers = office.acknowledgementsOf(held);
        assertThat(answers)
                .extracting(answer -> answer.path("outcome").asString())
                .containsExactly("under-review", "registered");
        JsonNode second = answers.get(1);
        assertThat(second.path("id")).isNotEqualTo(answers.get(0).path("id"));
        assertThat(second.path("receivedOn").asString()).isEqualTo("2026-03-03");
        assertThat(second.path("channel").asString()).isEqualTo("jms");
        assertThat(second.path("effects").get(0).path("on").asString()).isEqualTo("2026-03-03");
        assertThat(second.path("entry").asLong()).isEqualTo(1);
        assertThat(office.kinds()).containsExactly("notification-registered");
        assertThat(office.stateOf(held)).isEqualTo("registered");
        assertThat(counted()).isEqualTo(1);

        JsonNode record = record(1);
        assertThat(record.path("reviews")).hasSize(1);
        assertThat(record.path("reviews").get(0).path("by").asString()).isEqualTo("registrar");
        assertThat(record.path("reviews").get(0).path("reason").asString()).isEqualTo("confirmed by telephone");
        assertThat(RecordReader.fact(JSON.writeValueAsBytes(record))).isPresent();
        assertThat(audit()).containsExactly("registrar inbox.approve inbox/" + held + " confirmed by telephone");
    }

    @Test
    void answersARepeatWithTheLatestAcknowledgementHoweverItIsVouchedFor() {
        Note note = Note.completionBy("KG");
        long held = office.receivesMail(mail(note), TUE_2026_03_03);
        office.examines();
        assertThat(office.stateOf(held)).isEqualTo("under-review");
        office.votes("registrar", Verdict.APPROVE, held, "the original is here");

        long again = unsigned(note, WED_2026_03_04);
        office.examines();
        assertThat(office.acknowledgementOf(again))
                .isEqualTo(office.acknowledgementsOf(held).get(1));
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void leavesAReferenceToTheStateUntilItsChannelOrSignatureVouches() {
        Note first = Note.bodiesOf("KG");
        long byNobody = office.receivesMail(mail(first), TUE_2026_03_03);
        office.examines();
        office.votes("registrar", Verdict.APPROVE, byNobody, "the original is here");
        Note own = Note.bodiesOf("KG").reference(first.reference()).withBodies("The ministry's own");
        long byQueue = unsigned(own, WED_2026_03_04);
        office.examines();
        office.votes("registrar", Verdict.APPROVE, byQueue, "asked by telephone");
        assertThat(office.stateOf(byNobody)).isEqualTo("registered");
        assertThat(office.stateOf(byQueue)).isEqualTo("registered");

        long third = unsigned(Note.bodiesOf("KG").reference(first.reference()).withBodies("Another"), WED_2026_03_04);
        office.examines();
        assertThat(codes(office.acknowledgementOf(third))).containsExactly("REFERENCE_REUSED");
    }

    @Test
    void tellsADateAnewThatALateApprovalMoves() {
        long held = unsigned(Note.completionBy("TJ"), TUE_2026_03_03);
        office.receivesSigned(Note.completionBy("KG"), "KG", MON_2026_03_02);
        office.receivesSigned(Note.completionBy("BY"), "BY", WED_2026_03_04);
        office.receivesSigned(Note.completionBy("KZ"), "KZ", MON_2026_03_23);
        office.examines();
        assertThat(position().entryIntoForce()).contains(LocalDate.parse("2026-04-22"));
        List<String> before = office.kinds();

        office.votes("supervisor", Verdict.APPROVE, held, "signature compared");
        assertThat(position().entryIntoForce()).contains(LocalDate.parse("2026-04-03"));
        assertThat(office.kinds().subList(before.size(), office.kinds().size())).contains("correction");
        assertThat(record(entries() - 1).path("corrects").isEmpty()).isFalse();
    }

    @Test
    void needsTwoDifferentPeopleForAWithdrawal() {
        bringIntoForce();
        long withdrawal = office.receivesSigned(Note.withdrawalBy("KG"), "KG", MON_2026_05_04);
        office.examines();
        assertThat(office.votes("registrar", Verdict.APPROVE, withdrawal, "first"))
                .isEqualTo(Progress.ANOTHER_NEEDED);
        assertThat(office.stateOf(withdrawal)).isEqualTo("under-review");
        assertConflict(
                Conflict.Code.SAME_PERSON, () -> office.votes("registrar", Verdict.APPROVE, withdrawal, "me again"));
        assertThat(office.votes("supervisor", Verdict.APPROVE, withdrawal, "second"))
                .isEqualTo(Progress.DECIDED);

        assertThat(office.kinds()).endsWith("withdrawal-received");
        assertThat(record(entries() - 1)
                        .path("reviews")
                        .valueStream()
                        .map(one -> one.path("by").asString()))
                .containsExactly("registrar", "supervisor");
        assertThat(audit()).hasSize(2);
        assertConflict(
                Conflict.Code.ALREADY_DECIDED, () -> office.votes("supervisor", Verdict.APPROVE, withdrawal, "x"));
    }

    @Test
    void needsTwoOfOneMindToReturnAWithdrawal() {
        bringIntoForce();
        long withdrawal = office.receivesSigned(Note.withdrawalBy("KG"), "KG", MON_2026_05_04);
        office.examines();
        assertThat(office.votes("registrar", Verdict.APPROVE, withdrawal, "it is in order"))
                .isEqualTo(Progress.ANOTHER_NEEDED);
        assertThat(office.votes("registrar2", Verdict.RETURN, withdrawal, "no full powers"))
                .isEqualTo(Progress.ANOTHER_NEEDED);
        assertThat(office.votes("supervisor", Verdict.RETURN, withdrawal, "signed by a stranger"))
                .isEqualTo(Progress.DECIDED);
        JsonNode returned = office.acknowledgementsOf(withdrawal).get(1);
        assertThat(returned.path("errors").get(0).path("message").path("en").asString())
                .contains("no full powers", "signed by a stranger");
    }

    @Test
    void returnsWithTheReasonInAnAcknowledgementAndInTheRegister() {
        long held = unsigned(Note.completionBy("AM"), TUE_2026_03_03);
        office.examines();
        office.votes("registrar2", Verdict.RETURN, held, "The ministry knows nothing of it");

        JsonNode second = office.acknowledgementsOf(held).get(1);
        assertThat(second.path("outcome").asString()).isEqualTo("returned");
        assertThat(codes(second)).containsExactly("RETURNED_BY_STAFF");
        assertThat(second.path("errors").get(0).path("message").path("ru").asString())
                .contains("The ministry knows nothing of it");
        assertThat(second.has("entry")).isFalse();
        assertThat(office.circulars()).isEmpty();
        assertThat(office.stateOf(held)).isEqualTo("returned");

        JsonNode record = record(entries() - 1);
        assertThat(record.path("type").asString()).isEqualTo("staff");
        assertThat(record.path("decision").asString()).isEqualTo("returned");
        assertThat(record.path("reviews").get(0).path("by").asString()).isEqualTo("registrar2");
        office.receivesSigned(Note.completionBy("AM"), "AM", WED_2026_03_04);
        office.examines();
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void tellsTheReviewerWhatARuleRefusesByNow() {
        long held = unsigned(Note.completionBy("UZ"), WED_2026_03_04);
        office.examines();
        office.receivesSigned(Note.completionBy("UZ"), "UZ", TUE_2026_03_03);
        office.examines();
        assertThatThrownBy(() -> office.votes("registrar", Verdict.APPROVE, held, "looks good"))
                .isInstanceOfSatisfying(Conflict.class, conflict -> {
                    assertThat(conflict.code()).isEqualTo(Conflict.Code.REFUSED_NOW);
                    assertThat(conflict.explanation().en()).contains("ALREADY_DONE", "return it");
                });
        assertThat(office.stateOf(held)).isEqualTo("under-review");
        assertThat(audit()).isEmpty();
        office.votes("registrar", Verdict.RETURN, held, "sent twice");
        assertThat(codes(office.acknowledgementsOf(held).get(1))).containsExactly("RETURNED_BY_STAFF", "ALREADY_DONE");
    }

    @Test
    void countsAConsentOfAStateWhoseSignatureIsInDoubtOnceStaffHaveAnswered() {
        long held = office.receivesSigned(Note.completionBy("RU"), "RU", TUE_2026_03_03);
        office.examines();
        assertThat(office.stateOf(held)).isEqualTo("under-review");
        assertThat(office.votes("registrar", Verdict.APPROVE, held, "the original bears its signature"))
                .isEqualTo(Progress.DECIDED);
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void waitsForAnEarlierArrivalWhereTheAnswerDependsOnTheOrder() {
        long held = unsigned(Note.completionBy("UZ"), WED_2026_03_04);
        office.examines();
        office.receivesSigned(Note.completionBy("UZ"), "UZ", TUE_2026_03_03);
        office.examines();
        long earlier = office.receivesSigned(Note.bodiesOf("UZ"), "UZ", MON_2026_03_02);
        assertConflict(Conflict.Code.EARLIER_UNDECIDED, () -> office.votes("registrar", Verdict.APPROVE, held, "x"));
        office.examines();
        assertThat(office.stateOf(earlier)).isEqualTo("registered");
        assertConflict(Conflict.Code.REFUSED_NOW, () -> office.votes("registrar", Verdict.APPROVE, held, "x"));
    }

    @Test
    void letsExactlyOneOfManyDecide() throws Exception {
        long held = unsigned(Note.completionBy("KG"), TUE_2026_03_03);
        office.examines();
        ExecutorService people = Executors.newFixedThreadPool(6);
        try {
            AtomicInteger told = new AtomicInteger();
            List<Callable<Progress>> clicks = List.of("a", "b", "c", "d", "e", "f").stream()
                    .<Callable<Progress>>map(who -> () -> {
                        Verdict verdict = who.compareTo("d") < 0 ? Verdict.APPROVE : Verdict.RETURN;
                        try {
                            return office.votes(who, verdict, held, "at once");
                        } catch (Conflict conflict) {
                            told.incrementAndGet();
                            assertThat(conflict.code()).isEqualTo(Conflict.Code.ALREADY_DECIDED);
                            return Progress.ANOTHER_NEEDED;
                        }
                    })
                    .toList();
            int decided = 0;
            for (Future<Progress> click : people.invokeAll(clicks)) {
                decided += click.get() == Progress.DECIDED ? 1 : 0;
            }
            assertThat(decided).isEqualTo(1);
            assertThat(told).hasValue(5);
        } finally {
            people.shutdownNow();
        }
        assertThat(office.acknowledgementsOf(held)).hasSize(2);
        assertThat(audit()).hasSize(1);
    }

    @Test
    void leavesNoTraceOfADecisionThatFailsHalfway() {
        long held = unsigned(Note.completionBy("KG"), TUE_2026_03_03);
        office.examines();
        JdbcClient owner = JdbcClient.create(office.database().asOwner());
        owner.sql("create function fall() returns trigger language plpgsql as $$ begin raise exception 'down'; end $$")
                .update();
        owner.sql("create trigger fall before insert on audit for each row execute function fall()")
                .update();
        assertThatThrownBy(() -> office.votes("registrar", Verdict.APPROVE, held, "now"))
                .hasStackTraceContaining("down");
        owner.sql("drop trigger fall on audit").update();
        owner.sql("create trigger fall before insert on delivery for each row execute function fall()")
                .update();
        assertThatThrownBy(() -> office.votes("registrar", Verdict.APPROVE, held, "now"))
                .hasStackTraceContaining("down");
        owner.sql("drop trigger fall on delivery").update();

        assertThat(office.stateOf(held)).isEqualTo("under-review");
        assertThat(entries()).isEqualTo(1);
        assertThat(audit()).isEmpty();
        assertThat(office.bean(Reviewing.class).votesOn(held)).isEmpty();
        assertThat(counted()).isZero();
        assertThat(office.votes("registrar", Verdict.APPROVE, held, "now")).isEqualTo(Progress.DECIDED);
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void cannotBeToldInTheDatabaseThatOnePersonIsTwo() {
        long held = unsigned(Note.completionBy("KG"), TUE_2026_03_03);
        office.examines();
        vote(held, 1, "registrar");
        assertThatThrownBy(() -> vote(held, 2, "registrar")).isInstanceOf(DataIntegrityViolationException.class);
        vote(held, 2, "registrar2");
        assertThatThrownBy(() -> vote(held, 3, "supervisor")).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void decidesOnlyWhatIsUnderReviewAndWithAReason() {
        long registered = office.receivesSigned(Note.completionBy("KG"), "KG", MON_2026_03_02);
        office.examines();
        assertConflict(
                Conflict.Code.NOT_IN_THAT_STATE, () -> office.votes("registrar", Verdict.RETURN, registered, "x"));
        assertThatThrownBy(() -> office.votes("registrar", Verdict.RETURN, 1_000_000, "x"))
                .isInstanceOf(Unknown.class);
        for (String unfit : List.of("", " \t\n", "x".repeat(1001), "a\u0000b", "a\u202eb", "\ud800")) {
            assertThatThrownBy(() -> Instruction.because("registrar", unfit))
                    .isInstanceOf(Instruction.UnfitReason.class);
        }
        assertThat(Instruction.because("registrar", " two\n lines ").reason()).isEqualTo("two lines");
    }

    private void bringIntoForce() {
        for (String party : List.of("KG", "BY", "KZ")) {
            office.receivesSigned(Note.completionBy(party), party, MON_2026_03_02);
        }
        office.examines();
    }

    private long unsigned(Note note, Instant at) {
        return office.receives(Channel.JMS, note.party(), note.json(), at);
    }

    private static byte[] mail(Note note) {
        return ("From: x@example.org\r\nSubject: note\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"
                        + note.text())
                .getBytes(UTF_8);
    }

    private static void assertConflict(Conflict.Code code, Runnable vote) {
        assertThatThrownBy(vote::run)
                .isInstanceOfSatisfying(
                        Conflict.class, conflict -> assertThat(conflict.code()).isEqualTo(code));
    }

    private void vote(long arrival, int place, String who) {
        office.jdbc()
                .sql("insert into review values (?, 'approve', ?, ?, 'x', now())")
                .params(arrival, place, who)
                .update();
    }

    private static List<String> codes(JsonNode acknowledgement) {
        return acknowledgement
                .path("errors")
                .valueStream()
                .map(error -> error.path("code").asString())
                .toList();
    }

    private io.depository.treaty.LegalPosition position() {
        return office.bean(Positions.class)
                .at(Note.AGREEMENT, office.bean(RegisterReader.class).size());
    }

    private int counted() {
        return position().counted();
    }

    private long entries() {
        return office.bean(RegisterReader.class).size();
    }

    private JsonNode record(long index) {
        return JSON.readTree(office.bean(RegisterReader.class)
                .entries(index, 1)
                .entries()
                .get(0)
                .record());
    }

    private List<String> audit() {
        return office.bean(io.depository.staff.Audit.class).list(0, 100).stream()
                .map(line -> String.join(" ", List.of(line.who(), line.what(), line.onWhat(), line.reason())))
                .toList();
    }
}
