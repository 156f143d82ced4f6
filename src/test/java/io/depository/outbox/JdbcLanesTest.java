package io.depository.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.parties.Channel;
import io.depository.parties.Registration;
import io.depository.treaty.PartyCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcLanesTest {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Appetite MUCH = new Appetite(16, 200, LEASE);

    private final TestOutbox house = TestOutbox.fresh();
    private final TestOutbox other = house.beside();

    @AfterEach
    void leave() {
        house.close();
        other.close();
    }

    @Test
    void handsOutEachLaneInOrderAcknowledgementsFirst() {
        house.circular("c-1", "2026/1", "KG", "KZ");
        house.fanOuts.spread(10, JdbcLanesTest::jms);
        house.acknowledge("a-1", "KG", Channel.JMS, 1);
        house.acknowledge("a-2", "KG", Channel.JMS, 2);

        Claim claim = house.lanes.claim(Channel.JMS, MUCH);

        assertThat(claim.loads()).extracting(load -> load.party().value()).containsExactly("KG", "KZ");
        assertThat(letters(claim, "KG")).containsExactly("a-1", "a-2", "c-1");
        assertThat(letters(claim, "KZ")).containsExactly("c-1");
    }

    @Test
    void sharesABatchEvenlyAmongLanes() {
        house.acknowledgeMany("kg-", "KG", Channel.JMS, 50);
        house.acknowledgeMany("kz-", "KZ", Channel.JMS, 2);
        Claim claim = house.lanes.claim(Channel.JMS, new Appetite(2, 10, LEASE));
        assertThat(letters(claim, "KG"))
                .containsExactly("kg-0", "kg-1", "kg-2", "kg-3", "kg-4", "kg-5", "kg-6", "kg-7");
        assertThat(letters(claim, "KZ")).containsExactly("kz-0", "kz-1");
    }

    @Test
    void takesTurnsWhereOneLaneIsTakenAtATime() {
        Appetite one = new Appetite(1, 1, LEASE);
        house.acknowledgeMany("am-", "AM", Channel.MAIL, 3);
        house.acknowledgeMany("uz-", "UZ", Channel.MAIL, 1);
        Claim first = house.lanes.claim(Channel.MAIL, one);
        house.lanes.settle(first, sent(first), List.of());
        house.letTimePass(Duration.ofSeconds(1));
        Claim second = house.lanes.claim(Channel.MAIL, one);
        assertThat(letters(first, "AM")).containsExactly("am-0");
        assertThat(letters(second, "UZ")).containsExactly("uz-0");
    }

    @Test
    void givesALaneToOneSenderAtATime() {
        house.acknowledge("a-1", "KG", Channel.JMS, 1);
        Claim mine = house.lanes.claim(Channel.JMS, MUCH);
        house.acknowledge("a-2", "KG", Channel.JMS, 2);

        assertThat(other.lanes.claim(Channel.JMS, MUCH).isEmpty()).isTrue();
        house.lanes.settle(mine, sent(mine), List.of());
        assertThat(letters(other.lanes.claim(Channel.JMS, MUCH), "KG")).containsExactly("a-2");
    }

    @Test
    void measuresALeaseByTheDatabasesClock() {
        house.acknowledge("a-1", "KG", Channel.JMS, 1);
        house.lanes.claim(Channel.JMS, MUCH);

        assertThat(house.jdbc
                        .sql("select leased_until - claimed_at = interval '5 minutes' and claimed_at > created_at"
                                + " and claimed_at <= clock_timestamp() from lane join delivery using (channel, party)")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        house.letTimePass(LEASE.minusMinutes(1));
        assertThat(other.lanes.claim(Channel.JMS, MUCH).isEmpty()).isTrue();
        house.letTimePass(Duration.ofMinutes(1));
        assertThat(other.lanes.claim(Channel.JMS, MUCH).isEmpty()).isFalse();
    }

    @Test
    void marksNothingForASenderWhoseLeaseWasLost() {
        house.acknowledge("a-1", "KG", Channel.JMS, 1);
        Claim slow = house.lanes.claim(Channel.JMS, MUCH);
        house.letTimePass(LEASE.plusSeconds(1));
        Claim quick = other.lanes.claim(Channel.JMS, MUCH);
        assertThat(letters(quick, "KG")).containsExactly("a-1");

        assertThat(house.lanes.settle(slow, sent(slow), List.of())).isZero();
        assertThat(house.letters(Deliveries.State.DUE)).containsExactly("a-1");
        assertThat(other.lanes.settle(quick, sent(quick), List.of())).isEqualTo(1);
        assertThat(house.letters(Deliveries.State.SENT)).containsExactly("a-1");
        assertThat(attempts()).containsExactly("1 sent ok");
    }

    @Test
    void sendsAgainUnderTheSameWireIdAfterACrashBetweenSendAndMark() {
        house.acknowledge("a-1", "KG", Channel.JMS, 1);
        Claim lost = house.lanes.claim(Channel.JMS, MUCH);
        house.letTimePass(LEASE.plusSeconds(1));
        Claim again = other.lanes.claim(Channel.JMS, MUCH);
        assertThat(wireIds(again)).isEqualTo(wireIds(lost));
        assertThat(again.loads().get(0).failures()).isEqualTo(1);
    }

    @Test
    void freesTheLanesOfAnEndedProcessBeforeTheirLeaseRunsOut() {
        house.acknowledgeMany("a-", "KG", Channel.JMS, 3);
        TestOutbox doomed = house.beside();
        doomed.lanes.claim(Channel.JMS, MUCH);
        assertThat(house.lanes.releaseOrphans()).isZero();
        doomed.close();
        house.jdbc.sql("update lane set attempts = 7").update();

        assertThat(house.lanes.releaseOrphans()).isEqualTo(1);
        assertThat(house.lanes.claim(Channel.JMS, MUCH).isEmpty())
                .as("it rests for 64 seconds")
                .isTrue();
        house.letTimePass(Duration.ofSeconds(64));
        assertThat(letters(house.lanes.claim(Channel.JMS, MUCH), "KG"))
                .as("one letter alone, in case it was the one that killed its sender")
                .containsExactly("a-0");
    }

    @Test
    void keepsTheLanesOfALivingProcess() {
        house.acknowledge("a-1", "KG", Channel.JMS, 1);
        Claim mine = house.lanes.claim(Channel.JMS, MUCH);
        assertThat(other.lanes.releaseOrphans()).isZero();
        assertThat(house.lanes.settle(mine, sent(mine), List.of())).isEqualTo(1);
    }

    @Test
    void letsALaneRestAndKeepsItsOrder() {
        house.acknowledgeMany("a-", "KG", Channel.JMS, 3);
        Claim claim = house.lanes.claim(Channel.JMS, MUCH);
        house.lanes.settle(
                claim,
                List.of(attempt(claim, 0, Attempt.Outcome.DEFERRED)),
                List.of(pause("KG", Duration.ofMinutes(4))));

        house.letTimePass(Duration.ofMinutes(3));
        assertThat(house.lanes.claim(Channel.JMS, MUCH).isEmpty()).isTrue();
        house.letTimePass(Duration.ofMinutes(1));
        Claim probe = house.lanes.claim(Channel.JMS, MUCH);
        assertThat(letters(probe, "KG")).containsExactly("a-0");
        house.lanes.settle(probe, sent(probe), List.of());
        assertThat(letters(house.lanes.claim(Channel.JMS, MUCH), "KG")).containsExactly("a-1", "a-2");
        assertThat(attempts()).containsExactly("1 deferred ok", "2 sent ok");
    }

    @Test
    void servesOtherLanesWhileOneRests() {
        house.acknowledge("kg", "KG", Channel.MAIL, 1);
        house.acknowledge("kz", "KZ", Channel.MAIL, 2);
        Claim claim = house.lanes.claim(Channel.MAIL, MUCH);
        house.lanes.settle(claim, List.of(), List.of(pause("KG", Duration.ofMinutes(1))));
        Claim next = house.lanes.claim(Channel.MAIL, MUCH);
        assertThat(next.loads()).extracting(load -> load.party().value()).containsExactly("KZ");
    }

    @Test
    void goesOnBehindAPermanentFailure() {
        house.acknowledgeMany("a-", "KG", Channel.JMS, 2);
        Claim claim = house.lanes.claim(Channel.JMS, MUCH);
        house.lanes.settle(claim, List.of(attempt(claim, 0, Attempt.Outcome.FAILED)), List.of());
        assertThat(letters(house.lanes.claim(Channel.JMS, MUCH), "KG")).containsExactly("a-1");
        assertThat(house.letters(Deliveries.State.FAILED)).containsExactly("a-0");
        assertThat(house.deliveries.list(Deliveries.State.FAILED, 0, 10).get(0).answer())
                .isEqualTo("ok");
    }

    @Test
    void countsFailuresInARowUntilOneClaimEndsWell() {
        house.acknowledge("a-1", "KG", Channel.JMS, 1);
        for (int failures = 0; failures < 3; failures++) {
            Claim claim = house.lanes.claim(Channel.JMS, MUCH);
            assertThat(claim.loads().get(0).failures()).isEqualTo(failures);
            house.lanes.settle(claim, List.of(), List.of(pause("KG", Duration.ZERO)));
        }
        Claim good = house.lanes.claim(Channel.JMS, MUCH);
        house.lanes.settle(good, List.of(), List.of());
        assertThat(house.lanes.claim(Channel.JMS, MUCH).loads().get(0).failures())
                .isZero();
    }

    private static List<Attempt> sent(Claim claim) {
        return claim.loads().stream()
                .flatMap(load -> load.deliveries().stream())
                .map(delivery -> new Attempt(delivery.id(), Attempt.Outcome.SENT, "ok"))
                .toList();
    }

    private static Attempt attempt(Claim claim, int place, Attempt.Outcome outcome) {
        return new Attempt(claim.loads().get(0).deliveries().get(place).id(), outcome, "ok");
    }

    private static Pause pause(String party, Duration rest) {
        return new Pause(new PartyCode(party), rest, "away");
    }

    private static List<String> letters(Claim claim, String party) {
        return claim.loads().stream()
                .filter(load -> load.party().value().equals(party))
                .flatMap(load -> load.deliveries().stream())
                .map(delivery -> delivery.letter().id())
                .toList();
    }

    private static List<String> wireIds(Claim claim) {
        return claim.loads().stream()
                .flatMap(load -> load.deliveries().stream())
                .map(Delivery::wireId)
                .toList();
    }

    private List<String> attempts() {
        return house.jdbc
                .sql("select number || ' ' || outcome || ' ' || answer from attempt order by delivery_id, number")
                .query(String.class)
                .list();
    }

    private static List<Registration> jms(PartyCode party) {
        return List.of(new Registration(party, Channel.JMS, party.value()));
    }
}
