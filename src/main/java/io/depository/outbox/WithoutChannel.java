package io.depository.outbox;

import io.depository.parties.Registration;
import io.depository.treaty.PartyCode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Circulars for states that no channel is registered for: written down, told once, and addressed when there is one. Works
 * in the transaction and under the lock of {@link JdbcFanOuts}.
 */
final class WithoutChannel {

    private static final Logger LOG = LoggerFactory.getLogger(WithoutChannel.class);

    private final JdbcClient jdbc;

    WithoutChannel(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A circular and a recipient that no channel reaches. */
    record Lacking(String letter, PartyCode party) {}

    /** Writes down that these could not be addressed; warns of each state with the first circular that waits for it. */
    void writeDown(List<Lacking> lacking) {
        if (lacking.isEmpty()) {
            return;
        }
        List<PartyCode> known = waiting();
        jdbc.sql("""
                        insert into delivery (letter_id, occasion, party, priority, state, wire_id)
                        select letter, 0, party, 1, 'no-channel', concat_ws('-', letter, 0, party)
                        from unnest(?::text[], ?::text[]) with ordinality as circular (letter, party, place)
                        order by place
                        on conflict do nothing
                        """)
                .param(lacking.stream().map(Lacking::letter).toArray(String[]::new))
                .param(lacking.stream().map(one -> one.party().value()).toArray(String[]::new))
                .update();
        String unreached = lacking.stream()
                .map(Lacking::party)
                .distinct()
                .filter(party -> !known.contains(party))
                .map(PartyCode::value)
                .collect(Collectors.joining(", "));
        if (!unreached.isEmpty()) {
            LOG.warn(
                    "No channel is registered for {}: circulars wait, and in law that state is not informed (VCLT 78(c))."
                            + " Register a channel; what waits is sent at once.",
                    unreached);
        }
    }

    /** @return how many circulars that waited are addressed now */
    int address(int limit, Function<PartyCode, List<Registration>> channels) {
        int addressed = 0;
        for (PartyCode party : waiting()) {
            List<Registration> registered = channels.apply(party);
            if (!registered.isEmpty()) {
                addressed += address(party, registered, limit);
            }
        }
        return addressed;
    }

    private List<PartyCode> waiting() {
        return jdbc.sql("select party from delivery where state = 'no-channel' group by party order by party")
                .query((row, number) -> new PartyCode(row.getString("party")))
                .list();
    }

    /** The line that waited becomes the delivery on the first channel; the other channels get lines of their own. */
    private int address(PartyCode party, List<Registration> registered, int limit) {
        return jdbc.sql("""
                        with waiting as (
                            select id, letter_id from delivery where state = 'no-channel' and party = :party
                            order by id limit :limit),
                        registered as (
                            select * from unnest(:channels::text[], :addresses::text[]) with ordinality
                                as r (channel, address, place)),
                        others as (
                            insert into delivery (letter_id, occasion, party, channel, address, priority, wire_id)
                            select letter_id, 0, :party, channel, address, 1,
                                   concat_ws('-', letter_id, 0, :party, channel)
                            from waiting cross join registered
                            where place > 1
                            order by id, place
                            on conflict do nothing)
                        update delivery d
                        set state = 'due', channel = r.channel, address = r.address,
                            wire_id = concat_ws('-', d.letter_id, 0, d.party, r.channel)
                        from waiting w, registered r
                        where d.id = w.id and r.place = 1
                        """)
                .param("party", party.value())
                .param("limit", limit)
                .param(
                        "channels",
                        registered.stream().map(one -> one.channel().wireName()).toArray(String[]::new))
                .param(
                        "addresses",
                        registered.stream().map(Registration::address).toArray(String[]::new))
                .update();
    }
}
