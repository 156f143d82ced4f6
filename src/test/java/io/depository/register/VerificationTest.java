package io.depository.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.depository.register.note.NoteSigner;
import io.depository.register.tree.Hashing;
import io.depository.register.tree.ReferenceTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerificationTest {

    private static final List<byte[]> RECORDS =
            IntStream.range(0, 13).mapToObj(i -> new byte[] {(byte) i}).toList();
    private static final byte[] ROOT = ReferenceTree.root(RECORDS);
    private static final NoteSigner SIGNER = new NoteSigner("cis-executive-committee", new byte[32]);
    private static final String KEY = SIGNER.verifierKey().encoded();

    @Test
    void refusesEveryDistortedPath() {
        for (int index = 0; index < RECORDS.size(); index++) {
            byte[] leaf = Hashing.leaf(RECORDS.get(index));
            List<byte[]> path = ReferenceTree.path(index, RECORDS);
            assertThat(Verification.inclusion(leaf, index, 13, path, ROOT)).isTrue();
            for (List<byte[]> distorted : distortions(path)) {
                assertThat(Verification.inclusion(leaf, index, 13, distorted, ROOT))
                        .isFalse();
            }
            assertThat(Verification.inclusion(leaf, index + 1, 13, path, ROOT)).isFalse();
            assertThat(Verification.inclusion(leaf, index, 8, path, ROOT)).isFalse();
            assertThat(Verification.inclusion(flipped(leaf), index, 13, path, ROOT))
                    .isFalse();
            assertThat(Verification.inclusion(leaf, index, 13, path, flipped(ROOT)))
                    .isFalse();
        }
    }

    @Test
    void refusesEveryDistortedConsistencyProof() {
        for (int from = 1; from < 13; from++) {
            byte[] old = ReferenceTree.root(RECORDS.subList(0, from));
            List<byte[]> proof = ReferenceTree.proof(from, RECORDS);
            assertThat(Verification.consistency(from, old, 13, ROOT, proof)).isTrue();
            for (List<byte[]> distorted : distortions(proof)) {
                assertThat(Verification.consistency(from, old, 13, ROOT, distorted))
                        .isFalse();
            }
            assertThat(Verification.consistency(from, flipped(old), 13, ROOT, proof))
                    .isFalse();
            assertThat(Verification.consistency(from, old, 13, flipped(ROOT), proof))
                    .isFalse();
        }
        assertThat(Verification.consistency(13, ROOT, 13, ROOT, List.of())).isTrue();
        assertThat(Verification.consistency(0, Hashing.emptyRoot(), 13, ROOT, List.of()))
                .isFalse();
        assertThat(Verification.consistency(14, ROOT, 13, ROOT, List.of())).isFalse();
    }

    @Test
    void opensACheckpointOfItsKeyOnly() {
        String note = SIGNER.sign(new Checkpoint("cis-executive-committee", 13, ROOT).text());
        assertThat(Verification.checkpoint(note, KEY))
                .hasValueSatisfying(
                        says -> assertThat(says.agreesWith(13, ROOT)).isTrue());
        assertThat(Verification.checkpoint(note.replace("\n13\n", "\n12\n"), KEY))
                .isEmpty();
        String stranger = new NoteSigner("cis-executive-committee", flipped(new byte[32]))
                .verifierKey()
                .encoded();
        assertThat(Verification.checkpoint(note, stranger)).isEmpty();
        String otherLog = SIGNER.sign(new Checkpoint("another", 13, ROOT).text());
        assertThat(Verification.checkpoint(otherLog, KEY)).isEmpty();
        assertThat(Verification.checkpoint(SIGNER.sign("cis-executive-committee\n013\n\n"), KEY))
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Verification.checkpoint(note, "no key"));
    }

    @Test
    void acceptsAReceiptForItsRecordOnly() {
        InclusionReceipt receipt = new InclusionReceipt(
                RECORDS.get(4),
                Hashing.leaf(RECORDS.get(4)),
                4,
                13,
                ROOT,
                ReferenceTree.path(4, RECORDS),
                SIGNER.sign(new Checkpoint("cis-executive-committee", 13, ROOT).text()));
        assertThat(Verification.receipt(RECORDS.get(4), receipt, KEY)).isTrue();
        assertThat(Verification.receipt(RECORDS.get(5), receipt, KEY)).isFalse();
    }

    private static List<List<byte[]>> distortions(List<byte[]> proof) {
        List<List<byte[]>> distorted = new ArrayList<>();
        for (int i = 0; i < proof.size(); i++) {
            List<byte[]> changed = new ArrayList<>(proof);
            changed.set(i, flipped(proof.get(i)));
            distorted.add(changed);
            List<byte[]> shorter = new ArrayList<>(proof);
            shorter.remove(i);
            distorted.add(shorter);
        }
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(Hashing.emptyRoot());
        distorted.add(longer);
        if (proof.size() > 1) {
            List<byte[]> swapped = new ArrayList<>(proof);
            Collections.swap(swapped, 0, 1);
            distorted.add(swapped);
        }
        return distorted;
    }

    private static byte[] flipped(byte[] hash) {
        byte[] flipped = hash.clone();
        flipped[3] ^= 1;
        return flipped;
    }
}
