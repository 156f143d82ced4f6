package io.depository.register.jdbc;

import io.depository.register.Announced;
import io.depository.register.AnnouncementStore;
import io.depository.register.RecordReader;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Announcements, read from the records themselves; the derived tables only say which records to read. */
@Component
final class JdbcAnnouncementStore implements AnnouncementStore {

    private final JdbcClient database;

    JdbcAnnouncementStore(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Announced> list(String agreement, long belowEntry) {
        return database
                .sql("""
                        select e.record from entry e
                        where e.index in (
                            select entry from legal_fact
                            where agreement = :agreement and moves_dates and entry < :below
                            union all
                            select entry from determination where agreement = :agreement and entry < :below)
                        order by e.index
                        """)
                .param("agreement", agreement)
                .param("below", belowEntry)
                .query((row, number) -> RecordReader.announced(row.getBytes("record")))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
