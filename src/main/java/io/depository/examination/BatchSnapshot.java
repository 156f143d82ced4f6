package io.depository.examination;

import io.depository.examination.Decisions.Identity;
import io.depository.examination.Decisions.Reference;
import io.depository.inbox.Worklist;
import io.depository.register.Append;
import io.depository.register.FactStore;
import io.depository.standing.Positions;
import io.depository.treaty.LegalFact;
import io.depository.treaty.LegalPosition;
import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the register says while a batch is decided: read once for the whole batch, then carried on by {@link #note} as one
 * decision follows another. Belongs to one transaction and one thread.
 */
final class BatchSnapshot implements Snapshot {

    private final Map<Identity, List<Earlier>> earlier;
    private final Map<Reference, String> users;
    private final Map<Reference, Prepared> newUsers = new LinkedHashMap<>();
    private final Map<String, LegalPosition> moved = new HashMap<>();
    private final Set<Long> dealtWith = new HashSet<>();
    private final Map<String, List<LegalFact>> newFacts = new HashMap<>();
    private final Positions positions;
    private final FactStore facts;
    private final Worklist worklist;
    private final long sizeBefore;
    private final Instant recordedAt;
    private long size;

    BatchSnapshot(List<Prepared> batch, Append append, Recording.Stores stores) {
        Decisions decisions = stores.decisions();
        this.sizeBefore = append.size();
        this.size = append.size();
        this.recordedAt = append.recordedAt();
        this.positions = stores.positions();
        this.facts = stores.facts();
        this.worklist = stores.worklist();
        this.earlier = decisions.on(
                batch.stream().flatMap(BatchSnapshot::identitiesOf).distinct().toList());
        this.users = decisions.usersOf(batch.stream()
                .flatMap(one -> referenceOf(one).stream())
                .distinct()
                .toList());
    }

    @Override
    public List<Earlier> decisionsOn(PartyCode speaker, String identity) {
        return earlier.getOrDefault(new Identity(speaker, identity), List.of());
    }

    @Override
    public Optional<String> usedBy(PartyCode party, String reference) {
        return Optional.ofNullable(users.get(new Reference(party, reference)));
    }

    @Override
    public LegalPosition position(String agreement) {
        LegalPosition here = moved.get(agreement);
        return here != null ? here : positions.at(agreement, sizeBefore);
    }

    @Override
    public Optional<LegalFact> registeredAct(String agreement, LegalFact.Target target) {
        return newFacts.getOrDefault(agreement, List.of()).stream()
                .filter(fact ->
                        fact.party().equals(target.party()) && fact.reference().equals(target.reference()))
                .findFirst()
                .or(() -> facts.find(agreement, target.party(), target.reference()));
    }

    @Override
    public boolean hasEarlierUndecided(PartyCode party, Prepared prepared) {
        return worklist.hasEarlierUndecided(party, prepared.arrival().receivedAt(), prepared.receipt(), dealtWith);
    }

    @Override
    public long nextEntry() {
        return size;
    }

    @Override
    public Instant recordedAt() {
        return recordedAt;
    }

    /** Takes the decision into account for the rest of the batch. */
    void note(Ruling ruling) {
        Prepared prepared = ruling.prepared();
        Decision decision = ruling.decision();
        dealtWith.add(prepared.receipt());
        if (decision instanceof Decision.Repeat || decision instanceof Decision.SetAside) {
            return;
        }
        if (prepared.speaker() != null) {
            earlier.computeIfAbsent(new Identity(prepared.speaker(), prepared.decidedAs()), key -> new ArrayList<>())
                    .add(new Earlier(ruling.weight(), ruling.acknowledgement()));
        }
        if (prepared.speakerAgrees() && ruling.isVouchedFor()) {
            referenceOf(prepared)
                    .filter(reference -> !users.containsKey(reference))
                    .ifPresent(reference -> {
                        users.put(reference, prepared.identity());
                        newUsers.put(reference, prepared);
                    });
        }
        if (decision instanceof Decision.Registered registered) {
            size++;
            newFacts.computeIfAbsent(registered.notification().agreement(), key -> new ArrayList<>())
                    .add(registered.fact());
            LegalPosition after = registered.consequences().after();
            if (after != position(after.agreement().id())) {
                moved.put(after.agreement().id(), after);
            }
        }
    }

    /** The references used up in this batch. */
    Map<Reference, Prepared> newUsers() {
        return newUsers;
    }

    /** Once the batch is committed: what was worked out here need not be worked out again. */
    void handOver(Positions kept) {
        kept.advance(sizeBefore, size, moved);
    }

    /** The positions that this batch changed. */
    Map<String, LegalPosition> moved() {
        return moved;
    }

    private static Stream<Identity> identitiesOf(Prepared prepared) {
        PartyCode speaker = prepared.speaker();
        return speaker == null
                ? Stream.empty()
                : prepared.sameAs().stream().map(identity -> new Identity(speaker, identity));
    }

    private static Optional<Reference> referenceOf(Prepared prepared) {
        String reference = prepared.reading().heading().reference();
        return prepared.speaker() == null || reference == null
                ? Optional.empty()
                : Optional.of(new Reference(prepared.speaker(), reference));
    }
}
