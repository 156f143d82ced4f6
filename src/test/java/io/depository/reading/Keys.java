package io.depository.reading;

import io.depository.parties.Directory;
import io.depository.parties.RegisteredKey;
import io.depository.parties.Registration;
import io.depository.parties.State;
import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Real keys, made for the test, and the directory in which they are registered. */
final class Keys implements Directory {

    static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final Map<String, RegisteredKey> registered = new LinkedHashMap<>();
    private final Map<String, PrivateKey> secret = new LinkedHashMap<>();

    /** A directory with {@code kg-ed}, {@code kg-es}, {@code kz-ed} and keys that no longer, or not yet, count. */
    static Keys ofMinistries() {
        Keys keys = new Keys();
        keys.register("kg-ed", "KG", "EdDSA", LONG_AGO, null, null);
        keys.register("kg-es", "KG", "ES256", LONG_AGO, null, null);
        keys.register("kz-ed", "KZ", "EdDSA", LONG_AGO, null, null);
        keys.register("kg-revoked", "KG", "EdDSA", LONG_AGO, null, Notes.RECEIVED_AT.minusSeconds(1));
        keys.register("kg-revoked-later", "KG", "EdDSA", LONG_AGO, null, Notes.RECEIVED_AT.plusSeconds(1));
        keys.register("kg-expired", "KG", "EdDSA", LONG_AGO, Notes.RECEIVED_AT, null);
        keys.register("kg-not-yet", "KG", "EdDSA", Notes.RECEIVED_AT.plusSeconds(1), null, null);
        return keys;
    }

    void register(
            String kid,
            String party,
            String algorithm,
            Instant validFrom,
            @Nullable Instant validTo,
            @Nullable Instant revokedAt) {
        KeyPair pair = pair(algorithm);
        secret.put(kid, pair.getPrivate());
        register(kid, party, algorithm, pair.getPublic().getEncoded(), validFrom, validTo, revokedAt);
    }

    void register(
            String kid,
            String party,
            String algorithm,
            byte[] publicKey,
            Instant validFrom,
            @Nullable Instant validTo,
            @Nullable Instant revokedAt) {
        registered.put(
                kid, new RegisteredKey(kid, new PartyCode(party), algorithm, publicKey, validFrom, validTo, revokedAt));
    }

    void register(RegisteredKey key) {
        registered.put(key.kid(), key);
    }

    private static KeyPair pair(String algorithm) {
        try {
            if (algorithm.equals("EdDSA")) {
                return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The text as a compact JWS by that key. */
    String sign(String kid, String payload) {
        String algorithm = Optional.ofNullable(registered.get(kid))
                .map(RegisteredKey::algorithm)
                .orElse("EdDSA");
        return sign(kid, "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + kid + "\"}", payload);
    }

    /** The text as a compact JWS by that key, under whatever header. */
    String sign(String kid, String header, String payload) {
        String signed = base64Url(Notes.utf8(header)) + "." + base64Url(Notes.utf8(payload));
        return signed + "." + base64Url(signature(kid, signed));
    }

    byte[] signature(String kid, String signed) {
        try {
            PrivateKey key = secret.get(kid);
            Signature signature =
                    Signature.getInstance(key.getAlgorithm().equals("EC") ? "SHA256withECDSAinP1363Format" : "Ed25519");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public List<State> listStates() {
        return List.of(new State(new PartyCode("KG"), new Bilingual("Кыргызская Республика", "Kyrgyz Republic")));
    }

    @Override
    public Optional<State> findState(PartyCode party) {
        return listStates().stream()
                .filter(state -> state.party().equals(party))
                .findFirst();
    }

    @Override
    public Optional<RegisteredKey> findKey(String kid) {
        return Optional.ofNullable(registered.get(kid));
    }

    @Override
    public List<RegisteredKey> listAuthorities() {
        return registered.values().stream().filter(RegisteredKey::isAuthority).toList();
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
