package io.depository.outbox;

import io.depository.treaty.PartyCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Circulars, read from PostgreSQL along one index: no page costs more as they add up. */
@Repository
class JdbcCirculation implements Circulation {

    private final JdbcClient jdbc;

    JdbcCirculation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Issued> list(String agreement, @Nullable String before, int limit) {
        return chosen("agreement = :choice", agreement, before, limit);
    }

    @Override
    public List<Issued> listAll(@Nullable String before, int limit) {
        return chosen("cast(:choice as text) is null", null, before, limit);
    }

    @Override
    public List<Issued> listTo(PartyCode party, @Nullable String before, int limit) {
        return chosen(
                "exists (select from fan_out where letter_id = letter.id and :choice = any (recipients))",
                party.value(),
                before,
                limit);
    }

    private List<Issued> chosen(String which, @Nullable String choice, @Nullable String before, int limit) {
        return jdbc.sql("""
                        select id, issued_at, body from letter
                        where type = 'circular' and %s %s
                        order by issued_at desc, length(number) desc, number desc
                        limit :limit
                        """.formatted(which, before == null ? "" : """
                        and (issued_at, length(number), number) <
                            (select issued_at, length(number), number from letter where id = :before)"""))
                .param("choice", choice)
                .param("before", before)
                .param("limit", limit)
                .query(JdbcCirculation::issued)
                .list();
    }

    @Override
    public Optional<Issued> find(String number) {
        return jdbc.sql("select id, issued_at, body from letter where number = ?")
                .param(number)
                .query(JdbcCirculation::issued)
                .optional();
    }

    private static Issued issued(ResultSet row, int number) throws SQLException {
        return new Issued(
                row.getString("id"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getBytes("body"));
    }
}
