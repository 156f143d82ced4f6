package io.depository.register.jdbc;

import io.depository.register.Append;
import io.depository.register.Checkpoint;
import io.depository.register.InclusionReceipt;
import io.depository.register.KeyRotation;
import io.depository.register.NewEntry;
import io.depository.register.tree.Frontier;
import io.depository.register.tree.Hashing;
import io.depository.register.tree.Node;
import io.depository.register.tree.Proofs;
import io.depository.register.tree.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An append under the lock. Proofs of what is added need no query: a subtree in such a proof either is completed here or
 * stood in the frontier, for its sibling holds the new entry.
 */
final class JdbcAppend implements Append {

    private final AppendTables tables;
    private final TreeNodes stored;
    private final LogKeys keys;
    private final LogSigner signer;
    private final Frontier frontier;
    private final long firstIndex;
    private final Instant recordedAt;

    /** The checkpoint that was newest when the lock was taken. */
    private final @Nullable String note;

    private final List<NewEntry> entries = new ArrayList<>();
    private final Map<Node, byte[]> completed = new LinkedHashMap<>();
    private final Map<Node, byte[]> known = new HashMap<>();
    private final Map<Span, byte[]> roots = new HashMap<>();

    private CircularNumber number;
    private CircularNumber writtenNumber;
    private @Nullable Sealed sealed;

    JdbcAppend(JdbcClient database, LogSigner signer, LockedHead head, Frontier frontier) {
        this.tables = new AppendTables(database);
        this.stored = new TreeNodes(database);
        this.keys = new LogKeys(database);
        this.signer = signer;
        this.frontier = frontier;
        this.firstIndex = head.size();
        this.recordedAt = head.recordedAt();
        this.number = new CircularNumber(head.circularYear(), head.circularNumber());
        this.writtenNumber = number;
        this.note = head.note();
        frontier.forEach(known::put);
    }

    /** The sealed tree; signed here only where something was added. */
    record Sealed(String note, Checkpoint says, boolean signedHere) {}

    /** The last number of a circular that was used in a year. */
    record CircularNumber(int year, int number) {
        CircularNumber next(int inYear) {
            // Never back to an earlier year: its numbers are used up.
            return inYear > year ? new CircularNumber(inYear, 1) : new CircularNumber(year, number + 1);
        }
    }

    @Override
    public long size() {
        return frontier.size();
    }

    @Override
    public Instant recordedAt() {
        return recordedAt;
    }

    @Override
    public String nextCircularNumber(int year) {
        number = number.next(year);
        return number.year() + "/" + number.number();
    }

    @Override
    public long add(NewEntry entry) {
        if (sealed != null) {
            throw new IllegalStateException("The append is sealed; lock the register again to go on");
        }
        long index = frontier.size();
        frontier.append(Hashing.leaf(entry.record()), completed::put);
        entries.add(entry);
        return index;
    }

    /** Registers that the log's key changes, and seals. */
    void changeKey(String next) {
        KeyRotation rotation = new KeyRotation(size(), recordedAt, signer.verifierKey(), next);
        add(new NewEntry(NewEntry.Type.STAFF, null, null, rotation.toBytes()));
        seal();
        keys.add(rotation);
    }

    @Override
    public void seal() {
        if (sealed != null) {
            throw new IllegalStateException("The append is sealed already");
        }
        Checkpoint says = new Checkpoint(signer.name(), frontier.size(), frontier.root());
        if (!entries.isEmpty()) {
            String signed = signer.sign(says);
            tables.write(
                    new AppendTables.Batch(firstIndex, entries, completed, recordedAt, frontier, says, signed, number));
            writtenNumber = number;
            known.putAll(completed);
            sealed = new Sealed(signed, says, true);
        } else {
            sealed = new Sealed(note == null ? "" : note, says, false);
        }
    }

    @Override
    public InclusionReceipt receiptOf(long index) {
        if (sealed == null) {
            throw new IllegalStateException("Seal the append before asking for receipts");
        }
        Checkpoint says = sealed.says();
        List<Span> path = Proofs.inclusion(index, says.size());
        Node leaf = Node.leaf(index);
        fetchUnknown(Stream.concat(Stream.of(leaf), path.stream().flatMap(span -> span.nodes().stream()))
                .toList());
        return new InclusionReceipt(
                index < firstIndex
                        ? tables.recordOf(index)
                        : entries.get((int) (index - firstIndex)).record(),
                hash(leaf),
                index,
                says.size(),
                says.root(),
                path.stream().map(this::root).toList(),
                sealed.note());
    }

    /** The checkpoint signed here, if one was. */
    Optional<Sealed> signed() {
        return Optional.ofNullable(sealed).filter(Sealed::signedHere);
    }

    /** The last thing before the commit: nothing that was added or used up may be forgotten. */
    void finish() {
        if (sealed == null && !entries.isEmpty()) {
            throw new IllegalStateException(
                    entries.size() + " entries were added to the register and not sealed; nothing is committed");
        }
        if (!number.equals(writtenNumber)) {
            tables.write(number);
            writtenNumber = number;
        }
    }

    private void fetchUnknown(List<Node> nodes) {
        known.putAll(stored.fetch(
                nodes.stream().filter(node -> !known.containsKey(node)).toList()));
    }

    private byte[] root(Span span) {
        return roots.computeIfAbsent(span, unknown -> unknown.root(this::hash));
    }

    private byte[] hash(Node node) {
        byte[] hash = known.get(node);
        if (hash == null) {
            throw new IllegalStateException("Not fetched: " + node);
        }
        return hash;
    }
}
