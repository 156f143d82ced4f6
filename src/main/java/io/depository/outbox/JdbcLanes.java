package io.depository.outbox;

import io.depository.parties.Channel;
import io.depository.presence.Presence;
import io.depository.treaty.PartyCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lanes in PostgreSQL. Leases and rests are measured by the database's clock, the only one that all nodes share: a node
 * whose own clock runs ahead must not take a lane that another holds.
 */
@Repository
class JdbcLanes implements Lanes {

    private static final double MILLIS_A_SECOND = 1000.0;

    private final JdbcClient jdbc;
    private final TransactionTemplate own;
    private final Presence presence;

    JdbcLanes(JdbcClient jdbc, PlatformTransactionManager transactions, Presence presence) {
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        this.presence = presence;
    }

    @Override
    public Claim claim(Channel channel, Appetite appetite) {
        int holder = presence.holder();
        UUID token = UUID.randomUUID();
        return Objects.requireNonNull(own.execute(transaction -> {
            dontWaitForTheDisk();
            openLanes(channel);
            Map<PartyCode, Integer> failures = hold(channel, appetite, holder, token);
            if (failures.isEmpty()) {
                return new Claim(channel, token, List.of());
            }
            Map<PartyCode, List<Delivery>> due = load(token, appetite.deliveries());
            letGoOfEmptyLanes(token, failures.keySet(), due.keySet());
            return new Claim(
                    channel,
                    token,
                    due.entrySet().stream()
                            .map(lane -> new Claim.Load(
                                    lane.getKey(), failures.getOrDefault(lane.getKey(), 0), lane.getValue()))
                            .toList());
        }));
    }

    /** A claim that a crash of the database forgets only means that letters go out again under the same wire ids. */
    private void dontWaitForTheDisk() {
        jdbc.sql("set local synchronous_commit to off").update();
    }

    /** Finds the parties with letters due by one look into the index each, however many letters wait. */
    private void openLanes(Channel channel) {
        jdbc.sql("""
                        with recursive waiting (party) as (
                            (select party from delivery where channel = :channel and state = 'due'
                             order by party limit 1)
                            union all
                            select (select party from delivery
                                    where channel = :channel and state = 'due' and party > waiting.party
                                    order by party limit 1)
                            from waiting where waiting.party is not null)
                        insert into lane (channel, party)
                        select :channel, party from waiting
                        where party is not null
                          and not exists (select from lane l where l.channel = :channel and l.party = waiting.party)
                        on conflict do nothing
                        """).param("channel", channel.wireName()).update();
    }

