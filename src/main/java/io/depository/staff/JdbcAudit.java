package io.depository.staff;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The audit in PostgreSQL, where the application may insert and read, and nothing else. */
@Repository
class JdbcAudit implements Audit {

    private final JdbcClient jdbc;

    JdbcAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(String who, String what, String onWhat, String reason) {
        jdbc.sql("insert into audit (who, what, on_what, reason) values (?, ?, ?, ?)")
                .params(who, what, onWhat, reason)
                .update();
    }

    @Override
    public List<Line> list(long from, int limit) {
        return page("id >= ? order by id", from, limit);
    }

    @Override
    public List<Line> listLatest(long before, int limit) {
        return page("id < ? order by id desc", before, limit);
    }

    private List<Line> page(String which, long edge, int limit) {
        return jdbc.sql("select * from audit where " + which + " limit ?")
                .params(edge, limit)
                .query((row, number) -> new Line(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        row.getString("what"),
                        row.getString("on_what"),
                        row.getString("reason")))
                .list();
    }
}
