package io.depository.register.jdbc;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The signed checkpoints, one a size. */
final class Checkpoints {

    private final JdbcClient database;

    Checkpoints(JdbcClient database) {
        this.database = database;
    }

    Optional<String> newest() {
        return database.sql("select note from checkpoint order by size desc limit 1")
                .query(String.class)
                .optional();
    }

    Optional<String> of(long size) {
        return database.sql("select note from checkpoint where size = ?")
                .param(size)
                .query(String.class)
                .optional();
    }
}
