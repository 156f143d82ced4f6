package io.depository.register.tree;

import java.util.ArrayList;
import java.util.List;

/** Which runs of leaves a proof consists of, in the order of RFC 9162. Their roots are the proof. */
public final class Proofs {

    private Proofs() {}

    /**
     * The audit path of a leaf (RFC 9162, 2.1.3.1), from the leaf upwards.
     *
     * @throws IllegalArgumentException when the tree of that size has no such leaf
     */
    public static List<Span> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of " + size + " leaves has no leaf " + index);
        }
        List<Span> path = new ArrayList<>();
        path(index, 0, size, path);
        return path;
    }

    /**
     * The proof that the larger tree continues the smaller one (RFC 9162, 2.1.4.1); empty when they are the same.
     *
     * @throws IllegalArgumentException when not 0 &lt; from &lt;= to
     */
    public static List<Span> consistency(long from, long to) {
        if (from <= 0 || from > to) {
            throw new IllegalArgumentException("No tree of " + from + " leaves grows into one of " + to);
        }
        List<Span> proof = new ArrayList<>();
        growth(from, 0, to, true, proof);
        return proof;
    }

    private static void path(long index, long begin, long end, List<Span> path) {
        if (end - begin == 1) {
            return;
        }
        long middle = begin + split(end - begin);
        if (index < middle) {
            path(index, begin, middle, path);
            path.add(new Span(middle, end));
        } else {
            path(index, middle, end, path);
            path.add(new Span(begin, middle));
        }
    }

    /** SUBPROOF of the RFC: {@code known} while the verifier has the root of the first leaves from the old tree. */
    private static void growth(long from, long begin, long end, boolean known, List<Span> proof) {
        if (from == end - begin) {
            if (!known) {
                proof.add(new Span(begin, end));
            }
            return;
        }
        long left = split(end - begin);
        if (from <= left) {
            growth(from, begin, begin + left, known, proof);
            proof.add(new Span(begin + left, end));
        } else {
            growth(from - left, begin + left, end, false, proof);
            proof.add(new Span(begin, begin + left));
        }
    }

    /** The largest power of two below a number greater than one. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
