package io.depository.register.jdbc;

import io.depository.register.tree.Node;
import io.depository.register.tree.Span;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stored nodes of the tree: leaves in the entries, roots of complete subtrees beside them. */
final class TreeNodes {

    private static final String SELECT = """
            select n.level::int as level, n.position, n.hash
            from unnest(?::smallint[], ?::bigint[]) as wanted (level, position)
            join tree_node n on n.level = wanted.level and n.position = wanted.position
            union all
            select 0, e.index, e.leaf_hash
            from unnest(?::bigint[]) as wanted (index)
            join entry e on e.index = wanted.index
            """;

    private final JdbcClient database;

    TreeNodes(JdbcClient database) {
        this.database = database;
    }

    /**
     * The hashes of those nodes, by one query whatever their number.
     *
     * @throws IllegalStateException when one is not stored, though its subtree is complete
     */
    Map<Node, byte[]> fetch(Collection<Node> nodes) {
        Map<Node, byte[]> hashes = find(nodes);
        for (Node node : nodes) {
            if (!hashes.containsKey(node)) {
                throw new IllegalStateException("The register lacks a node of its tree: " + node
                        + ". Nothing can be proved about it until it is restored.");
            }
        }
        return hashes;
    }

    /** The hashes of those of the nodes that are stored, by one query. */
    Map<Node, byte[]> find(Collection<Node> nodes) {
        Map<Node, byte[]> hashes = new HashMap<>();
        if (nodes.isEmpty()) {
            return hashes;
        }
        List<Node> inner = nodes.stream().filter(node -> node.level() > 0).toList();
        database.sql(SELECT)
                .param(inner.stream().map(node -> (short) node.level()).toArray(Short[]::new))
                .param(inner.stream().mapToLong(Node::position).toArray())
                .param(nodes.stream()
                        .filter(node -> node.level() == 0)
                        .mapToLong(Node::position)
                        .toArray())
                .query(row -> {
                    hashes.put(new Node(row.getInt("level"), row.getLong("position")), row.getBytes("hash"));
                });
        return hashes;
    }

    /** The roots of those runs of leaves, in their order. */
    List<byte[]> roots(List<Span> spans) {
        Map<Node, byte[]> hashes = fetch(
                spans.stream().flatMap(span -> span.nodes().stream()).distinct().toList());
        return spans.stream().map(span -> span.root(hashes::get)).toList();
    }

    /** The root of the tree as it was at that size. */
    byte[] rootAt(long size) {
        return roots(List.of(new Span(0, size))).get(0);
    }
}
