package io.depository.register.note;

import io.depository.register.tree.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The public half of a key that signs notes (C2SP signed-note, signature type 0x01).
 *
 * @param name of the key: not empty, without white space, control characters and {@code +}
 * @param publicKey the 32 bytes of RFC 8032
 */
public record VerifierKey(String name, byte[] publicKey) {

    private static final byte ED25519 = 0x01;
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

    /**
     * Reads {@code <name>+<key id in hex>+<base64(type || key)>}.
     *
     * @throws IllegalArgumentException when the text is none, or its id does not fit its key
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        byte[] typed = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
        if (typed.length != 1 + Ed25519.PUBLIC_KEY_SIZE || typed[0] != ED25519) {
            throw new IllegalArgumentException("Not the verifier key of an Ed25519 signer: " + text);
        }
        VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
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
        digest.update(ED25519);
        return Arrays.copyOf(digest.digest(publicKey), ID_LENGTH);
    }

    /** The text that {@link #parse} reads. */
    public String encoded() {
        byte[] typed = new byte[1 + publicKey.length];
        typed[0] = ED25519;
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
