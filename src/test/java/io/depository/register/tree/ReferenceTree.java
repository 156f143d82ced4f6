package io.depository.register.tree;

import java.util.ArrayList;
import java.util.List;

/** The definitions of RFC 9162, 2.1, word for word and without any care for speed: what the quick tree is held against. */
public final class ReferenceTree {

    private ReferenceTree() {}

    /** MTH(D[n]). */
    public static byte[] root(List<byte[]> records) {
        if (records.isEmpty()) {
            return Hashing.sha256().digest();
        }
        if (records.size() == 1) {
            return sha256(0, records.get(0), new byte[0]);
        }
        int k = split(records.size());
        return sha256(1, root(records.subList(0, k)), root(records.subList(k, records.size())));
    }

    /** PATH(m, D[n]). */
    public static List<byte[]> path(int m, List<byte[]> records) {
        int n = records.size();
        List<byte[]> path = new ArrayList<>();
        if (n == 1) {
            return path;
        }
        int k = split(n);
        if (m < k) {
            path.addAll(path(m, records.subList(0, k)));
            path.add(root(records.subList(k, n)));
        } else {
            path.addAll(path(m - k, records.subList(k, n)));
            path.add(root(records.subList(0, k)));
        }
        return path;
    }

    /** PROOF(m, D[n]). */
    public static List<byte[]> proof(int m, List<byte[]> records) {
        return subproof(m, records, true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> records, boolean b) {
        int n = records.size();
        if (m == n) {
            return b ? new ArrayList<>() : new ArrayList<>(List.of(root(records)));
        }
        int k = split(n);
        List<byte[]> proof;
        if (m <= k) {
            proof = subproof(m, records.subList(0, k), b);
            proof.add(root(records.subList(k, n)));
        } else {
            proof = subproof(m - k, records.subList(k, n), false);
            proof.add(root(records.subList(0, k)));
        }
        return proof;
    }

    private static byte[] sha256(int prefix, byte[] first, byte[] second) {
        var digest = Hashing.sha256();
        digest.update((byte) prefix);
        digest.update(first);
        digest.update(second);
        return digest.digest();
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }
}
