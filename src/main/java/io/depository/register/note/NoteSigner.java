package io.depository.register.note;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Signs notes with one Ed25519 key (C2SP signed-note). Safe for use by several threads. */
public final class NoteSigner {

    private final byte[] secretKey;
    private final VerifierKey verifierKey;

    /**
     * A signer of that name.
     *
     * @param secretKey the 32 bytes of RFC 8032
     * @throws IllegalArgumentException when the name cannot be a key's
     */
    public NoteSigner(String name, byte[] secretKey) {
        byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(secretKey, 0, publicKey, 0);
        this.secretKey = secretKey.clone();
        this.verifierKey = new VerifierKey(name, publicKey);
    }

    /** What the notes are verified with. */
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /**
     * The text with a signature beneath it.
     *
     * @param text ends with a line feed
     */
    public String sign(String text) {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("The text of a note ends with a line feed");
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(secretKey, 0, bytes, 0, bytes.length, signature, 0);
        return text + "\n" + new Signature(verifierKey.name(), verifierKey.id(), signature).line() + "\n";
    }
}
