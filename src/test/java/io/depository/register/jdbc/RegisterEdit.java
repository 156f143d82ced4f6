package io.depository.register.jdbc;

import io.depository.register.tree.Frontier;
import io.depository.register.tree.Hashing;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody with all rights in the database might do to the register. */
enum RegisterEdit {
    FLIP_A_BIT_OF_A_RECORD(
            "update entry set record = set_bit(record, :bit % bit_length(record), 1 - get_bit(record, :bit % bit_length(record))) where index = :entry"),
    FLIP_A_BIT_OF_A_LEAF(
            "update entry set leaf_hash = set_bit(leaf_hash, :bit % 256, 1 - get_bit(leaf_hash, :bit % 256)) where index = :entry"),
    FLIP_A_BIT_OF_A_NODE(
            "update tree_node set hash = set_bit(hash, :bit % 256, 1 - get_bit(hash, :bit % 256)) where (level, position) in (select level, position from tree_node order by 1, 2 limit 1 offset :some % 10)"),
    FLIP_A_BIT_OF_THE_HEAD(
            "update head set frontier = set_bit(frontier, :bit % 256, 1 - get_bit(frontier, :bit % 256))"),
    FLIP_A_BIT_OF_A_ROOT(
            "update checkpoint set root = set_bit(root, :bit % 256, 1 - get_bit(root, :bit % 256)) where size = :signed"),
    CHANGE_A_LETTER_OF_A_NOTE(
            "update checkpoint set note = overlay(note placing case substr(note, 1 + :bit % length(note), 1) when 'A' then 'B' else 'A' end from 1 + :bit % length(note) for 1) where size = :signed"),
    DELETE_AN_ENTRY("delete from entry where index = :entry"),
    DELETE_AN_ENTRY_AND_CLOSE_THE_GAP(
            "delete from entry where index = :entry; update entry set index = index + 1000 where index > :entry; update entry set index = index - 1001 where index > 1000; update head set size = size - 1"),
    DELETE_A_NODE(
            "delete from tree_node where (level, position) in (select level, position from tree_node order by 1, 2 limit 1 offset :some % 10)"),
    DELETE_A_CHECKPOINT("delete from checkpoint where size = :signed"),
    INSERT_AN_ENTRY(
            "update entry set index = index + 1000 where index >= :entry; insert into entry select :entry, type, agreement, party, record, leaf_hash, recorded_at from entry where index = 1000 + :entry; update entry set index = index - 999 where index >= 1000; update head set size = size + 1"),
    INSERT_AN_ENTRY_BEHIND_THE_LAST(
            "insert into entry select (select size from head), type, agreement, party, record, leaf_hash, recorded_at from entry where index = :entry"),
    INSERT_A_NODE("insert into tree_node values (6, :some, sha256('x'))"),
    INSERT_A_CHECKPOINT(
            "insert into checkpoint select 1000 + :some, root, note, signed_at from checkpoint where size = :signed"),
    SWAP_TWO_ENTRIES(
            "update entry set index = 1000 where index = :entry; update entry set index = :entry where index = :other; update entry set index = :other where index = 1000"),
    SWAP_TWO_RECORDS(
            "update entry e set record = o.record, leaf_hash = o.leaf_hash from entry o where (e.index, o.index) in ((:entry, :other), (:other, :entry))"),
    SWAP_TWO_NOTES(
            "update checkpoint c set note = o.note from checkpoint o where (c.size, o.size) in ((:signed, :otherSigned), (:otherSigned, :signed))"),
    CALL_IT_SOMETHING_ELSE(
            "update entry set type = case type when 'staff' then 'notification' else 'staff' end where index = :entry"),
    GIVE_IT_TO_ANOTHER("update entry set party = case party when 'KG' then 'KZ' else 'KG' end where index = :entry"),
    MOVE_IT_IN_TIME(
            "update entry set recorded_at = recorded_at - make_interval(secs => 1 + :some) where index = :entry"),
    MOVE_A_SIGNATURE_IN_TIME(
            "update checkpoint set signed_at = signed_at + make_interval(secs => 1 + :some) where size = :signed"),
    SET_THE_HEAD_BACK("update head set size = size - 1"),
    /** Everything that can be computed is computed anew; only the signatures cannot. */
    REWRITE("") {
        @Override
        void make(JdbcClient database, Random random) {
            FLIP_A_BIT_OF_A_RECORD.make(database, random);
            build(database, records(database));
        }
    },
    /** Back to a state that was once true, checkpoint and all. */
    TRUNCATE("") {
        @Override
        void make(JdbcClient database, Random random) {
            List<Long> sizes = sizes(database);
            long size = sizes.get(random.nextInt(sizes.size() - 1));
            database.sql("delete from entry where index >= ?").param(size).update();
            database.sql("delete from checkpoint where size > ?").param(size).update();
            database.sql("delete from log_key where entry >= ?").param(size).update();
            build(database, records(database));
        }
    };

    private final String sql;

    RegisterEdit(String sql) {
        this.sql = sql;
    }

    void make(JdbcClient database, Random random) {
        int size = records(database).size();
        List<Long> sizes = sizes(database);
        int entry = random.nextInt(size);
        int signed = random.nextInt(sizes.size());
        int bit = random.nextInt(1 << 20);
        int some = random.nextInt(1000);
        int other = (entry + 1 + random.nextInt(size - 1)) % size;
        int otherSigned = (signed + 1 + random.nextInt(sizes.size() - 1)) % sizes.size();
        for (String statement : sql.split("; ")) {
            database.sql(statement)
                    .param("bit", bit)
                    .param("some", some)
                    .param("entry", entry)
                    .param("other", other)
                    .param("signed", sizes.get(signed))
                    .param("otherSigned", sizes.get(otherSigned))
                    .update();
        }
    }

    private static List<byte[]> records(JdbcClient database) {
        return database.sql("select record from entry order by index")
                .query(byte[].class)
                .list();
    }

    private static List<Long> sizes(JdbcClient database) {
        return database.sql("select size from checkpoint order by size")
                .query(Long.class)
                .list();
    }

    /** Leaves, nodes, roots and head as the records have them. */
    private static void build(JdbcClient database, List<byte[]> records) {
        database.sql("delete from tree_node").update();
        Frontier frontier = Frontier.of(0, new byte[0]);
        for (byte[] record : records) {
            List<Object[]> nodes = new ArrayList<>();
            long index = frontier.size();
            byte[] leaf = Hashing.leaf(record);
            frontier.append(leaf, (node, hash) -> {
                if (node.level() > 0) {
                    nodes.add(new Object[] {node.level(), node.position(), hash});
                }
            });
            database.sql("update entry set leaf_hash = ? where index = ?")
                    .param(leaf)
                    .param(index)
                    .update();
            nodes.forEach(node -> database.sql("insert into tree_node values (?, ?, ?)")
                    .params(node)
                    .update());
            database.sql("update checkpoint set root = ? where size = ?")
                    .param(frontier.root())
                    .param(frontier.size())
                    .update();
        }
        database.sql("update head set size = ?, frontier = ?")
                .param(frontier.size())
                .param(frontier.toBytes())
                .update();
    }
}
