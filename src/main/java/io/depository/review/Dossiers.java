package io.depository.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Puts together what the depository has about an arrival, in as many questions whatever there is. */
@Repository
public class Dossiers {

    /** The most deliveries that a dossier shows: far more than there are states and channels. */
    public static final int MOST_DELIVERIES = 1000;

    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final Votes votes;

    Dossiers(JdbcClient jdbc, Inbox inbox, Votes votes) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.votes = votes;
    }

    /** Everything about the arrival; empty where there is none of that number. */
    public Optional<Dossier> find(long arrival) {
        return inbox.find(arrival)
                .map(line -> new Dossier(
                        line,
                        receipt(arrival),
                        decisions(arrival),
                        votes.on(arrival),
                        letters(arrival),
                        legs(arrival)));
    }

    private Dossier.Receipt receipt(long arrival) {
        return jdbc.sql("""
                        select r.account, encode(r.digest, 'hex') as sha256, d.size, r.too_large, r.correlation,
                               jsonb_pretty(r.evidence) as evidence, r.stored_at, w.attempts, w.changed_at
                        from receipt r join document d using (digest, too_large) join work w on w.receipt_id = r.id
                        where r.id = ?""")
                .param(arrival)
                .query((row, number) -> new Dossier.Receipt(
                        row.getString("account"),
                        row.getString("sha256"),
                        row.getLong("size"),
                        row.getBoolean("too_large"),
                        row.getString("correlation"),
                        row.getString("evidence"),
                        instant(row, "stored_at"),
                        row.getInt("attempts"),
                        instant(row, "changed_at")))
                .single();
    }

    private List<Dossier.Taken> decisions(long arrival) {
        return jdbc.sql("select * from decision where receipt_id = ? order by id")
                .param(arrival)
                .query((row, number) -> new Dossier.Taken(
                        row.getString("outcome"),
                        row.getInt("weight"),
                        row.getString("kid"),
                        row.getObject("entry", Long.class),
                        row.getString("acknowledgement"),
                        instant(row, "decided_at")))
                .list();
    }

    /** Of a repeat the letter that answers it is another arrival's; its delivery tells which. */
    private List<Dossier.Sent> letters(long arrival) {
        return jdbc.sql("""
                        select id, type, kind, number, body, issued_at from letter where id in (
                            select acknowledgement from decision where receipt_id = :arrival
                            union select letter_id from delivery where occasion = :arrival and occasion > 0)
                        union all
                        select id, type, kind, number, body, issued_at from letter
                        where type = 'circular' and entry in (select entry from decision where receipt_id = :arrival)
                        order by issued_at, type, id""")
                .param("arrival", arrival)
                .query((row, number) -> new Dossier.Sent(
                        row.getString("id"),
                        row.getString("type"),
                        row.getString("kind"),
                        row.getString("number"),
                        row.getBytes("body"),
                        instant(row, "issued_at")))
                .list();
    }

    private List<Dossier.Leg> legs(long arrival) {
        Map<Long, List<Dossier.Try>> tries = new HashMap<>();
        List<Dossier.Leg> legs = jdbc.sql("""
                        select * from delivery where occasion = :arrival and occasion > 0
                        union all
                        select * from delivery where occasion = 0 and letter_id in (
                            select id from letter where type = 'circular' and entry in (
                                select entry from decision where receipt_id = :arrival))
                        order by id limit :most""")
                .param("arrival", arrival)
                .param("most", MOST_DELIVERIES)
                .query((row, number) -> leg(row))
                .list();
        jdbc.sql("select * from attempt where delivery_id = any(:deliveries) order by delivery_id, number")
                .param("deliveries", legs.stream().map(Dossier.Leg::id).toArray(Long[]::new))
                .query(row -> {
                    tries.computeIfAbsent(row.getLong("delivery_id"), key -> new ArrayList<>())
                            .add(new Dossier.Try(
                                    row.getInt("number"),
                                    instant(row, "at"),
                                    row.getString("outcome"),
                                    row.getString("answer")));
                });
        return legs.stream()
                .map(leg -> new Dossier.Leg(
                        leg.id(),
                        leg.letter(),
                        leg.party(),
                        leg.channel(),
                        leg.address(),
                        leg.state(),
                        leg.sentAt(),
                        tries.getOrDefault(leg.id(), List.of())))
                .toList();
    }

    private static Dossier.Leg leg(ResultSet row) throws SQLException {
        OffsetDateTime sent = row.getObject("sent_at", OffsetDateTime.class);
        @Nullable Instant sentAt = sent == null ? null : sent.toInstant();
        return new Dossier.Leg(
                row.getLong("id"),
                row.getString("letter_id"),
                row.getString("party"),
                row.getString("channel"),
                row.getString("address"),
                row.getString("state"),
                sentAt,
                List.of());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
