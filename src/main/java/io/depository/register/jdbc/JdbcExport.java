package io.depository.register.jdbc;

import io.depository.register.RegisterExport;
import io.depository.register.tree.Node;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the register page by page, and no transaction spans two of them: what is read once never changes. Says what the
 * tables say and judges nothing, so that whoever checks the file checks the tables.
 */
@Component
final class JdbcExport implements RegisterExport {

    private static final int PAGE = 500;
    private static final JsonFactory JSON = new JsonFactory();

    private final JdbcClient database;
    private final TreeNodes nodes;
    private final LogSigner signer;

    JdbcExport(JdbcClient database, LogSigner signer) {
        this.database = database;
        this.nodes = new TreeNodes(database);
        this.signer = signer;
    }

    private record Line(long after, byte[] json) {}

    @Override
    public void writeTo(OutputStream out) {
        long size = database.sql("select size, frontier from head where id = 1")
                .query((row, number) -> {
                    write(out, json("register", json -> head(json, row)));
                    return row.getLong("size");
                })
                .single();
        for (long from = 0; from < size; from += PAGE) {
            page(out, from, Math.min(size, from + PAGE));
        }
        write(out, end());
    }

    private void head(JsonGenerator json, ResultSet row) {
        json.writeNumberProperty("v", 1);
        json.writeStringProperty("origin", signer.name());
        json.writeStringProperty(
                "key", new LogKeys(database).list(signer.verifierKey()).get(0).key());
        try {
            json.writeNumberProperty("size", row.getLong("size"));
            json.writeBinaryProperty("frontier", row.getBytes("frontier"));
        } catch (SQLException e) {
            throw new IllegalStateException("The register's head cannot be read", e);
        }
    }

    private void page(OutputStream out, long from, long to) {
        List<Line> entries = entries(from, to);
        Map<Long, List<byte[]>> after = new HashMap<>();
        nodes(from, to).forEach(line -> put(after, line));
        checkpoints(from, to).forEach(line -> put(after, line));
        for (Line entry : entries) {
            write(out, entry.json());
            after.getOrDefault(entry.after(), List.of()).forEach(line -> write(out, line));
        }
    }

    private static void put(Map<Long, List<byte[]>> lines, Line line) {
        lines.computeIfAbsent(line.after(), unknown -> new ArrayList<>()).add(line.json());
    }

    private List<Line> entries(long from, long to) {
        return database.sql("select * from entry where index >= ? and index < ? order by index")
                .param(from)
                .param(to)
                .query((row, number) -> {
                    long index = row.getLong("index");
                    String type = row.getString("type");
                    String agreement = row.getString("agreement");
                    String party = row.getString("party");
                    byte[] record = row.getBytes("record");
                    byte[] leaf = row.getBytes("leaf_hash");
                    String at = instant(row, "recorded_at");
                    return new Line(index, json("entry", json -> {
                        json.writeNumberProperty("index", index);
                        json.writeStringProperty("of", type);
                        text(json, "agreement", agreement);
                        text(json, "party", party);
                        json.writeStringProperty("recordedAt", at);
                        json.writeBinaryProperty("record", record);
                        json.writeBinaryProperty("leafHash", leaf);
                    }));
                })
                .list();
    }

    /** The subtrees that the entries complete, each after the entry that does. */
    private List<Line> nodes(long from, long to) {
        List<Node> wanted = LongStream.range(from, to)
                .boxed()
                .flatMap(index -> Node.completedBy(index).stream())
                .toList();
        Map<Node, byte[]> hashes = nodes.find(wanted);
        return wanted.stream()
                .filter(hashes::containsKey)
                .map(node -> new Line(((node.position() + 1) << node.level()) - 1, json("node", json -> {
                    json.writeNumberProperty("level", node.level());
                    json.writeNumberProperty("position", node.position());
                    json.writeBinaryProperty("hash", hashes.get(node));
                })))
                .toList();
    }

    private List<Line> checkpoints(long from, long to) {
        return database.sql("""
                        select c.*, array(select line from cosignature s where s.size = c.size order by stored_at) as lines
                        from checkpoint c where size > ? and size <= ? order by size
                        """)
                .param(from)
                .param(to)
                .query((row, number) -> {
                    long size = row.getLong("size");
                    byte[] root = row.getBytes("root");
                    String note = row.getString("note");
                    String at = instant(row, "signed_at");
                    String[] lines = (String[]) row.getArray("lines").getArray();
                    return new Line(size - 1, json("checkpoint", json -> {
                        json.writeNumberProperty("size", size);
                        json.writeBinaryProperty("root", root);
                        json.writeStringProperty("signedAt", at);
                        json.writeStringProperty("note", note);
                        if (lines.length > 0) {
                            json.writeArrayPropertyStart("cosignatures");
                            Stream.of(lines).forEach(json::writeString);
                            json.writeEndArray();
                        }
                    }));
                })
                .list();
    }

    /** How much there is in the tables, in one look. */
    private byte[] end() {
        return database.sql("""
                        select size, (select count(*) from entry) as entries, (select count(*) from tree_node) as nodes,
                               (select coalesce(max(size), 0) from checkpoint) as signed
                        from head where id = 1
                        """)
                .query((row, number) -> {
                    long size = row.getLong("size");
                    long entries = row.getLong("entries");
                    long inner = row.getLong("nodes");
                    long signed = row.getLong("signed");
                    return json("end", json -> {
                        json.writeNumberProperty("size", size);
                        json.writeNumberProperty("entries", entries);
                        json.writeNumberProperty("nodes", inner);
                        json.writeNumberProperty("signed", signed);
                    });
                })
                .single();
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    private static String instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toString();
    }

    private static byte[] json(String type, Consumer<JsonGenerator> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringProperty("type", type);
            members.accept(json);
            json.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static void write(OutputStream out, byte[] line) {
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException("Whoever asked for the register has gone", e);
        }
    }
}
