package io.depository.local;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.depository.register.Checkpoint;
import io.depository.register.InclusionReceipt;
import io.depository.register.Verification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The register holds what was registered and nothing else, and proves it to anybody; it was never another one. */
final class JudgedRegister {

    private final KilledDepository depository;
    private final RegisterAsSeen register;
    private final List<Heard> letters;
    private final Map<Long, String> checkpoints;

    /** @param checkpoints as they were seen, by size */
    JudgedRegister(
            KilledDepository depository, RegisterAsSeen register, List<Heard> letters, Map<Long, String> checkpoints) {
        this.depository = depository;
        this.register = register;
        this.letters = letters;
        this.checkpoints = new TreeMap<>(checkpoints);
    }

    void judge(SoftAssertions softly, List<Ministries.Try> tries) {
        judgeTree(softly);
        judgeReceipts(softly);
        judgeConsistency(softly);
        judgeContent(softly, tries);
    }

    private void judgeTree(SoftAssertions softly) {
        List<byte[]> leaves = new ArrayList<>();
        for (RegisterAsSeen.Entry entry : register.entries()) {
            softly.assertThat(entry.index()).isEqualTo(leaves.size());
            softly.assertThat(entry.leafHash())
                    .as("leaf hash of entry " + entry.index())
                    .isEqualTo(Verification.leafHash(entry.record()));
            leaves.add(Verification.leafHash(entry.record()));
        }
        Checkpoint says = open(register.checkpoint());
        softly.assertThat(says.size()).isEqualTo(leaves.size());
        softly.assertThat(says.root()).as("root of all entries").isEqualTo(root(leaves));
    }

    /** RFC 9162, 2.1.1, as it is written there. */
    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((byte) 1);
            sha256.update(root(leaves.subList(0, half)));
            return sha256.digest(root(leaves.subList(half, leaves.size())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each letter about an entry proves that the entry is there. */
    private void judgeReceipts(SoftAssertions softly) {
        Set<String> told = letters.stream().map(Heard::body).collect(toSet());
        for (String body : told) {
            JsonNode letter = JsonMapper.shared().readTree(body);
            JsonNode json = letter.get("receipt");
            softly.assertThat(json == null)
                    .as("a letter about an entry has a receipt: " + letter.get("id"))
                    .isEqualTo(!letter.has("entry"));
            if (json != null) {
                InclusionReceipt receipt = receipt(json);
                softly.assertThat(receipt.index()).isEqualTo(letter.get("entry").asLong());
                byte[] record = register.entries().get((int) receipt.index()).record();
                softly.assertThat(Verification.receipt(record, receipt, register.key()))
                        .as("proof in " + letter.get("id"))
                        .isTrue();
                String before = checkpoints.putIfAbsent(receipt.treeSize(), receipt.checkpoint());
                softly.assertThat(before)
                        .as("checkpoint of size " + receipt.treeSize())
                        .isIn(null, receipt.checkpoint());
            }
        }
    }

    private static InclusionReceipt receipt(JsonNode json) {
        List<byte[]> proof = new ArrayList<>();
        json.get("inclusionProof").forEach(hash -> proof.add(RegisterAsSeen.bytes(hash)));
        return new InclusionReceipt(
                RegisterAsSeen.bytes(json.get("record")),
                RegisterAsSeen.bytes(json.get("leafHash")),
                json.get("index").asLong(),
                json.get("treeSize").asLong(),
                RegisterAsSeen.bytes(json.get("rootHash")),
                proof,
                new String(RegisterAsSeen.bytes(json.get("checkpoint")), StandardCharsets.UTF_8));
    }

    private void judgeConsistency(SoftAssertions softly) {
        Checkpoint earlier = null;
        for (String note : checkpoints.values()) {
            Checkpoint later = open(note);
            if (earlier != null) {
                List<byte[]> proof = new ArrayList<>();
                depository
                        .json("/api/register/consistency?from=" + earlier.size() + "&to=" + later.size())
                        .get("proof")
                        .forEach(hash -> proof.add(RegisterAsSeen.bytes(hash)));
                softly.assertThat(Verification.consistency(
                                earlier.size(), earlier.root(), later.size(), later.root(), proof))
                        .as("tree of " + later.size() + " continues that of " + earlier.size())
                        .isTrue();
            }
            earlier = later;
        }
    }

    private void judgeContent(SoftAssertions softly, List<Ministries.Try> tries) {
        List<JsonNode> records = register.entries().stream()
                .filter(RegisterAsSeen.Entry::isNotification)
                .map(RegisterAsSeen.Entry::json)
                .toList();
        softly.assertThat(records)
                .extracting(record -> record.get("notificationSha256").asString())
                .as("notifications in the register")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(letters.stream()
                        .filter(Heard::isAcknowledgement)
                        .map(Heard::json)
                        .filter(letter -> letter.get("outcome").asString().equals("registered"))
                        .map(letter -> letter.get("notificationSha256").asString())
                        .collect(toSet()))
                .containsAll(tries.stream()
                        .map(one -> one.sending().notice())
                        .filter(notice -> notice.fate() == Notice.Fate.REGISTERED)
                        .map(Notice::sha256)
                        .collect(toSet()));
        softly.assertThat(records)
                .extracting(record -> record.get("party").asString() + " "
                        + record.get("reference").asString())
                .as("references in the register")
                .doesNotHaveDuplicates();
        for (JsonNode record : records) {
            Instant receivedAt = Instant.parse(record.get("receivedAt").asString());
            softly.assertThat(tries)
                    .as("sendings of the record " + record)
                    .anyMatch(one -> one.sending()
                                    .notice()
                                    .sha256()
                                    .equals(record.get("notificationSha256").asString())
                            && JudgedArrivals.isWithin(one, receivedAt));
        }
    }

    private Checkpoint open(String note) {
        var checkpoint = Verification.checkpoint(note, register.key());
        assertThat(checkpoint).as("checkpoint " + note).isPresent();
        return checkpoint.orElseThrow();
    }
}
