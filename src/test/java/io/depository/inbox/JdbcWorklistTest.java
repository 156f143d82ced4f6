package io.depository.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depository.inbox.Worklist.LeaseLost;
import io.depository.parties.Channel;
import io.depository.presence.Presence;
import io.depository.testing.Note;
import io.depository.testing.Office;
import io.depository.treaty.PartyCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcWorklistTest {

    private static final Instant MON_2026_03_02 = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Office office = Office.open();
    private final Worklist worklist = office.bean(Worklist.class);

    @AfterEach
    void closes() {
        office.close();
    }

    @Test
    void handsOutTheOldestFirstAndInOrderOfArrivalWithinAnInstant() {
        long third = arrives("KG", MON_2026_03_02.plusSeconds(1));
        long first = arrives("KG", MON_2026_03_02);
        long second = arrives("AM", MON_2026_03_02);
        assertThat(receipts(worklist.claim(10, LEASE))).containsExactly(first, second, third);
    }

    @Test
    void handsOutNothingTwiceWhileTheLeaseLasts() {
        arrives("KG", MON_2026_03_02);
        assertThat(worklist.claim(10, LEASE)).hasSize(1);
        assertThat(worklist.claim(10, LEASE)).isEmpty();
    }

    @Test
    void takesOverWhatASlowerProcessHoldsAndLetsThatOneWriteNothing() {
        long receipt = arrives("KG", MON_2026_03_02);
        List<Claimed> slow = worklist.claim(10, Duration.ZERO);
        List<Claimed> quick = worklist.claim(10, LEASE);
        assertThat(receipts(quick)).containsExactly(receipt);
        assertThat(quick.get(0).attempts()).isEqualTo(2);
        assertThat(slow).isEmpty();
        worklist.settle(Map.of(quick.get(0), WorkState.RETURNED));
        assertThatThrownBy(() -> worklist.settle(Map.of(quick.get(0), WorkState.REGISTERED)))
                .isInstanceOf(LeaseLost.class);
        assertThat(office.stateOf(receipt)).isEqualTo("returned");
    }

    @Test
    void putsBackAtOnceWhatAProcessThatHasEndedHadTakenOn() {
        long receipt = arrives("KG", MON_2026_03_02);
        assertThat(worklist.claim(10, LEASE)).hasSize(1);
        assertThat(worklist.releaseOrphans()).as("its process lives").isZero();

        office.bean(Presence.class).close();

        assertThat(worklist.releaseOrphans()).isEqualTo(1);
        List<Claimed> again = worklist.claim(10, LEASE);
        assertThat(receipts(again)).containsExactly(receipt);
        assertThat(again.get(0).attempts()).isEqualTo(2);
    }

    @Test
    void takesAnArrivalAloneThatHasOutlivedSeveralClaims() {
        long suspicious = arrives("KG", MON_2026_03_02);
        long good = arrives("AM", MON_2026_03_02.plusSeconds(1));
        office.jdbc()
                .sql("update work set attempts = 4 where receipt_id = ?")
                .param(suspicious)
                .update();
        assertThat(receipts(worklist.claim(10, LEASE))).containsExactly(suspicious);
        assertThat(receipts(worklist.claim(10, LEASE))).containsExactly(good);
    }

    @Test
    void countsAStumbleAgainstAnArrivalAndNoWaiting() {
        arrives("KG", MON_2026_03_02);
        worklist.defer(worklist.claim(1, LEASE), Duration.ZERO, "waits");
        worklist.stumbled(worklist.claim(1, LEASE).get(0), Duration.ZERO, "stumbled");
        assertThat(worklist.claim(1, LEASE).get(0).attempts()).isEqualTo(2);
    }

    @Test
    void keepsQuarantinedArrivalsApartUntilTheyAreRetried() {
        long receipt = arrives("KG", MON_2026_03_02);
        worklist.quarantine(worklist.claim(1, LEASE).get(0), "a bug");
        assertThat(office.stateOf(receipt)).isEqualTo("quarantined a bug");
        assertThat(worklist.claim(1, LEASE)).isEmpty();
        assertThat(worklist.load().byState()).containsEntry(WorkState.QUARANTINED, 1L);
        assertThat(worklist.retryAll()).isEqualTo(1);
        assertThat(worklist.claim(1, LEASE)).hasSize(1);
        assertThat(worklist.retry(receipt)).isFalse();
    }

    @Test
    void knowsWhatMayBeAPartysEarlierUndecidedArrival() {
        long mine = arrives("KG", MON_2026_03_02);
        long another = arrives("AM", MON_2026_03_02);
        PartyCode kg = new PartyCode("KG");
        Instant later = MON_2026_03_02.plusSeconds(60);
        assertThat(worklist.hasEarlierUndecided(kg, later, 99, List.of())).isTrue();
        assertThat(worklist.hasEarlierUndecided(kg, later, 99, List.of(mine))).isFalse();
        assertThat(worklist.hasEarlierUndecided(kg, MON_2026_03_02, mine, List.of()))
                .isFalse();
        assertThat(another).isGreaterThan(mine);
        office.receivesMail("From: a@b.example\r\n\r\n{".getBytes(), MON_2026_03_02);
        assertThat(worklist.hasEarlierUndecided(kg, later, 99, List.of(mine))).isTrue();
    }

    private long arrives(String party, Instant at) {
        return office.receives(Channel.JMS, party, Note.bodiesOf(party).json(), at);
    }

    private static List<Long> receipts(List<Claimed> claimed) {
        return claimed.stream().map(Claimed::receipt).toList();
    }
}
