package io.depository.sample;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/**
 * Checks the proof in a receipt: from the leaf hash and the inclusion proof follows the root (RFC 9162, 2.1.3.2), and
 * the signed checkpoint names the same root. The checkpoint's signature is checked by any tool that reads signed notes,
 * with the verifier key that the depository publishes.
 */
final class ReceiptCheck {

    private static final int ROOT_LINE = 2;

    private ReceiptCheck() {}

    /** Whether the record with that leaf hash is in the tree that the checkpoint names. */
    static boolean holds(JsonNode receipt) {
        byte[] root = bytes(receipt.path("rootHash"));
        byte[] computed = rootFrom(
                bytes(receipt.path("leafHash")),
                receipt.path("index").asLong(),
                receipt.path("treeSize").asLong(),
                receipt.path("inclusionProof"));
        String[] checkpoint = text(receipt.path("checkpoint").asString("")).split("\n");
        return Arrays.equals(root, computed)
                && checkpoint.length > ROOT_LINE
                && checkpoint[ROOT_LINE].equals(receipt.path("rootHash").asString());
    }

    private static byte[] rootFrom(byte[] leafHash, long index, long treeSize, JsonNode proof) {
        long position = index;
        long last = treeSize - 1;
        byte[] hash = leafHash;
        for (JsonNode step : proof) {
            if (last == 0) {
                return new byte[0];
            }
            if ((position & 1) == 1 || position == last) {
                hash = parent(bytes(step), hash);
                while ((position & 1) == 0 && position != 0) {
                    position >>= 1;
                    last >>= 1;
                }
            } else {
                hash = parent(hash, bytes(step));
            }
            position >>= 1;
            last >>= 1;
        }
        return last == 0 ? hash : new byte[0];
    }

    private static byte[] parent(byte[] left, byte[] right) {
        ByteArrayOutputStream node = new ByteArrayOutputStream();
        node.write(1);
        node.writeBytes(left);
        node.writeBytes(right);
        try {
            return MessageDigest.getInstance("SHA-256").digest(node.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString(""));
    }

    /** The checkpoint is a note in UTF-8 text; like the rest of the proof it travels as base64. */
    private static String text(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
