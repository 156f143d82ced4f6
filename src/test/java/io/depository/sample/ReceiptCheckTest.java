package io.depository.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ReceiptCheckTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 16, 17, 31})
    void acceptsTheProofOfEveryEntryAndNoOther(int size) throws Exception {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(hash(0, new byte[] {(byte) i}, new byte[0]));
        }
        for (int index = 0; index < size; index++) {
            assertThat(ReceiptCheck.holds(receipt(leaves, index, index))).isTrue();
            if (size > 1) {
                assertThat(ReceiptCheck.holds(receipt(leaves, index, (index + 1) % size)))
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rootHash", "leafHash"})
    void refusesAnotherHash(String field) throws Exception {
        ObjectNode receipt = receipt(List.of(hash(0, new byte[] {1}, new byte[0])), 0, 0);
        receipt.put(field, Base64.getEncoder().encodeToString(new byte[32]));
        assertThat(ReceiptCheck.holds(receipt)).isFalse();
    }

    private static ObjectNode receipt(List<byte[]> leaves, int index, int statedIndex) throws Exception {
        String root = base64(root(leaves));
        ObjectNode receipt = JSON.createObjectNode();
        receipt.put("leafHash", base64(leaves.get(index)));
        receipt.put("index", statedIndex);
        receipt.put("treeSize", leaves.size());
        receipt.put("rootHash", root);
        String note = "depository.test\n" + leaves.size() + "\n" + root + "\n\n— depository.test x\n";
        receipt.put("checkpoint", Base64.getEncoder().encodeToString(note.getBytes(StandardCharsets.UTF_8)));
        ArrayNode proof = receipt.putArray("inclusionProof");
        for (byte[] step : proof(leaves, index)) {
            proof.add(base64(step));
        }
        return receipt;
    }

    /** The definition of RFC 9162, 2.1.1, word by word. */
    private static byte[] root(List<byte[]> leaves) throws Exception {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return hash(1, root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    /** The definition of RFC 9162, 2.1.3.1, word by word. */
    private static List<byte[]> proof(List<byte[]> leaves, int index) throws Exception {
        List<byte[]> proof = new ArrayList<>();
        if (leaves.size() > 1) {
            int split = Integer.highestOneBit(leaves.size() - 1);
            List<byte[]> left = leaves.subList(0, split);
            List<byte[]> right = leaves.subList(split, leaves.size());
            proof.addAll(index < split ? proof(left, index) : proof(right, index - split));
            proof.add(index < split ? root(right) : root(left));
        }
        return proof;
    }

    private static byte[] hash(int prefix, byte[] first, byte[] second) throws Exception {
        ByteArrayOutputStream node = new ByteArrayOutputStream();
        node.write(prefix);
        node.writeBytes(first);
        node.writeBytes(second);
        return MessageDigest.getInstance("SHA-256").digest(node.toByteArray());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
