package io.depository.register.jdbc;

import io.depository.register.DeterminationStore;
import io.depository.treaty.Bilingual;
import io.depository.treaty.Determination;
import io.depository.treaty.EffectKind;
import io.depository.treaty.PartyCode;
import io.depository.treaty.RecordedDate;
import io.depository.treaty.SettledSignature;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was determined, in PostgreSQL. */
@Component
final class JdbcDeterminationStore implements DeterminationStore {

    private final JdbcClient database;

    JdbcDeterminationStore(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Determination> list(String agreement, long belowEntry) {
        return database.sql("select * from determination where agreement = ? and entry < ? order by entry")
                .param(agreement)
                .param(belowEntry)
                .query((row, number) -> determination(row))
                .list();
    }

    @Override
    public void add(String agreement, Determination determination) {
        RecordedDate date = determination instanceof RecordedDate recorded ? recorded : null;
        SettledSignature signature = determination instanceof SettledSignature settled ? settled : null;
        database.sql("""
                        insert into determination (entry, agreement, effect, of_entry, takes_on, party, signed, reason_ru,
                                                   reason_en, author)
                        values (:entry, :agreement, :effect, :of, :on, :party, :signed, :ru, :en, :author)""")
                .param("entry", determination.entry())
                .param("agreement", agreement)
                .param("effect", date == null ? null : date.kind().wireName())
                .param("of", date == null ? null : date.of())
                .param("on", date == null ? null : date.on())
                .param("party", signature == null ? null : signature.party().value())
                .param("signed", signature == null ? null : signature.signed())
                .param("ru", determination.reason().ru())
                .param("en", determination.reason().en())
                .param("author", determination.author())
                .update();
    }

    private static Determination determination(ResultSet row) throws SQLException {
        long entry = row.getLong("entry");
        Bilingual reason = new Bilingual(row.getString("reason_ru"), row.getString("reason_en"));
        String author = row.getString("author");
        String effect = row.getString("effect");
        return effect == null
                ? new SettledSignature(
                        entry, new PartyCode(row.getString("party")), row.getBoolean("signed"), reason, author)
                : new RecordedDate(
                        entry,
                        EffectKind.of(effect),
                        row.getLong("of_entry"),
                        row.getObject("takes_on", LocalDate.class),
                        reason,
                        author);
    }
}
