package io.depository.review;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who said what about an arrival under review, in PostgreSQL, which keeps two people apart. Only inserted and read. */
@Repository
class Votes {

    private final JdbcClient jdbc;

    Votes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All votes on the arrival, in order. */
    List<Vote> on(long arrival) {
        return jdbc.sql("select * from review where receipt_id = ? order by given_at, verdict, place")
                .param(arrival)
                .query((row, number) -> new Vote(
                        Verdict.ofStored(row.getString("verdict")),
                        row.getString("reviewer"),
                        row.getObject("given_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason")))
                .list();
    }

    /** Adds a vote as the first or second of its verdict, in the caller's transaction. */
    void add(long arrival, int place, Vote vote) {
        jdbc.sql(
                        "insert into review (receipt_id, verdict, place, reviewer, reason, given_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        arrival,
                        vote.verdict().wireName(),
                        place,
                        vote.by(),
                        vote.reason(),
                        OffsetDateTime.ofInstant(vote.at(), ZoneOffset.UTC))
                .update();
    }
}
