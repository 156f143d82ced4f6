package io.depository.examination;

import io.depository.calendar.DutyBook;
import io.depository.examination.Examination.Examined;
import io.depository.inbox.Claimed;
import io.depository.inbox.WorkState;
import io.depository.inbox.Worklist;
import io.depository.register.Append;
import io.depository.register.FactStore;
import io.depository.register.Register;
import io.depository.standing.Positions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides a batch in order and writes, in one transaction under the lock of the register's head, all that follows and
 * what becomes of the work.
 */
final class Recording {

    private final TransactionTemplate transaction;
    private final Stores stores;
    private final Writing writing;

    Recording(TransactionTemplate transaction, Stores stores, Writing writing) {
        this.transaction = transaction;
        this.stores = stores;
        this.writing = writing;
    }

    /** Where a decision reads from and writes to. */
    record Stores(
            Register register,
            FactStore facts,
            Positions positions,
            Decisions decisions,
            Worklist worklist,
            DutyBook duties) {}

    /**
     * Decides and writes. When it throws, nothing was written.
     *
     * @return the arrivals that must wait for an earlier one; nothing was written about them
     */
    List<Examined> record(List<Examined> batch) {
        Outcomes outcomes = transaction.execute(status -> decideAndWrite(batch));
        outcomes.snapshot().handOver(stores.positions());
        return outcomes.waiting();
    }

    private record Outcomes(BatchSnapshot snapshot, List<Examined> waiting) {}

    private Outcomes decideAndWrite(List<Examined> batch) {
        Append append = stores.register().lock();
        BatchSnapshot snapshot =
                new BatchSnapshot(batch.stream().map(Examined::prepared).toList(), append, stores);
        List<Ruling> rulings = new ArrayList<>();
        List<Examined> waiting = new ArrayList<>();
        for (Examined examined : batch) {
            Decision decision = Deciding.decide(examined.prepared(), snapshot);
            if (decision instanceof Decision.Wait) {
                waiting.add(examined);
                continue;
            }
            Ruling ruling = Ruling.of(examined, decision, List.of());
            writing.enter(ruling, snapshot, append);
            rulings.add(ruling);
        }
        writing.write(rulings, snapshot, append);
        Map<Claimed, WorkState> settled = new LinkedHashMap<>();
        rulings.forEach(ruling -> settled.put(ruling.examined().claimed(), ruling.stateAfter()));
        stores.worklist().settle(settled);
        return new Outcomes(snapshot, waiting);
    }
}
