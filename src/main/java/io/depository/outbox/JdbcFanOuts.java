package io.depository.outbox;

import io.depository.parties.Registration;
import io.depository.treaty.PartyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Addresses circulars under an advisory lock: were two processes to do so side by side, a later circular could overtake
 * an earlier one in the lanes. The unique key of deliveries is what makes it idempotent.
 */
@Repository
class JdbcFanOuts implements FanOuts {

    private static final long ONE_AT_A_TIME = 0x46414E4F5554L;

    private final JdbcClient jdbc;
    private final TransactionTemplate own;
    private final WithoutChannel withoutChannel;

    JdbcFanOuts(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.withoutChannel = new WithoutChannel(jdbc);
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public int spread(int limit, Function<PartyCode, List<Registration>> channels) {
        Integer spread = own.execute(transaction ->
                isMyTurn() ? withoutChannel.address(limit, channels) + spreadOldest(limit, channels) : 0);
        return spread == null ? 0 : spread;
    }

    private boolean isMyTurn() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(ONE_AT_A_TIME)
                .query(Boolean.class)
                .single();
    }

    private int spreadOldest(int limit, Function<PartyCode, List<Registration>> channels) {
        List<Undone> undone = jdbc.sql(
                        "select letter_id, recipients from fan_out where done_at is null order by position limit ?")
                .param(limit)
                .query((row, number) -> new Undone(row.getString("letter_id"), (String[])
                        row.getArray("recipients").getArray()))
                .list();
        if (undone.isEmpty()) {
            return 0;
        }
        List<Addressed> addressed = new ArrayList<>();
        List<WithoutChannel.Lacking> lacking = new ArrayList<>();
        for (Undone circular : undone) {
            for (String code : circular.recipients()) {
                PartyCode party = new PartyCode(code);
                List<Registration> registered = channels.apply(party);
                registered.forEach(registration -> addressed.add(new Addressed(circular.letter(), registration)));
                if (registered.isEmpty()) {
                    lacking.add(new WithoutChannel.Lacking(circular.letter(), party));
                }
            }
        }
        withoutChannel.writeDown(lacking);
        putDown(addressed);
        return markDone(undone);
    }

    private void putDown(List<Addressed> addressed) {
        jdbc.sql("""
                        insert into delivery (letter_id, occasion, party, channel, address, priority, wire_id)
                        select letter, 0, party, channel, address, 1, concat_ws('-', letter, 0, party, channel)
                        from unnest(?::text[], ?::text[], ?::text[], ?::text[]) with ordinality
                            as circular (letter, party, channel, address, place)
                        order by place
                        on conflict do nothing
                        """)
                .param(texts(addressed, Addressed::letter))
                .param(texts(addressed, row -> row.to().party().value()))
                .param(texts(addressed, row -> row.to().channel().wireName()))
                .param(texts(addressed, row -> row.to().address()))
                .update();
    }

    private int markDone(List<Undone> undone) {
        return jdbc.sql("update fan_out set done_at = clock_timestamp() where letter_id = any (?)")
                .param(texts(undone, Undone::letter))
                .update();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private record Undone(String letter, String[] recipients) {}

    private record Addressed(String letter, Registration to) {}
}
