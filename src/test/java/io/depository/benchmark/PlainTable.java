package io.depository.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import io.depository.local.LocalServices;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** A table for what arrives, with a key and nothing more, in the same database; and a pool as it comes. */
final class PlainTable implements AutoCloseable {

    private final HikariDataSource pool;
    private final JdbcTemplate database;

    PlainTable(LocalServices services) {
        pool = services.asOwner();
        database = new JdbcTemplate(pool);
        database.execute("""
                create table arrived (
                    id bigint generated always as identity primary key,
                    body bytea not null,
                    arrived_at timestamptz not null default now())
                """);
    }

    JdbcTemplate database() {
        return database;
    }

    HikariDataSource pool() {
        return pool;
    }

    /** Throws unless the table holds exactly so many rows. */
    void check(int messages) {
        Integer rows = Objects.requireNonNull(database.queryForObject("select count(*) from arrived", Integer.class));
        if (rows != messages) {
            throw new IllegalStateException("The table holds " + rows + " messages of " + messages);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
