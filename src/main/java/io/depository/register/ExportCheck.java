package io.depository.register;

import io.depository.register.note.Cosignature;
import io.depository.register.note.VerifierKey;
import io.depository.register.tree.Frontier;
import io.depository.register.tree.Hashing;
import io.depository.register.tree.Node;
import io.depository.treaty.Bilingual;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks an exported register line by line, by nothing but its own bytes: every leaf and subtree is hashed anew (RFC 9162,
 * 2.1.1), every checkpoint is held against the tree as it stood and against the key that signed then, and what the tables
 * say of an entry against its record. Keeps no more than one entry in memory.
 */
public final class ExportCheck {

    private static final int MOST_FAULTS = 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final Set<Long> sizes;
    private final List<VerifierKey> witnesses;
    private final Map<String, CheckedRegister.Witnessed> witnessed = new LinkedHashMap<>();
    private final Frontier frontier = Frontier.of(0, new byte[0]);
    private final Map<Node, byte[]> expected = new LinkedHashMap<>();
    private final Map<Long, byte[]> roots = new HashMap<>();
    private final List<LogKey> keys = new ArrayList<>();
    private final List<Bilingual> faults = new ArrayList<>();

    private @Nullable JsonNode head;
    private @Nullable JsonNode end;
    private @Nullable KeyRotation rotation;
    private String key = "";
    private long keyFrom = 1;
    private String recordedAt = "";
    private long signedSize;
    private String newest = "";

    private ExportCheck(Set<Long> sizes, List<VerifierKey> witnesses) {
        this.sizes = sizes;
        this.witnesses = witnesses;
    }

