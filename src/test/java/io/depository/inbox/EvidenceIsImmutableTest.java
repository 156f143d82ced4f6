package io.depository.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.depository.testing.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class EvidenceIsImmutableTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final HikariDataSource APPLICATION = DATABASE.asApplication();
    private static final HikariDataSource OWNER = DATABASE.asOwner();

    private static final List<String> EVIDENCE = List.of(
            "document",
            "receipt",
            "entry",
            "tree_node",
            "checkpoint",
            "log_key",
            "cosignature",
            "agreement",
            "legal_fact",
            "letter",
            "enclosure",
            "decision",
            "used_reference",
            "attempt",
            "review",
            "key_proposal",
            "key_notice",
            "key_warning",
            "submission",
            "channels_set",
            "determination",
            "state",
            "audit");

    /** Where things stand, and who is who now: the register keeps what was. */
    private static final List<String> STATE =
            List.of("work", "head", "duty", "fan_out", "delivery", "lane", "party_key", "party_channel");

    static List<String> evidence() {
        return EVIDENCE;
    }

    static List<String> everything() {
        return Stream.of(EVIDENCE, STATE).flatMap(List::stream).toList();
    }

    @Test
    void knowsEveryTable() {
        assertThat(JdbcClient.create(OWNER)
                        .sql("select table_name from information_schema.tables where table_schema = 'public'")
                        .query(String.class)
                        .list())
                .as("a new table is evidence, or it is said here why it is not")
                .filteredOn(table -> !table.startsWith("flyway"))
                .containsExactlyInAnyOrderElementsOf(everything());
    }

    @ParameterizedTest
    @MethodSource("everything")
    void emptiesNothing(String table) {
        assertThatThrownBy(() ->
                        JdbcClient.create(APPLICATION).sql("truncate " + table).update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void removesNothingThatItOnlyChanges() {
        JdbcClient application = JdbcClient.create(APPLICATION);
        STATE.stream()
                .filter(table -> !table.equals("party_channel"))
                .forEach(table -> assertThatThrownBy(
                                () -> application.sql("delete from " + table).update())
                        .hasStackTraceContaining("permission denied"));
    }

    @ParameterizedTest
    @MethodSource("evidence")
    void refusesToChangeOrRemoveEvidence(String table) {
        JdbcClient application = JdbcClient.create(APPLICATION);
        assertThatThrownBy(() -> application.sql("delete from " + table).update())
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
        assertThat(JdbcClient.create(APPLICATION)
                        .sql("select size from head")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
