package io.depository.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Signs checkpoints as C2SP's tlog-cosignature and signed-note have it, by the JDK alone and by none of our code. */
public final class WitnessKey {

    private final String name;
    private final PrivateKey secret;
    private final byte[] point;

    private WitnessKey(String name, PrivateKey secret, PublicKey open) {
        this.name = name;
        this.secret = secret;
        byte[] encoded = open.getEncoded();
        this.point = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    /** A new key. */
    public static WitnessKey of(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new WitnessKey(name, pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key of a party: {@code jws-private.pem} and {@code jws-public.pem} in that folder. */
    public static WitnessKey of(String name, Path folder) {
        try {
            KeyFactory ed25519 = KeyFactory.getInstance("Ed25519");
            return new WitnessKey(
                    name,
                    ed25519.generatePrivate(new PKCS8EncodedKeySpec(pem(folder.resolve("jws-private.pem")))),
                    ed25519.generatePublic(new X509EncodedKeySpec(pem(folder.resolve("jws-public.pem")))));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("No key in " + folder, e);
        }
    }

    /** {@code <name>+<key id in hex>+<base64(0x04 || key)>}. */
    public String verifierKey() {
        byte[] typed = ByteBuffer.allocate(33).put((byte) 4).put(point).array();
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /** The note with the cosignature beneath it. */
    public String cosign(String note, Instant at) {
        String text = note.substring(0, note.lastIndexOf("\n\n") + 1);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(("cosignature/v1\ntime " + at.getEpochSecond() + "\n" + text).getBytes(UTF_8));
            byte[] line = ByteBuffer.allocate(4 + 8 + 64)
                    .put(id())
                    .putLong(at.getEpochSecond())
                    .put(signature.sign())
                    .array();
            return note + "\u2014 " + name + " " + Base64.getEncoder().encodeToString(line) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(UTF_8));
            digest.update((byte) 4);
            return Arrays.copyOf(digest.digest(point), 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pem(Path file) throws IOException {
        String body = Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return Base64.getDecoder().decode(body);
    }
}
