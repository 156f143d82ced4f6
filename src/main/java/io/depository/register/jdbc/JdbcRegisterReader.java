package io.depository.register.jdbc;

import io.depository.register.LogKey;
import io.depository.register.NewEntry;
import io.depository.register.NoSuchTree;
import io.depository.register.RegisterReader;
import io.depository.register.tree.Proofs;
import io.depository.treaty.PartyCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the register from PostgreSQL. */
@Component
final class JdbcRegisterReader implements RegisterReader {

    /** Instants of record never go back, so the place is found by halving: no index, and no scan. */
    private static final String SIZE_AT = """
            with recursive search (low, high) as (
                select 0::bigint, size from head where id = 1
                union all
                select case when e.recorded_at <= :at then e.index + 1 else s.low end,
                       case when e.recorded_at <= :at then s.high else e.index end
                from search s join entry e on e.index = (s.low + s.high) / 2
                where s.low < s.high)
            select low from search where low = high
            """;

    private final JdbcClient database;
    private final Checkpoints checkpoints;
    private final TreeNodes nodes;
    private final LogSigner signer;

    JdbcRegisterReader(JdbcClient database, LogSigner signer) {
        this.database = database;
        this.checkpoints = new Checkpoints(database);
        this.nodes = new TreeNodes(database);
        this.signer = signer;
    }

    @Override
    public long size() {
        return database.sql("select size from head where id = 1")
                .query(Long.class)
                .single();
    }

    @Override
    public long sizeAt(Instant knownAt) {
        return database.sql(SIZE_AT)
                .param("at", OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public Page entries(long from, int limit) {
        if (from < 0 || limit <= 0) {
            throw new NoSuchTree(
                    "Entries are asked for from 0 on, and at least one: from " + from + ", limit " + limit);
        }
        int given = Math.min(limit, MOST_ENTRIES);
        List<RegisteredEntry> found = database.sql("select * from entry where index >= ? order by index limit ?")
                .param(from)
                .param(given + 1)
                .query((row, number) -> entry(row))
                .list();
        return found.size() > given ? new Page(found.subList(0, given), from + given) : new Page(found, null);
    }

    @Override
    public Optional<String> latestCheckpoint() {
        return checkpoints.newest();
    }

    @Override
    public Optional<String> checkpointOf(long size) {
        return checkpoints.of(size);
    }

    @Override
    public String verifierKey() {
        return signer.verifierKey();
    }

    @Override
    public List<LogKey> keys() {
        return signer.keys();
    }

    @Override
    public List<byte[]> inclusionProof(long index, long size) {
        requireReached(size);
        if (index < 0 || index >= size) {
            throw new NoSuchTree("A tree of " + size + " entries has no entry " + index);
        }
        return nodes.roots(Proofs.inclusion(index, size));
    }

    @Override
    public List<byte[]> consistencyProof(long from, long to) {
        requireReached(to);
        if (from <= 0 || from > to) {
            throw new NoSuchTree("No tree of " + from + " entries grows into one of " + to + "; 0 < from <= to");
        }
        return nodes.roots(Proofs.consistency(from, to));
    }

    private void requireReached(long asked) {
        long size = size();
        if (asked <= 0 || asked > size) {
            throw new NoSuchTree("No tree of " + asked + " entries: the register has " + size);
        }
    }

    private static RegisteredEntry entry(ResultSet row) throws SQLException {
        String party = row.getString("party");
        return new RegisteredEntry(
                row.getLong("index"),
                NewEntry.Type.of(row.getString("type")),
                row.getString("agreement"),
                party == null ? null : new PartyCode(party),
                row.getBytes("record"),
                row.getBytes("leaf_hash"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
