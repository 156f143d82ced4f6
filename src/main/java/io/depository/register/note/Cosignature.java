package io.depository.register.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A witness's statement that, at an instant, a checkpoint was the largest of its log that it had seen, and consistent with
 * all before (C2SP tlog-cosignature, Ed25519).
 *
 * @param witness whose statement it is
 * @param at to the second, as the witness says
 * @param line the signature line, without the line feed
 */
public record Cosignature(VerifierKey witness, Instant at, String line) {

    private static final int TIME_BYTES = Long.BYTES;

    /** The cosignature by that witness beneath the note; empty where there is none, or it is not right. */
    public static Optional<Cosignature> find(String note, VerifierKey witness) {
        return list(note, name -> name.equals(witness.name()) ? List.of(witness.publicKey()) : List.of()).stream()
                .findFirst();
    }

    /**
     * All right cosignatures beneath the note. What is signed by others, or by the log itself, is passed over.
     *
     * @param keys the public keys (32 bytes of RFC 8032) that may stand behind a name
     */
    public static List<Cosignature> list(String note, Function<String, List<byte[]>> keys) {
        return SignedNote.parse(note).stream()
                .flatMap(parsed -> parsed.signatures().stream()
                        .flatMap(signature -> keys.apply(signature.name()).stream()
                                .map(key -> new VerifierKey(signature.name(), VerifierKey.WITNESS, key))
                                .map(key -> verified(parsed.text(), signature, key))
                                .flatMap(Optional::stream)))
                .toList();
    }

    private static Optional<Cosignature> verified(String text, Signature signature, VerifierKey witness) {
        if (!signature.claimsToBeBy(witness) || signature.value().length != TIME_BYTES + Ed25519.SIGNATURE_SIZE) {
            return Optional.empty();
        }
        ByteBuffer value = ByteBuffer.wrap(signature.value());
        long seconds = value.getLong();
        byte[] bare = new byte[Ed25519.SIGNATURE_SIZE];
        value.get(bare);
        return seconds >= 0
                        && seconds <= Instant.MAX.getEpochSecond()
                        && witness.verifies(bare, signedMessage(seconds, text))
                ? Optional.of(new Cosignature(witness, Instant.ofEpochSecond(seconds), signature.line()))
                : Optional.empty();
    }

    /** What a witness signs: a header, the time and the text of the checkpoint. */
    static byte[] signedMessage(long seconds, String text) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}
