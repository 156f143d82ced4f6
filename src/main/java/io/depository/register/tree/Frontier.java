package io.depository.register.tree;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A tree that grows: all that is needed to append and to know the root are the roots of the complete subtrees that make
 * it up, largest first, one for each bit of its size. Belongs to one thread.
 */
public final class Frontier {

    private final List<byte[]> roots;
    private long size;

    private Frontier(long size, List<byte[]> roots) {
        this.size = size;
        this.roots = roots;
    }

    /**
     * The tree of that size, from {@link #toBytes()}.
     *
     * @throws IllegalArgumentException when the bytes cannot be of a tree of that size
     */
    public static Frontier of(long size, byte[] bytes) {
        if (size < 0 || bytes.length != Long.bitCount(size) * Hashing.LENGTH) {
            throw new IllegalArgumentException(
                    bytes.length + " bytes of subtree roots do not make a tree of " + size + " leaves");
        }
        List<byte[]> roots = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            byte[] root = new byte[Hashing.LENGTH];
            buffer.get(root);
            roots.add(root);
        }
        return new Frontier(size, roots);
    }

    /** Appends a leaf; tells of it and of each subtree that it completes, smallest first. */
    public void append(byte[] leafHash, BiConsumer<Node, byte[]> completed) {
        long index = size;
        byte[] hash = leafHash;
        completed.accept(Node.leaf(index), hash);
        for (Node node : Node.completedBy(index)) {
            hash = Hashing.node(roots.remove(roots.size() - 1), hash);
            completed.accept(node, hash);
        }
        roots.add(hash);
        size++;
    }

    /** The number of leaves. */
    public long size() {
        return size;
    }

    /** The root of the tree (RFC 9162, 2.1.1). */
    public byte[] root() {
        return roots.isEmpty() ? Hashing.emptyRoot() : Span.fold(roots);
    }

    /** Tells of each complete subtree that makes up the tree. */
    public void forEach(BiConsumer<Node, byte[]> subtree) {
        if (size > 0) {
            List<Node> nodes = new Span(0, size).nodes();
            for (int i = 0; i < roots.size(); i++) {
                subtree.accept(nodes.get(i), roots.get(i));
            }
        }
    }

    /** The roots one after another, largest subtree first. */
    public byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(roots.size() * Hashing.LENGTH);
        roots.forEach(buffer::put);
        return buffer.array();
    }
}
