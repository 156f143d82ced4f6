package io.depository.register.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A run of leaves {@code [begin, end)} whose root stands in a proof. It begins where a complete subtree at least as
 * large begins, as every run does that RFC 9162 splits off.
 */
public record Span(long begin, long end) {

    public Span {
        if (begin < 0 || end <= begin) {
            throw new IllegalArgumentException("No leaves from " + begin + " to " + end);
        }
    }

    /** The complete subtrees that make up this run, largest first: at most one a level. */
    public List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        long at = begin;
        while (at < end) {
            int level = 63 - Long.numberOfLeadingZeros(end - at);
            nodes.add(new Node(level, at >> level));
            at += 1L << level;
        }
        return nodes;
    }

    /** The root over this run, from the hashes of {@link #nodes()}. */
    public byte[] root(Function<Node, byte[]> hashes) {
        List<byte[]> roots = new ArrayList<>();
        nodes().forEach(node -> roots.add(hashes.apply(node)));
        return fold(roots);
    }

    /** The root over complete subtrees that stand side by side, largest first. */
    static byte[] fold(List<byte[]> roots) {
        byte[] root = roots.get(roots.size() - 1);
        for (int i = roots.size() - 2; i >= 0; i--) {
            root = Hashing.node(roots.get(i), root);
        }
        return root;
    }
}
