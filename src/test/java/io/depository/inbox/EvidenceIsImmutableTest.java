package io.depository.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depository.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class EvidenceIsImmutableTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "document",
                "receipt",
                "entry",
                "tree_node",
                "checkpoint",
                "agreement",
                "legal_fact",
                "letter",
                "enclosure",
                "decision",
                "used_reference",
                "attempt",
                "review",
                "key_proposal",
                "channels_set",
                "determination",
                "audit"
            })
    void refusesToChangeOrRemoveEvidence(String table) {
        JdbcClient application = JdbcClient.create(DATABASE.asApplication());
        assertThatThrownBy(() -> application.sql("delete from " + table).update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> application.sql("truncate " + table).update())
                .hasStackTraceContaining("permission denied");
        String column = (String) application
                .sql(
                        "select column_name from information_schema.columns where table_name = ? and is_identity = 'NO' limit 1")
                .param(table)
                .query()
                .singleValue();
        assertThatThrownBy(() -> application
                        .sql("update " + table + " set " + column + " = " + column)
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void letsTheApplicationReadTheHead() {
        assertThat(JdbcClient.create(DATABASE.asApplication())
                        .sql("select size from head")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
