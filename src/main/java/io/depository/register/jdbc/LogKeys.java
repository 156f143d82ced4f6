package io.depository.register.jdbc;

import io.depository.register.KeyRotation;
import io.depository.register.LogKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log's keys, one after another, as the changes of them were registered. */
final class LogKeys {

    private final JdbcClient database;

    LogKeys(JdbcClient database) {
        this.database = database;
    }

    private record Change(long entry, String former, String current) {}

    /** The key that was changed to last; empty where the first one is in use. */
    Optional<String> changedTo() {
        return changes().stream().reduce((earlier, later) -> later).map(Change::current);
    }

    /**
     * All keys, the first one first.
     *
     * @param inUse the key in use, where it was never changed
     */
    List<LogKey> list(String inUse) {
        List<LogKey> keys = new ArrayList<>();
        long from = 1;
        String last = inUse;
        for (Change change : changes()) {
            long until = change.entry() + 1;
            keys.add(new LogKey(change.former(), from, until));
            from = until + 1;
            last = change.current();
        }
        keys.add(new LogKey(last, from, null));
        return keys;
    }

    /** Puts down a change, in the transaction that registers it as its last entry. */
    void add(KeyRotation rotation) {
        database.sql("insert into log_key (entry, former, current) values (?, ?, ?)")
                .param(rotation.index())
                .param(rotation.from())
                .param(rotation.to())
                .update();
    }

    private List<Change> changes() {
        return database.sql("select entry, former, current from log_key order by entry")
                .query((row, number) -> new Change(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }
}