    /**
     * Asks each free lane for its first letter, by one look into the index each. As an {@code exists} the planner would
     * join all that is due, which took half a second with some 90,000 circulars waiting.
     */
    private Map<PartyCode, Integer> hold(Channel channel, Appetite appetite, int holder, UUID token) {
        return jdbc
                .sql("""
                        with free as (
                            select channel, party from lane l
                            where channel = :channel and leased_until <= now() and not_before <= now()
                              and (select d.id from delivery d
                                   where d.channel = l.channel and d.party = l.party and d.state = 'due'
                                   order by d.priority, d.id limit 1) is not null
                            order by claimed_at, party
                            limit :lanes
                            for update skip locked)
                        update lane
                        set lease = :token, holder = :holder, claimed_at = now(),
                            leased_until = now() + make_interval(secs => :seconds), attempts = lane.attempts + 1
                        from free where lane.channel = free.channel and lane.party = free.party
                        returning lane.party, lane.attempts - 1 as failures
                        """)
                .param("channel", channel.wireName())
                .param("lanes", appetite.lanes())
                .param("token", token)
                .param("holder", holder)
                .param("seconds", seconds(appetite.lease()))
                .query((row, number) -> Map.entry(new PartyCode(row.getString("party")), row.getInt("failures")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Fills the batch evenly: the first letter of every lane, then the second of every lane, and so on. */
    private Map<PartyCode, List<Delivery>> load(UUID token, int limit) {
        return jdbc
                .sql("""
                        select d.*, t.type, t.kind, t.number, t.agreement, t.party as about, t.reference, t.entry, t.body,
                               t.issued_at
                        from (select due.* from lane l cross join lateral (
                                  select *, row_number() over (order by priority, id) as place
                                  from delivery
                                  where channel = l.channel and party = l.party and state = 'due'
                                  order by priority, id
                                  limit case when l.attempts > 1 then 1 else :limit end) as due
                              where l.lease = :token
                              order by place, party
                              limit :limit) as d
                        join letter t on t.id = d.letter_id
                        order by d.party, d.priority, d.id
                        """)
                .param("token", token)
                .param("limit", limit)
                .query((row, number) -> delivery(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Delivery::party, TreeMap::new, Collectors.toList()));
    }

    /** Between the look and the hold somebody else may have sent what was due. */
    private void letGoOfEmptyLanes(UUID token, Set<PartyCode> held, Set<PartyCode> due) {
        Set<PartyCode> empty = new HashSet<>(held);
        empty.removeAll(due);
        if (!empty.isEmpty()) {
            jdbc.sql("""
                            update lane set lease = null, holder = null, leased_until = '-infinity', attempts = attempts - 1
                            where lease = ? and party = any (?)
                            """).param(token).param(codes(empty)).update();
        }
    }

    @Override
    public int settle(Claim claim, List<Attempt> attempts, List<Pause> pauses) {
        Integer marked = own.execute(transaction -> {
            Set<PartyCode> held = letGo(claim);
            Map<PartyCode, Integer> failures =
                    claim.loads().stream().collect(Collectors.toMap(Claim.Load::party, Claim.Load::failures));
            pauses.stream()
                    .filter(pause -> held.contains(pause.party()))
                    .forEach(pause -> rest(claim.channel(), pause, failures.getOrDefault(pause.party(), 0) + 1));
            Set<Long> mine = claim.loads().stream()
                    .filter(load -> held.contains(load.party()))
                    .flatMap(load -> load.deliveries().stream().map(Delivery::id))
                    .collect(Collectors.toSet());
            return mark(attempts.stream()
                    .filter(attempt -> mine.contains(attempt.delivery()))
                    .toList());
        });
        return marked == null ? 0 : marked;
    }

    private Set<PartyCode> letGo(Claim claim) {
        return Set.copyOf(jdbc.sql("""
                        update lane set lease = null, holder = null, leased_until = '-infinity',
                            not_before = '-infinity', attempts = 0, cause = null
                        where lease = ? returning party
                        """)
                .param(claim.token())
                .query((row, number) -> new PartyCode(row.getString("party")))
                .list());
    }

    private void rest(Channel channel, Pause pause, int failures) {
        jdbc.sql("""
                        update lane set not_before = now() + make_interval(secs => ?), attempts = ?, cause = ?
                        where channel = ? and party = ?
                        """)
                .param(seconds(pause.rest()))
                .param(failures)
                .param(pause.cause())
                .param(channel.wireName())
                .param(pause.party().value())
                .update();
    }

    private int mark(List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                        with result as (
                            select * from unnest(?::bigint[], ?::text[], ?::text[]) as r (id, outcome, answer)),
                        marked as (
                            update delivery d
                            set attempts = d.attempts + 1,
                                state = case r.outcome when 'deferred' then 'due' else r.outcome end,
                                sent_at = case r.outcome when 'sent' then now() end
                            from result r where d.id = r.id and d.state = 'due'
                            returning d.id, d.attempts, r.outcome, r.answer)
                        insert into attempt (delivery_id, number, at, outcome, answer)
                        select id, attempts, now(), outcome, answer from marked
                        """)
                .param(attempts.stream().map(Attempt::delivery).toArray(Long[]::new))
                .param(attempts.stream().map(a -> a.outcome().wireName()).toArray(String[]::new))
                .param(attempts.stream().map(Attempt::answer).toArray(String[]::new))
                .update();
    }

    @Override
    public int releaseOrphans() {
        presence.confirm();
        return jdbc.sql("""
                        update lane
                        set lease = null, holder = null, leased_until = '-infinity',
                            not_before = now() + make_interval(secs => least(300, power(2, attempts - 1))),
                            cause = 'The process that was sending has ended'
                        where lease is not null and holder not in (%s)
                        """.formatted(Presence.LIVING)).update();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        Letter letter = new Letter(
                row.getString("letter_id"),
                type(row.getString("type")),
                row.getString("kind"),
                row.getString("number"),
                row.getString("agreement"),
                party(row.getString("about")),
                row.getString("reference"),
                row.getObject("entry", Long.class),
                row.getBytes("body"),
                instant(row, "issued_at"),
                List.of());
        return new Delivery(
                row.getLong("id"),
                row.getString("wire_id"),
                letter,
                row.getLong("occasion"),
                new PartyCode(row.getString("party")),
                Channel.of(row.getString("channel")),
                row.getString("address"),
                row.getString("correlation"),
                row.getInt("attempts"),
                instant(row, "created_at"));
    }

    private static Letter.Type type(String wireName) {
        return wireName.equals(Letter.Type.CIRCULAR.wireName()) ? Letter.Type.CIRCULAR : Letter.Type.ACKNOWLEDGEMENT;
    }

    private static @Nullable PartyCode party(@Nullable String code) {
        return code == null ? null : new PartyCode(code);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS_A_SECOND;
    }

    private static String[] codes(Set<PartyCode> parties) {
        return parties.stream().map(PartyCode::value).toArray(String[]::new);
    }
}
