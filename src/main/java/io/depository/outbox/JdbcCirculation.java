package io.depository.outbox;

import java.time.OffsetDateTime;
import java.util.List;
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
        return jdbc.sql("""
                        select id, issued_at, body from letter
                        where type = 'circular' and agreement = :agreement %s
                        order by issued_at desc, length(number) desc, number desc
                        limit :limit
                        """.formatted(before == null ? "" : """
                        and (issued_at, length(number), number) <
                            (select issued_at, length(number), number from letter where id = :before)"""))
                .param("agreement", agreement)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> new Issued(
                        row.getString("id"),
                        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                        row.getBytes("body")))
                .list();
    }
}