    /**
     * Reads the export to its end; never throws for what is in it.
     *
     * @param sizes the tree sizes whose roots are wanted
     * @param witnesses the verifier keys of witnesses who are believed
     * @throws IllegalArgumentException when one of those is no key
     */
    public static CheckedRegister check(InputStream export, Set<Long> sizes, List<String> witnesses)
            throws IOException {
        ExportCheck check = new ExportCheck(
                sizes, witnesses.stream().map(VerifierKey::parseWitness).toList());
        BufferedReader lines = new BufferedReader(new InputStreamReader(export, StandardCharsets.UTF_8));
        long number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            check.line(number++, line);
        }
        return check.finish();
    }

    private void line(long number, String line) {
        try {
            JsonNode json = JSON.readTree(line);
            if ((head == null) != (number == 1) || end != null) {
                throw new IllegalArgumentException("out of its place");
            }
            switch (json.required("type").asString()) {
                case "register" -> begin(json);
                case "entry" -> entry(json);
                case "node" -> node(json);
                case "checkpoint" -> checkpoint(json);
                case "end" -> end = json;
                default -> throw new IllegalArgumentException("of no known type");
            }
        } catch (JacksonException | IllegalArgumentException | UnreadableRecord e) {
            fault(
                    "Строка " + number + " не читается или стоит не на месте: " + e.getMessage(),
                    "Line " + number + " cannot be read or is out of its place: " + e.getMessage());
        }
    }

    private void begin(JsonNode json) {
        head = json;
        key = json.required("key").stringValue();
    }

    private void entry(JsonNode json) {
        nothingLacks();
        long index = json.required("index").longValue();
        if (index != frontier.size()) {
            fault(
                    "Вместо записи " + frontier.size() + " стоит запись " + index,
                    "Entry " + index + " stands where entry " + frontier.size() + " should");
        }
        byte[] record = json.required("record").binaryValue();
        byte[] leaf = Hashing.leaf(record);
        String at = json.required("recordedAt").stringValue();
        if (!at.equals(recordedAt) && signedSize != frontier.size()) {
            fault(
                    "Нет контрольной точки за " + frontier.size() + " записей",
                    "The checkpoint of " + frontier.size() + " entries is missing");
        }
        recordedAt = at;
        equal(leaf, json.required("leafHash").binaryValue(), "запись " + index, "entry " + index);
        describes(json, index, record);
        frontier.append(leaf, expected::put);
        expected.remove(Node.leaf(index));
        if (sizes.contains(frontier.size())) {
            roots.put(frontier.size(), frontier.root());
        }
        RecordReader.keyRotation(record).ifPresent(change -> rotation = change);
    }

    /** What stands beside the record is what the record says. */
    private void describes(JsonNode line, long index, byte[] record) {
        RecordReader.Heading heading = RecordReader.heading(record);
        RecordReader.Heading beside = new RecordReader.Heading(
                line.required("index").longValue(),
                line.required("of").stringValue(),
                line.path("agreement").asString(""),
                line.path("party").asString(""),
                line.required("recordedAt").stringValue());
        if (!heading.equals(beside)) {
            fault(
                    "Запись " + index + ": в таблице " + beside + ", в самой записи " + heading,
                    "Entry " + index + ": the table says " + beside + ", the record itself " + heading);
        }
    }

    private void node(JsonNode json) {
        Node node = new Node(
                json.required("level").intValue(), json.required("position").longValue());
        byte[] computed = expected.remove(node);
        if (computed == null) {
            fault("Лишний узел дерева: " + node, "A node of the tree too much: " + node);
        } else {
            equal(computed, json.required("hash").binaryValue(), "узел " + node, "node " + node);
        }
    }

    private void checkpoint(JsonNode json) {
        nothingLacks();
        long size = json.required("size").longValue();
        String note = json.required("note").stringValue();
        Optional<Checkpoint> says = Verification.checkpoint(note, key);
        if (says.isEmpty()) {
            fault(
                    "Контрольная точка за " + size + " записей не подписана ключом " + key + " или изменена",
                    "The checkpoint of " + size + " entries is not signed by " + key + ", or was altered");
        } else if (size != frontier.size()
                || size <= signedSize
                || !says.get().agreesWith(size, frontier.root())
                || !Arrays.equals(json.required("root").binaryValue(), frontier.root())) {
            fault(
                    "Контрольная точка за " + says.get().size() + " записей не сходится с деревом из " + frontier.size()
                            + " записей",
                    "The checkpoint of " + says.get().size() + " entries does not fit the tree of " + frontier.size()
                            + " entries");
        }
        if (!json.required("signedAt").stringValue().equals(recordedAt)) {
            fault(
                    "Время контрольной точки за " + size + " записей не то, что у её записей",
                    "The time of the checkpoint of " + size + " entries is not that of its entries");
        }
        signedSize = frontier.size();
        newest = note;
        cosignatures(json, note);
        changeKey(size);
    }

    private void cosignatures(JsonNode json, String note) {
        StringBuilder all = new StringBuilder(note);
        json.path("cosignatures").forEach(line -> all.append(line.asString()).append('\n'));
        for (VerifierKey witness : witnesses) {
            Cosignature.find(all.toString(), witness)
                    .ifPresent(by -> witnessed.put(
                            witness.encoded(), new CheckedRegister.Witnessed(witness.name(), signedSize, by.at())));
        }
    }

    /** The old key has signed the tree that names the new one. */
    private void changeKey(long size) {
        if (rotation != null) {
            if (!rotation.from().equals(key)) {
                fault(
                        "Запись " + rotation.index() + " меняет ключ, который не действовал: " + rotation.from(),
                        "Entry " + rotation.index() + " changes a key that was not in use: " + rotation.from());
            }
            keys.add(new LogKey(key, keyFrom, size));
            key = rotation.to();
            keyFrom = size + 1;
            rotation = null;
        }
    }

    private CheckedRegister finish() {
        nothingLacks();
        keys.add(new LogKey(key, keyFrom, null));
        long size = frontier.size();
        if (head == null || end == null) {
            fault("Файл не окончен", "The file has no end");
        } else {
            if (head.path("size").asLong(-1) != size
                    || !Arrays.equals(head.path("frontier").binaryValue(), frontier.toBytes())) {
                fault(
                        "Голова реестра не сходится с его записями: " + size,
                        "The register's head does not fit its entries: " + size);
            }
            counts(head.path("size").asLong(-1), end);
        }
        if (signedSize != size) {
            fault(
                    "Последние записи не подписаны: подписано " + signedSize + " из " + size,
                    "The last entries are not signed: " + signedSize + " of " + size + " are");
        }
        return new CheckedRegister(size, frontier.root(), newest, keys, roots, List.copyOf(witnessed.values()), faults);
    }

    /** The register may have grown while it was written, but there is nothing beside it. */
    private void counts(long size, JsonNode found) {
        long now = found.path("size").asLong(-1);
        if (now < size
                || found.path("entries").asLong(-1) != now
                || found.path("nodes").asLong(-1) != now - Long.bitCount(Math.max(now, 0))
                || found.path("signed").asLong(-1) != now) {
            fault(
                    "В таблицах больше или меньше, чем в реестре: " + found,
                    "There is more or less in the tables: " + found);
        }
    }

    private void nothingLacks() {
        for (Node node : expected.keySet()) {
            fault("Нет узла дерева: " + node, "A node of the tree is missing: " + node);
        }
        expected.clear();
    }

    private void equal(byte[] computed, byte[] said, String ru, String en) {
        if (!Arrays.equals(computed, said)) {
            fault("Хеш не сходится: " + ru, "The hash does not fit: " + en);
        }
    }

    private void fault(String ru, String en) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Bilingual(ru, en));
        }
    }
}
