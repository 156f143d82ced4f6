package io.depository.dispatch;

import io.depository.outbox.Attempt;
import io.depository.outbox.Claim;
import io.depository.outbox.Delivery;
import io.depository.outbox.TestOutbox;
import io.depository.parties.Channel;
import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Claims made by hand, for the ports that send them. */
final class Posted {

    private static final AtomicLong NEXT = new AtomicLong(1);
    private static final Instant LATER = Instant.parse("2026-11-23T11:00:00Z");

    private Posted() {}

    static Delivery delivery(Channel channel, String party, String letter) {
        return delivery(channel, party, letter, party, 0);
    }

    static Delivery delivery(Channel channel, String party, String letter, String address, int attempts) {
        long id = NEXT.getAndIncrement();
        return new Delivery(
                id,
                letter + "-7-" + party + "-" + channel.wireName(),
                TestOutbox.acknowledgement(letter, party),
                7,
                new PartyCode(party),
                channel,
                address,
                "ID:asked",
                attempts,
                LATER);
    }

    /** One lane for each list of deliveries. */
    @SafeVarargs
    static Claim claim(Channel channel, List<Delivery>... lanes) {
        return new Claim(
                channel,
                UUID.randomUUID(),
                Arrays.stream(lanes)
                        .map(lane -> new Claim.Load(lane.get(0).party(), 0, lane))
                        .toList());
    }

    static List<Attempt.Outcome> outcomes(Report report) {
        return report.attempts().stream().map(Attempt::outcome).toList();
    }
}
