package io.depository.outbox;

import io.depository.parties.Channel;
import io.depository.treaty.PartyCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of deliveries, read from PostgreSQL by keys only: no question costs more as it grows. */
@Repository
class JdbcDeliveries implements Deliveries {

    private final JdbcClient jdbc;

    JdbcDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> list(@Nullable State state, long after, int limit) {
        return page(state, "d.id > :edge", "d.id", after, limit);
    }

    @Override
    public List<Line> listLatest(@Nullable State state, long before, int limit) {
        return page(state, "d.id < :edge", "d.id desc", before, limit);
    }

    private List<Line> page(@Nullable State state, String beyond, String order, long edge, int limit) {
        return jdbc.sql("""
                        select d.*, t.type, t.number, a.answer
                        from delivery d
                        join letter t on t.id = d.letter_id
                        left join attempt a on a.delivery_id = d.id and a.number = d.attempts
                        where %s %s
                        order by %s
                        limit :limit
                        """.formatted(beyond, state == null ? "" : "and d.state = '" + state.wireName() + "'", order))
                .param("edge", edge)
                .param("limit", limit)
                .query((row, number) -> line(row))
                .list();
    }

    @Override
    public boolean retry(long id) {
        return jdbc.sql("update delivery set state = 'due' where id = ? and state in ('failed', 'bounced')")
                        .param(id)
                        .update()
                == 1;
    }

    @Override
    public Figures figures() {
        return jdbc.sql("""
                        select (select count(*) from fan_out where done_at is null) as undone,
                               (select count(*) from delivery where state = 'due') as due,
                               (select count(*) from delivery where state in ('failed', 'bounced')) as failed,
                               (select count(*) from delivery where state = 'no-channel') as without_channel,
                               (select count(*) from enclosure where content is null) as without_document,
                               (select created_at from delivery where state = 'due' order by id limit 1) as oldest_due
                        """)
                .query((row, number) -> new Figures(
                        row.getLong("undone"),
                        row.getLong("due"),
                        row.getLong("failed"),
                        row.getLong("without_channel"),
                        row.getLong("without_document"),
                        instant(row, "oldest_due")))
                .single();
    }

    private static Line line(ResultSet row) throws SQLException {
        String channel = row.getString("channel");
        return new Line(
                row.getLong("id"),
                row.getString("letter_id"),
                row.getString("type"),
                row.getString("number"),
                new PartyCode(row.getString("party")),
                channel == null ? null : Channel.of(channel),
                row.getString("address"),
                row.getString("state"),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "sent_at"),
                row.getString("answer"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
