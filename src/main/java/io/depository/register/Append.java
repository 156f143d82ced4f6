package io.depository.register;

import java.time.Instant;

/** An append in progress, under the lock of the head. Belongs to one transaction and one thread. */
public interface Append {

    /** The number of entries, those added here included: the index of the next one. */
    long size();

    /** The record time of everything added here: the database's clock, never before the last one recorded. */
    Instant recordedAt();

    /** The next number of a circular in the year of the depository's date given, e.g. {@code 2026/17}; used up. */
    String nextCircularNumber(int year);

    /** Adds the record; returns its index. */
    long add(NewEntry entry);

    /**
     * Writes what was added (entries, tree nodes, head) and signs one checkpoint for the new size; when nothing was
     * added, keeps the old one. Called once, after the last {@link #add}.
     */
    void seal();

    /** Proof for an entry, new or old, in the sealed tree. Only after {@link #seal}. */
    InclusionReceipt receiptOf(long index);
}
