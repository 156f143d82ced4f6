package io.depository.register.jdbc;

import io.depository.register.FactStore;
import io.depository.treaty.Act;
import io.depository.treaty.LegalFact;
import io.depository.treaty.PartyCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The facts in PostgreSQL. */
@Component
final class JdbcFactStore implements FactStore {

    private static final String INSERT = """
            insert into legal_fact (entry, agreement, party, act, reference, received_at, received_on,
                                    refers_party, refers_reference, effective_on, changed_on, noticed_on, reservation,
                                    moves_dates)
            select * from unnest(:entries::bigint[], :agreements::text[], :parties::text[], :acts::text[],
                                 :references::text[], :receivedAt::timestamptz[], :receivedOn::date[],
                                 :refersParties::text[], :refersReferences::text[], :effectiveOn::date[],
                                 :changedOn::date[], :noticedOn::date[], :reservation::boolean[],
                                 :movesDates::boolean[])
            """;

    private static final String MARKS = """
            select * from legal_fact
             where agreement = :agreement and not moves_dates and entry < :below and act in ('objection', 'reservation')
            union all
            (select distinct on (party, act) * from legal_fact
              where agreement = :agreement and not moves_dates and entry < :below
                and act not in ('objection', 'reservation')
              order by party, act, received_on desc, received_at desc, entry desc)
            order by entry
            """;

    private final JdbcClient database;

    JdbcFactStore(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<LegalFact> movingFacts(String agreement, long belowEntry) {
        return database.sql("select * from legal_fact where agreement = ? and moves_dates and entry < ? order by entry")
                .param(agreement)
                .param(belowEntry)
                .query((row, number) -> fact(row))
                .list();
    }

    @Override
    public List<LegalFact> marks(String agreement, long belowEntry) {
        return database.sql(MARKS)
                .param("agreement", agreement)
                .param("below", belowEntry)
                .query((row, number) -> fact(row))
                .list();
    }

    @Override
    public Optional<LegalFact> find(String agreement, PartyCode party, String reference) {
        return database.sql(
                        "select * from legal_fact where agreement = ? and party = ? and reference = ? order by entry limit 1")
                .param(agreement)
                .param(party.value())
                .param(reference)
                .query((row, number) -> fact(row))
                .optional();
    }

    @Override
    public void add(List<NewFact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        database.sql(INSERT)
                .param(
                        "entries",
                        facts.stream().mapToLong(f -> f.fact().entry()).toArray())
                .param("agreements", facts.stream().map(NewFact::agreement).toArray(String[]::new))
                .param("parties", column(facts, f -> f.party().value()))
                .param("acts", column(facts, f -> f.act().wireName()))
                .param("references", column(facts, LegalFact::reference))
                .param(
                        "receivedAt",
                        column(
                                facts,
                                f -> f.receivedAt()
                                        .truncatedTo(ChronoUnit.MICROS)
                                        .toString()))
                .param("receivedOn", column(facts, f -> f.receivedOn().toString()))
                .param(
                        "refersParties",
                        column(
                                facts,
                                f -> f.refersTo() == null
                                        ? null
                                        : f.refersTo().party().value()))
                .param(
                        "refersReferences",
                        column(
                                facts,
                                f -> f.refersTo() == null ? null : f.refersTo().reference()))
                .param("effectiveOn", column(facts, f -> text(f.effectiveOn())))
                .param("changedOn", column(facts, f -> text(f.changedOn())))
                .param("noticedOn", column(facts, f -> text(f.noticedOn())))
                .param(
                        "reservation",
                        facts.stream().map(f -> f.fact().reservation()).toArray(Boolean[]::new))
                .param("movesDates", facts.stream().map(NewFact::movesDates).toArray(Boolean[]::new))
                .update();
    }

    private static @Nullable String[] column(List<NewFact> facts, Function<LegalFact, @Nullable String> value) {
        return facts.stream().map(NewFact::fact).map(value).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static LegalFact fact(ResultSet row) throws SQLException {
        String act = row.getString("act");
        String refersParty = row.getString("refers_party");
        return new LegalFact(
                row.getLong("entry"),
                new PartyCode(row.getString("party")),
                Act.find(act).orElseThrow(() -> new IllegalStateException("No such act: " + act)),
                row.getString("reference"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("received_on", LocalDate.class),
                refersParty == null
                        ? null
                        : new LegalFact.Target(new PartyCode(refersParty), row.getString("refers_reference")),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("changed_on", LocalDate.class),
                row.getObject("noticed_on", LocalDate.class),
                row.getBoolean("reservation"));
    }
}
