package io.depository.examination;

import io.depository.calendar.Circulars;
import io.depository.correspondence.Circular;
import io.depository.correspondence.CircularKind;
import io.depository.outbox.Outbox;
import io.depository.register.Append;
import io.depository.register.DeterminationStore;
import io.depository.register.FactStore;
import io.depository.register.Register;
import io.depository.standing.Agreements;
import io.depository.treaty.Agreement;
import io.depository.treaty.Consequences;
import io.depository.treaty.Law;
import io.depository.treaty.LegalPosition;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells what a new version of an agreement's file changes. Its entry says nothing of dates; where one that follows from the
 * acts registered before it is another one by the new version, all are told by a correction (VCLT 79), once. Looks after
 * each start, since a version is registered at a start.
 */
public class NewVersions implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(NewVersions.class);

    private final Agreements agreements;
    private final FactStore facts;
    private final DeterminationStore determinations;
    private final Register register;
    private final Circulars circulars;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    NewVersions(
            Agreements agreements,
            DeterminationStore determinations,
            Recording.Stores stores,
            Circulars circulars,
            Outbox outbox,
            TransactionTemplate transaction) {
        this.agreements = agreements;
        this.facts = stores.facts();
        this.determinations = determinations;
        this.register = stores.register();
        this.circulars = circulars;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        tell();
    }

    /** Tells what has not been told yet; doing it twice changes nothing. */
    public void tell() {
        for (Agreement agreement : agreements.list()) {
            if (agreements.versions(agreement.id()).size() > 1) {
                transaction.executeWithoutResult(status -> tell(agreement.id(), register.lock()));
            }
        }
    }

    private void tell(String id, Append append) {
        List<Correction> corrections = new ArrayList<>();
        Iterator<Map.Entry<Long, Agreement>> versions =
                agreements.versions(id).entrySet().iterator();
        Agreement older = versions.next().getValue();
        while (versions.hasNext()) {
            Map.Entry<Long, Agreement> version = versions.next();
            long entry = version.getKey();
            Consequences consequences = Law.replace(known(older, entry), known(version.getValue(), entry));
            if (!consequences.moved().isEmpty() && !outbox.hasCircular(entry)) {
                corrections.add(new Correction(entry, consequences, circulars.numberOf(append)));
            }
            older = version.getValue();
        }
        append.seal();
        for (Correction correction : corrections) {
            LOG.warn(
                    "Entry {} reads {} anew and moves dates that were told: a correction goes to all",
                    correction.entry(),
                    id);
            Circular circular = circularOf(id, correction, append);
            outbox.keep(List.of(
                    circulars.letterOf(circular, correction.consequences().after())));
        }
    }

    /** A correction about to be told: its number is taken before the register is sealed, its proof after. */
    private record Correction(long entry, Consequences consequences, String number) {}

    /** What had been registered before that entry, as the version reads it. */
    private LegalPosition known(Agreement version, long entry) {
        return LegalPosition.of(
                version, facts.movingFacts(version.id(), entry), determinations.list(version.id(), entry));
    }

    private static Circular circularOf(String id, Correction correction, Append append) {
        return new Circular(
                Circulars.idOf(correction.number()),
                correction.number(),
                CircularKind.CORRECTION,
                id,
                null,
                null,
                null,
                null,
                correction.entry(),
                null,
                List.of(),
                correction.consequences().effects(),
                correction.consequences().moved(),
                append.recordedAt(),
                append.receiptOf(correction.entry()));
    }
}
