package io.depository.outbox;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Enclosures in PostgreSQL. All of a letter's are kept in one transaction, the document first: it is what is waited for. */
@Repository
class JdbcEnclosures implements Enclosures {

    private final JdbcClient jdbc;
    private final TransactionTemplate own;

    JdbcEnclosures(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Optional<List<Enclosure>> find(String letter) {
        List<Enclosure> kept = jdbc.sql(
                        "select name, content, fault from enclosure where letter_id = ? order by name desc")
                .param(letter)
                .query((row, number) ->
                        new Enclosure(row.getString("name"), row.getBytes("content"), row.getString("fault")))
                .list();
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
    }

    @Override
    public List<Enclosure> keep(String letter, List<Enclosure> enclosures) {
        own.executeWithoutResult(transaction -> {
            for (Enclosure enclosure : enclosures) {
                boolean first = jdbc.sql("""
                                        insert into enclosure (letter_id, name, content, fault) values (?, ?, ?, ?)
                                        on conflict do nothing""")
                                .param(letter)
                                .param(enclosure.name())
                                .param(enclosure.content())
                                .param(enclosure.fault() == null ? null : Attempt.printable(enclosure.fault()))
                                .update()
                        == 1;
                if (!first) {
                    transaction.setRollbackOnly();
                    return;
                }
            }
        });
        return find(letter).orElse(enclosures);
    }
}
