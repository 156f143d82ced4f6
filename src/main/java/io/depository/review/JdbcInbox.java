package io.depository.review;

import io.depository.parties.Channel;
import io.depository.reading.Arrival;
import io.depository.treaty.PartyCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The inbox in PostgreSQL, read by keys only: no page costs more as it grows. */
@Repository
class JdbcInbox implements Inbox {

    private static final String LINES = """
            select w.receipt_id, w.state, w.cause, r.channel, r.received_at, coalesce(d.speaker, r.channel_party) as party,
                   d.agreement, d.act, d.reference
            from (select * from work where receipt_id >= :from %s order by receipt_id limit :limit) w
            join receipt r on r.id = w.receipt_id
            left join lateral (select * from decision where receipt_id = w.receipt_id order by id desc limit 1) d on true
            order by w.receipt_id
            """;

    /** By the latest decision; of what has none, by its channel's party. */
    private static final String SEARCH = """
            select w.receipt_id, w.state, w.cause, r.channel, r.received_at, coalesce(d.speaker, r.channel_party) as party,
                   d.agreement, d.act, d.reference
            from work w
            join receipt r on r.id = w.receipt_id
            left join lateral (select * from decision where receipt_id = w.receipt_id order by id desc limit 1) d on true
            where w.receipt_id < :before %s
            order by w.receipt_id desc limit :limit
            """;

    private static final String IN_STATE = "and w.state = :state\n";
    private static final String OF_PARTY = "and coalesce(d.speaker, r.channel_party) = :party\n";
    private static final String WITH_TEXT = """
             and w.receipt_id in (
                select receipt_id from decision where lower(reference) like :beginning
                union all select receipt_id from decision where codes @> array[:code]::text[] and codes is not null
                union all select receipt_id from work where cause is not null and cause ilike :part
                union all select receipt_id from work where receipt_id = :number)""";

    private final JdbcClient jdbc;

    JdbcInbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> list(@Nullable ArrivalState state, long from, int limit) {
        return jdbc.sql(LINES.formatted(state == null ? "" : "and state = '" + state.stored() + "'"))
                .param("from", from)
                .param("limit", limit)
                .query((row, number) -> line(row))
                .list();
    }

    @Override
    public List<Line> search(Search search, long before, int limit) {
        String text = search.text();
        String where = (search.state() == null ? "" : IN_STATE)
                + (search.party() == null ? "" : OF_PARTY)
                + (text == null ? "" : WITH_TEXT);
        JdbcClient.StatementSpec question = jdbc.sql(SEARCH.formatted(where))
                .param("before", before)
                .param("limit", limit)
                .param("state", search.state() == null ? "" : search.state().stored())
                .param("party", search.party() == null ? "" : search.party());
        if (text != null) {
            question = question.param("beginning", literally(text.toLowerCase(Locale.ROOT)) + "%")
                    .param("code", text.toUpperCase(Locale.ROOT))
                    .param("part", "%" + literally(text) + "%")
                    .param("number", text.matches("\\d{1,18}") ? Long.parseLong(text) : -1);
        }
        return question.query((row, number) -> line(row)).list();
    }

    /** What LIKE takes for itself. */
    private static String literally(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }

    @Override
    public Optional<Line> find(long id) {
        return jdbc.sql(LINES.formatted("and receipt_id = :from"))
                .param("from", id)
                .param("limit", 1)
                .query((row, number) -> line(row))
                .optional();
    }

    @Override
    public Optional<Raw> findRaw(long id) {
        return jdbc.sql("select content, too_large from receipt join document using (digest, too_large) where id = ?")
                .param(id)
                .query((row, number) -> new Raw(row.getBytes("content"), !row.getBoolean("too_large")))
                .optional();
    }

    @Override
    public Optional<Arrival> findArrival(long id) {
        return jdbc.sql("""
                        select channel, channel_party, content, too_large, received_at
                        from receipt join document using (digest, too_large) where id = ?""").param(id).query((row, number) -> arrival(row)).optional();
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        String party = row.getString("channel_party");
        return new Arrival(
                Channel.of(row.getString("channel")),
                party == null ? null : new PartyCode(party),
                row.getBytes("content"),
                row.getBoolean("too_large"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("receipt_id"),
                ArrivalState.ofStored(row.getString("state")),
                row.getString("channel"),
                row.getString("party"),
                row.getString("agreement"),
                row.getString("act"),
                row.getString("reference"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("cause"));
    }
}
