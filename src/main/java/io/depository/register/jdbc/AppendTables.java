package io.depository.register.jdbc;

import io.depository.register.Checkpoint;
import io.depository.register.NewEntry;
import io.depository.register.tree.Frontier;
import io.depository.register.tree.Node;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes an append: one statement, whatever the number of entries. */
final class AppendTables {

    private static final String WRITE = """
            with entries as (
                insert into entry (index, type, agreement, party, record, leaf_hash, recorded_at)
                select :first + n - 1, type, agreement, party, record, leaf_hash, :recordedAt
                from unnest(:types::text[], :agreements::text[], :parties::text[], :records::bytea[], :leaves::bytea[])
                     with ordinality as e (type, agreement, party, record, leaf_hash, n)),
            nodes as (
                insert into tree_node (level, position, hash)
                select * from unnest(:levels::smallint[], :positions::bigint[], :hashes::bytea[])),
            signed as (
                insert into checkpoint (size, root, note, signed_at) values (:size, :root, :note, :recordedAt))
            update head
            set size = :size, frontier = :frontier, last_recorded_at = :recordedAt,
                circular_year = :year, circular_number = :number
            where id = 1
            """;

    private final JdbcClient database;

    AppendTables(JdbcClient database) {
        this.database = database;
    }

    /** All that one append changes. */
    record Batch(
            long firstIndex,
            List<NewEntry> entries,
            Map<Node, byte[]> completed,
            Instant recordedAt,
            Frontier frontier,
            Checkpoint says,
            String note,
            JdbcAppend.CircularNumber number) {}

    void write(Batch batch) {
        List<NewEntry> entries = batch.entries();
        List<Map.Entry<Node, byte[]>> leaves = ofLevel(batch, true);
        List<Map.Entry<Node, byte[]>> inner = ofLevel(batch, false);
        database.sql(WRITE)
                .param("first", batch.firstIndex())
                .param("recordedAt", OffsetDateTime.ofInstant(batch.recordedAt(), ZoneOffset.UTC))
                .param("types", entries.stream().map(e -> e.type().wireName()).toArray(String[]::new))
                .param("agreements", agreements(entries))
                .param(
                        "parties",
                        entries.stream()
                                .map(e -> e.party() == null ? null : e.party().value())
                                .toArray(String[]::new))
                .param("records", entries.stream().map(NewEntry::record).toArray(byte[][]::new))
                .param("leaves", leaves.stream().map(Map.Entry::getValue).toArray(byte[][]::new))
                .param(
                        "levels",
                        inner.stream().map(e -> (short) e.getKey().level()).toArray(Short[]::new))
                .param(
                        "positions",
                        inner.stream().mapToLong(e -> e.getKey().position()).toArray())
                .param("hashes", inner.stream().map(Map.Entry::getValue).toArray(byte[][]::new))
                .param("size", batch.says().size())
                .param("root", batch.says().root())
                .param("note", batch.note())
                .param("frontier", batch.frontier().toBytes())
                .param("year", batch.number().year())
                .param("number", batch.number().number())
                .update();
    }

    /** The number alone, where circulars were numbered and nothing was added, or after the sealing. */
    void write(JdbcAppend.CircularNumber number) {
        database.sql("update head set circular_year = :year, circular_number = :number where id = 1")
                .param("year", number.year())
                .param("number", number.number())
                .update();
    }

    /** The record of an entry that stood there before. */
    byte[] recordOf(long index) {
        return database.sql("select record from entry where index = ?")
                .param(index)
                .query(byte[].class)
                .single();
    }

    private static @Nullable String[] agreements(List<NewEntry> entries) {
        return entries.stream().map(NewEntry::agreement).toArray(String[]::new);
    }

    private static List<Map.Entry<Node, byte[]>> ofLevel(Batch batch, boolean leaves) {
        return batch.completed().entrySet().stream()
                .filter(e -> (e.getKey().level() == 0) == leaves)
                .toList();
    }
}
