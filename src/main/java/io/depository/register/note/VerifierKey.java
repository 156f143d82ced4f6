package io.depository.register.note;

import io.depository.register.tree.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The public half of an Ed25519 key that signs notes (C2SP signed-note).
 *
 * @param name of the key: not empty, without white space, control characters and {@code +}
 * @param type {@link #LOG} or {@link #WITNESS}: the same key has another id as the one than as the other
 * @param publicKey the 32 bytes of RFC 8032
 */
public record VerifierKey(String name, byte type, byte[] publicKey) {

    /** Signs notes, such as a log's checkpoints (C2SP signed-note, type 0x01). */
    public static final byte LOG = 0x01;

    /** Cosigns checkpoints of others, with the time (C2SP tlog-cosignature, type 0x04). */
    public static final byte WITNESS = 0x04;

    private static final int ID_LENGTH = 4;

    public VerifierKey {
        if (name.isEmpty() || name.codePoints().anyMatch(VerifierKey::isForbiddenInName)) {
            throw new IllegalArgumentException(
                    "A log's name is not empty and has no white space and no '+': \"" + name + "\"");
        }
        if (publicKey.length != Ed25519.PUBLIC_KEY_SIZE) {
            throw new IllegalArgumentException("An Ed25519 key has 32 bytes, not " + publicKey.length);
        }
    }

    /** The key of a log. */
    public VerifierKey(String name, byte[] publicKey) {
        this(name, LOG, publicKey);
    }

    /**
     * Reads a log's {@code <name>+<key id in hex>+<base64(type || key)>}.
     *
     * @throws IllegalArgumentException when the text is none, or its id does not fit its key
     */
    public static VerifierKey parse(String text) {
        return parse(text, LOG);
    }

    /** Reads a witness's, and otherwise as {@link #parse(String)}. */
    public static VerifierKey parseWitness(String text) {
        return parse(text, WITNESS);
    }

    private static VerifierKey parse(String text, byte type) {
        String[] parts = text.split("\\+", 3);
        byte[] typed = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
        if (typed.length != 1 + Ed25519.PUBLIC_KEY_SIZE || typed[0] != type) {
            throw new IllegalArgumentException("Not the verifier key of an Ed25519 "
                    + (type == LOG ? "signer" : "witness") + " (type " + type + "): " + text);
        }
        VerifierKey key = new VerifierKey(parts[0], type, Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(key.id()).equals(parts[1])) {
            throw new IllegalArgumentException("The key id does not fit the key: " + text);
        }
        return key;
    }

    /** The first four bytes of {@code SHA-256(name || 0x0A || type || key)}. */
    public byte[] id() {
        MessageDigest digest = Hashing.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(type);
        return Arrays.copyOf(digest.digest(publicKey), ID_LENGTH);
    }

    /** The text that {@link #parse} reads. */
    public String encoded() {
        byte[] typed = new byte[1 + publicKey.length];
        typed[0] = type;
        System.arraycopy(publicKey, 0, typed, 1, publicKey.length);
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    boolean verifies(byte[] signature, byte[] text) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, publicKey, 0, text, 0, text.length);
    }

    private static boolean isForbiddenInName(int character) {
        return character == '+'
                || Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character);
    }
}
