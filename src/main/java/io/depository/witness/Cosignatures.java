package io.depository.witness;

import io.depository.register.Cosigned;
import io.depository.treaty.PartyCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What witnesses said, in PostgreSQL: inserted and read, never changed. */
@Repository
class Cosignatures {

    /** With the log's own signature no more than any reader of notes has to take. */
    private static final int MOST_LINES = 15;

    private final JdbcClient database;

    Cosignatures(JdbcClient database) {
        this.database = database;
    }

    void keep(long size, Cosigned cosigned, @Nullable PartyCode party) {
        database.sql("""
                        insert into cosignature (size, witness, party, line, cosigned_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .param(size)
                .param(cosigned.witness())
                .param(party == null ? null : party.value())
                .param(cosigned.line())
                .param(OffsetDateTime.ofInstant(cosigned.at(), ZoneOffset.UTC))
                .update();
    }

    /** The signature lines of that size, the first that came first. */
    String lines(long size) {
        return database
                .sql("select line from cosignature where size = ? order by stored_at, witness limit ?")
                .param(size)
                .param(MOST_LINES)
                .query(String.class)
                .list()
                .stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    Optional<Long> newestSize() {
        return database.sql("select size from cosignature order by size desc limit 1")
                .query(Long.class)
                .optional();
    }

    Optional<Witnesses.Statement> newestOf(String witness) {
        return database.sql("select * from cosignature where witness = ? order by size desc limit 1")
                .param(witness)
                .query((row, number) -> statement(row))
                .optional();
    }

    List<Witnesses.Statement> list() {
        return database.sql("select distinct on (witness) * from cosignature order by witness, size desc limit 1000")
                .query((row, number) -> statement(row))
                .list();
    }

    private static Witnesses.Statement statement(ResultSet row) throws SQLException {
        return new Witnesses.Statement(
                row.getString("witness"),
                row.getString("party"),
                row.getLong("size"),
                row.getObject("cosigned_at", OffsetDateTime.class).toInstant());
    }
}
