package io.depository.register.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a complete subtree stands: over the leaves {@code [position << level, (position + 1) << level)}. Level 0 is a
 * leaf.
 */
public record Node(int level, long position) {

    public Node {
        if (level < 0 || level > 62 || position < 0) {
            throw new IllegalArgumentException("No node of a tree: level " + level + ", position " + position);
        }
    }

    /** The leaf of that index. */
    public static Node leaf(long index) {
        return new Node(0, index);
    }

    /** The subtrees above the leaves that the leaf of that index completes, smallest first. */
    public static List<Node> completedBy(long index) {
        List<Node> completed = new ArrayList<>();
        for (int level = 1; (index >> (level - 1) & 1) == 1; level++) {
            completed.add(new Node(level, index >> level));
        }
        return completed;
    }
}
