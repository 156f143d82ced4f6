package io.depository.register;

import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The register, for reading: only what is committed, and never more than was signed. */
public interface RegisterReader {

    /** The most entries that {@link #entries} gives at once. */
    int MOST_ENTRIES = 1000;

    /** The number of entries. */
    long size();

    /**
     * What was known at an instant: the largest size of which every entry was recorded at or before it. A size that a
     * checkpoint exists for, or 0.
     */
    long sizeAt(Instant knownAt);

    /**
     * Entries in their order.
     *
     * @param from index of the first one; none are given from the size on
     * @param limit the most that are wanted; never more than {@link #MOST_ENTRIES} are given
     * @throws NoSuchTree when the index is negative or the limit not positive
     */
    Page entries(long from, int limit);

    /** The newest checkpoint, a signed note as it was stored (C2SP tlog-checkpoint); empty while nothing is registered. */
    Optional<String> latestCheckpoint();

    /** The checkpoint of that tree size; empty where none was signed, for none is signed afterwards. */
    Optional<String> checkpointOf(long size);

    /** The key that checkpoints are verified with: {@code <name>+<key id in hex>+<base64(type || key)>} (C2SP). */
    String verifierKey();

    /** All keys that checkpoints were ever signed with, the first one first; the last one is {@link #verifierKey()}. */
    List<LogKey> keys();

    /**
     * The audit path of an entry in the tree of that size, from the leaf upwards (RFC 9162, 2.1.3.1).
     *
     * @throws NoSuchTree when the register never had that size, or the tree not that entry
     */
    List<byte[]> inclusionProof(long index, long size);

    /**
     * The proof that the tree of one size continues that of another (RFC 9162, 2.1.4.1); empty between equals.
     *
     * @throws NoSuchTree unless 0 &lt; from &lt;= to &lt;= size
     */
    List<byte[]> consistencyProof(long from, long to);

    /**
     * Part of the list.
     *
     * @param next index to go on from; null when this was the last part
     */
    record Page(List<RegisteredEntry> entries, @Nullable Long next) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An entry as it stands.
     *
     * @param agreement null for a change of the directory
     * @param party whose act it is; null for an agreement
     * @param record the exact bytes that are hashed
     * @param recordedAt by the database's clock; never before that of an earlier entry
     */
    record RegisteredEntry(
            long index,
            NewEntry.Type type,
            @Nullable String agreement,
            @Nullable PartyCode party,
            byte[] record,
            byte[] leafHash,
            Instant recordedAt) {}
}
