package io.depository.inbox;

import io.depository.parties.Channel;
import io.depository.presence.Presence;
import io.depository.treaty.PartyCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The worklist in PostgreSQL. All times of leases are the database's. */
@Repository
class JdbcWorklist implements Worklist {

    /** From this claim on an arrival is taken alone. */
    private static final int SUSPICIOUS_ATTEMPTS = 4;

    private static final UUID NO_LEASE = new UUID(0, 0);

    private static final long BYTES_AT_ONCE = 64L * 1024 * 1024;

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final Presence presence;

    JdbcWorklist(JdbcClient jdbc, PlatformTransactionManager transactions, Presence presence) {
        this.jdbc = jdbc;
        this.presence = presence;
        this.ownTransaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Claimed> claim(int limit, Duration lease) {
        UUID token = UUID.randomUUID();
        int holder = presence.holder();
        int taken = ownTransaction.execute(status -> take(limit, lease, token, holder));
        return taken == 0 ? List.of() : read(token);
    }

    private int take(int limit, Duration lease, UUID token, int holder) {
        return jdbc.sql("""
                        with due as materialized (
                            select receipt_id, received_at, attempts from work
                            where state = 'received' and not_before <= now() and leased_until <= now()
                            order by received_at, receipt_id limit :limit for update skip locked),
                        measured as (
                            select receipt_id, attempts,
                                   row_number() over in_order as place,
                                   bool_or(attempts >= :suspicious) over in_order as suspicious,
                                   sum(size) over in_order as bytes
                            from due join receipt on id = receipt_id join document using (digest, too_large)
                            window in_order as (order by due.received_at, receipt_id)),
                        chosen as (
                            select receipt_id from measured where place = 1 or (not suspicious and bytes <= :bytes))
                        update work set lease = :token, holder = :holder, leased_until = now() + :seconds * interval '1 second',
                            attempts = work.attempts + 1
                        from chosen where work.receipt_id = chosen.receipt_id""")
                .param("limit", limit)
                .param("suspicious", SUSPICIOUS_ATTEMPTS)
                .param("bytes", BYTES_AT_ONCE)
                .param("token", token)
                .param("holder", holder)
                .param("seconds", lease.toSeconds())
                .update();
    }

    private List<Claimed> read(UUID token) {
        return jdbc.sql("""
                        select r.id, r.channel, r.channel_party, d.content, r.digest, r.too_large, r.received_at,
                               r.correlation, w.attempts
                        from work w join receipt r on r.id = w.receipt_id
                             join document d on d.digest = r.digest and d.too_large = r.too_large
                        where w.lease = :token and w.state = 'received' and w.leased_until > now()
                        order by r.received_at, r.id""")
                .param("token", token)
                .query((row, number) -> claimed(row, token))
                .list();
    }

    private static Claimed claimed(ResultSet row, UUID token) throws SQLException {
        String party = row.getString("channel_party");
        return new Claimed(
                row.getLong("id"),
                Channel.of(row.getString("channel")),
                party == null ? null : new PartyCode(party),
                row.getBytes("content"),
                row.getBytes("digest"),
                row.getBoolean("too_large"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("correlation"),
                row.getInt("attempts"),
                token);
    }

    @Override
    public int releaseOrphans() {
        presence.confirm();
        return jdbc.sql("""
                        update work set lease = null, holder = null, leased_until = '-infinity',
                            cause = 'The process that was examining it has ended'
                        where state = 'received' and lease is not null and holder not in (%s)
                        """.formatted(Presence.LIVING)).update();
    }

    @Override
    public void settle(Map<Claimed, WorkState> outcomes) {
        Long[] receipts = outcomes.keySet().stream().map(Claimed::receipt).toArray(Long[]::new);
        String[] leases = leases(outcomes.keySet());
        String[] states = outcomes.values().stream().map(WorkState::wireName).toArray(String[]::new);
        int settled = jdbc.sql("""
                        update work set state = o.state, lease = null, cause = null, changed_at = clock_timestamp()
                        from unnest(:receipts, :leases::uuid[], :states) as o(receipt_id, lease, state)
                        where work.receipt_id = o.receipt_id and work.lease = o.lease and work.state = 'received'""")
                .param("receipts", receipts)
                .param("leases", leases)
                .param("states", states)
                .update();
        if (settled != outcomes.size()) {
            throw new LeaseLost(outcomes.size(), settled);
        }
    }

    @Override
    public void defer(Collection<Claimed> claimed, Duration delay, String cause) {
        putBack(claimed, delay, cause, 1);
    }

    @Override
    public void awaitEarlier(Collection<Claimed> claimed) {
        jdbc.sql("""
                        update work set lease = null, holder = null, leased_until = '-infinity',
                            cause = 'waits for an earlier arrival of the same party', attempts = attempts - 1,
                            not_before = now() + least(interval '1 minute',
                                greatest(interval '500 milliseconds', (now() - changed_at) / 10))
                        from unnest(:receipts, :leases::uuid[]) as c(receipt_id, lease)
                        where work.receipt_id = c.receipt_id and work.lease = c.lease and work.state = 'received'""")
                .param("receipts", claimed.stream().map(Claimed::receipt).toArray(Long[]::new))
                .param("leases", leases(claimed))
                .update();
    }

    @Override
    public long quarantined() {
        return jdbc.sql("select count(*) from work where state = 'quarantined'")
                .query(Long.class)
                .single();
    }

    @Override
    public void stumbled(Claimed claimed, Duration delay, String cause) {
        putBack(List.of(claimed), delay, cause, 0);
    }

    private void putBack(Collection<Claimed> claimed, Duration delay, String cause, int forgiven) {
        jdbc.sql("""
                        update work set lease = null, holder = null, leased_until = '-infinity', cause = :cause,
                            attempts = attempts - :forgiven,
                            not_before = now() + :millis * interval '1 millisecond'
                        from unnest(:receipts, :leases::uuid[]) as c(receipt_id, lease)
                        where work.receipt_id = c.receipt_id and work.lease = c.lease and work.state = 'received'""")
                .param("cause", cause)
                .param("forgiven", forgiven)
                .param("millis", delay.toMillis())
                .param("receipts", claimed.stream().map(Claimed::receipt).toArray(Long[]::new))
                .param("leases", leases(claimed))
                .update();
    }

    @Override
    public void quarantine(Claimed claimed, String cause) {
        jdbc.sql("""
                        update work set state = 'quarantined', lease = null, cause = :cause,
                            changed_at = clock_timestamp()
                        where receipt_id = :receipt and lease = :lease and state = 'received'""")
                .param("cause", cause)
                .param("receipt", claimed.receipt())
                .param("lease", claimed.lease())
                .update();
    }

    @Override
    public Optional<Claimed> findUnderReview(long receipt) {
        return jdbc.sql("""
                        select r.id, r.channel, r.channel_party, d.content, r.digest, r.too_large, r.received_at,
                               r.correlation, w.attempts
                        from work w join receipt r on r.id = w.receipt_id
                             join document d on d.digest = r.digest and d.too_large = r.too_large
                        where w.receipt_id = :receipt and w.state = 'under-review'""")
                .param("receipt", receipt)
                .query((row, number) -> claimed(row, NO_LEASE))
                .optional();
    }

    @Override
    public void resolve(long receipt, WorkState outcome) {
        int resolved = jdbc.sql("""
                        update work set state = :state, changed_at = clock_timestamp()
                        where receipt_id = :receipt and state = 'under-review'""")
                .param("state", outcome.wireName())
                .param("receipt", receipt)
                .update();
        if (resolved != 1) {
            throw new LeaseLost(1, resolved);
        }
    }

    @Override
    public boolean retry(long receipt) {
        return retry("receipt_id = :receipt", Map.of("receipt", receipt)) == 1;
    }

    @Override
    public int retryAll() {
        return retry("true", Map.of());
    }

    private int retry(String which, Map<String, ?> parameters) {
        return jdbc.sql("update work set state = 'received', attempts = least(attempts, 11), not_before = '-infinity',"
                        + " leased_until = '-infinity', changed_at = clock_timestamp()"
                        + " where state = 'quarantined' and " + which)
                .params(parameters)
                .update();
    }

    @Override
    public boolean hasEarlierUndecided(PartyCode party, Instant receivedAt, long receipt, Collection<Long> except) {
        return jdbc.sql("""
                        select exists (
                            select from work
                            where (channel_party = :party and state in ('received', 'quarantined')
                                   or channel_party is null and state = 'received')
                              and (received_at, receipt_id) < (:receivedAt, :receipt)
                              and receipt_id <> all (:except))""")
                .param("party", party.value())
                .param("receivedAt", Timestamp.from(receivedAt))
                .param("receipt", receipt)
                .param("except", except.toArray(Long[]::new))
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean hasUndecided() {
        return jdbc.sql("""
                        select 1 from work where state = 'received' and not_before <= now()
                        order by received_at, receipt_id limit 1""").query(Integer.class).optional().isPresent();
    }

    private static String[] leases(Collection<Claimed> claimed) {
        return claimed.stream().map(one -> one.lease().toString()).toArray(String[]::new);
    }

    @Override
    public Load load() {
        Map<WorkState, Long> byState = new EnumMap<>(WorkState.class);
        for (WorkState state : WorkState.values()) {
            byState.put(state, 0L);
        }
        jdbc.sql("select state, count(*) from work group by state").query(row -> {
            for (WorkState state : WorkState.values()) {
                if (state.wireName().equals(row.getString(1))) {
                    byState.put(state, row.getLong(2));
                }
            }
        });
        Optional<Instant> oldest = jdbc.sql("select received_at from work where state = 'received' order by 1 limit 1")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
        return new Load(byState, oldest);
    }
}
