package io.depository.fuzz;

import io.depository.notification.Voucher;
import io.depository.parties.Channel;
import io.depository.parties.Directory;
import io.depository.parties.RegisteredKey;
import io.depository.parties.Registration;
import io.depository.parties.State;
import io.depository.reading.Arrival;
import io.depository.reading.Inspection;
import io.depository.reading.Reader;
import io.depository.reading.Reading;
import io.depository.treaty.PartyCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** The reader as all targets use it, and what must hold of whatever it reads. One key is registered, the same in each run. */
final class Fuzzed implements Directory {

    static final PartyCode PARTY = new PartyCode("KG");
    static final String KID = "fuzzed";

    /** All that the key has ever signed. */
    static final byte[] SIGNED = """
            {"version": "1", "depository": "cis-executive-committee", "reference": "17", "party": "KG",
             "agreement": "cis-heavy-engineering-2025", "act": "declaration", "dated": "2026-01-12",
             "statement": {"ru": "Заявляем.", "en": "We declare."}}""".getBytes(StandardCharsets.UTF_8);

    private static final Instant RECEIVED_AT = Instant.parse("2026-01-12T09:30:00Z");
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final byte[] ED25519_PREFIX = {0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00
    };

    private static final Ed25519PrivateKeyParameters KEY = new Ed25519PrivateKeyParameters(new byte[32], 0);
    private static final Reader READER = new Reader(new Fuzzed());

    private Fuzzed() {}

    /** Reads the bytes; throws where the reader fails, contradicts itself or believes what was never signed. */
    static void read(Channel channel, byte[] bytes) {
        Arrival arrival = new Arrival(channel, channel == Channel.MAIL ? null : PARTY, bytes, false, RECEIVED_AT);
        Reading reading = READER.read(arrival);
        if (reading.errors().isEmpty() != (reading.notification() != null)) {
            throw new AssertionError("A notification beside errors, or neither: " + reading.errors());
        }
        if (reading.voucher() instanceof Voucher.Signature && !Arrays.equals(reading.payload(), SIGNED)) {
            throw new AssertionError(
                    "Vouched for by a key that never signed it: " + Arrays.toString(reading.payload()));
        }
        Inspection inspection = READER.inspect(arrival);
        if (reading.draft() == null && !inspection.attachments().isEmpty()) {
            throw new AssertionError("Attachments of a text that could not be read");
        }
    }

    /** Loads the classes, which takes longer than any input may. */
    static void warmUp() {
        for (Channel channel : Channel.values()) {
            read(channel, SIGNED);
            read(channel, jws());
        }
    }

    /** The one text that was ever signed, as a JWS. */
    static byte[] jws() {
        String text = encoded(("{\"alg\":\"EdDSA\",\"kid\":\"" + KID + "\"}").getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(SIGNED);
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, KEY);
        signer.update(bytes, 0, bytes.length);
        return (text + "." + encoded(signer.generateSignature())).getBytes(StandardCharsets.US_ASCII);
    }

    static String encoded(byte[] bytes) {
        return BASE64URL.encodeToString(bytes);
    }

    @Override
    public List<RegisteredKey> listAuthorities() {
        return List.of();
    }

    @Override
    public Optional<RegisteredKey> findKey(String kid) {
        byte[] point = KEY.generatePublicKey().getEncoded();
        byte[] publicKey = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + point.length);
        System.arraycopy(point, 0, publicKey, ED25519_PREFIX.length, point.length);
        return kid.equals(KID)
                ? Optional.of(new RegisteredKey(KID, PARTY, "EdDSA", publicKey, Instant.EPOCH, null, null))
                : Optional.empty();
    }

    @Override
    public List<State> listStates() {
        return List.of();
    }

    @Override
    public Optional<State> findState(PartyCode party) {
        return Optional.empty();
    }

    @Override
    public List<Registration> listChannels(PartyCode party) {
        return List.of();
    }

    @Override
    public Optional<String> findMailAddress(PartyCode party) {
        return Optional.empty();
    }
}
