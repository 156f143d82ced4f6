package io.depository.reading;

import io.depository.notification.Code;
import io.depository.notification.Finding;
import io.depository.notification.Findings;
import io.depository.parties.Directory;
import io.depository.parties.RegisteredKey;
import io.depository.treaty.Bilingual;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Verifies a compact JWS by the keys of the directory. The header is never asked for a key: whatever it brings along is
 * refused (RFC 8725 §3).
 */
final class SignatureCheck {

    private static final List<String> NOT_ALLOWED =
            List.of("jwk", "jku", "x5u", "x5c", "x5t", "x5t#S256", "crit", "b64");

    private final Directory directory;
    private final ConcurrentMap<String, Verifier> verifiers = new ConcurrentHashMap<>();

    SignatureCheck(Directory directory) {
        this.directory = directory;
    }

    /**
     * @param key the registered key that the header names; null where there is none
     * @param defects why the signature does not count; empty where it is valid
     * @param doubt why it vouches for nothing though nothing is wrong with it; null where there is no doubt
     */
    record Result(
            @Nullable RegisteredKey key,
            List<Finding> defects,
            @Nullable Bilingual doubt) {

        Result {
            defects = List.copyOf(defects);
        }

        Result(@Nullable RegisteredKey key, List<Finding> defects) {
            this(key, defects, null);
        }

        /** The key, where the signature vouches for what it covers. */
        Optional<RegisteredKey> valid() {
            return defects.isEmpty() && doubt == null ? Optional.ofNullable(key) : Optional.empty();
        }

        /** Of several signatures about one text: it counts where each of them does, and all are of one party. */
        static Result together(List<Result> signatures) {
            List<Finding> defects = new ArrayList<>();
            RegisteredKey first = null;
            Bilingual doubt = null;
            for (Result one : signatures) {
                doubt = doubt == null ? one.doubt : doubt;
                one.defects.stream().filter(defect -> !defects.contains(defect)).forEach(defects::add);
                if (first == null) {
                    first = one.key;
                } else if (one.key != null && !one.key.party().equals(first.party())) {
                    defects.add(Findings.signersDisagree(first.party(), one.key.party()));
                }
            }
            return new Result(first, defects, doubt);
        }
    }

    /** Checks the signature as of the instant of receipt. */
    Result check(Jws jws, Instant receivedAt) {
        List<Finding> defects = new ArrayList<>();
        Optional<JsonNode> header = header(jws.header());
        if (header.isEmpty()) {
            defects.add(invalid("заголовок не является правильным JSON", "the header is not proper JSON"));
            return new Result(null, defects);
        }
        for (String name : NOT_ALLOWED) {
            if (header.get().has(name)) {
                defects.add(
                        invalid("параметр " + name + " не допускается", "the parameter " + name + " is not allowed"));
            }
        }
        String algorithm = JsonText.string(header.get(), "alg");
        if (!"EdDSA".equals(algorithm) && !"ES256".equals(algorithm)) {
            defects.add(invalid("alg должен быть EdDSA или ES256", "alg must be EdDSA or ES256"));
        }
        String kid = JsonText.string(header.get(), "kid");
        if (kid == null) {
            defects.add(invalid("в заголовке нет kid", "the header has no kid"));
            return new Result(null, defects);
        }
        RegisteredKey key = directory.findKey(kid).orElse(null);
        if (key == null) {
            defects.add(Findings.signerUnknown(kid));
            return new Result(null, defects);
        }
        standing(key, receivedAt, defects);
        if (defects.stream().noneMatch(SignatureCheck::isOfSignature) && !matches(jws, key, algorithm)) {
            defects.add(invalid("она не соответствует тексту и ключу", "it does not match the text and the key"));
        }
        return new Result(key, defects);
    }

    /** Whether the header says that of itself. */
    static boolean isOfType(Jws jws, String type) {
        return header(jws.header())
                .map(header -> type.equals(JsonText.string(header, "typ")))
                .orElse(false);
    }

    private static Optional<JsonNode> header(byte[] bytes) {
        if (JsonScan.findDefect(bytes).isPresent()) {
            return Optional.empty();
        }
        JsonText header = JsonText.of(bytes);
        return header.duplicates().isEmpty() && header.root().isObject()
                ? Optional.of(header.root())
                : Optional.empty();
    }

    /** What the registration of a key says against a signature by it that was received then. */
    static void standing(RegisteredKey key, Instant receivedAt, List<Finding> defects) {
        Instant revokedAt = key.revokedAt();
        if (revokedAt != null && key.isRevokedAt(receivedAt)) {
            defects.add(Findings.keyRevoked(key.kid(), revokedAt));
        }
        if (!key.isValidAt(receivedAt)) {
            defects.add(Findings.keyNotValid(key.kid(), receivedAt));
        }
    }

    private boolean matches(Jws jws, RegisteredKey key, @Nullable String algorithm) {
        byte[] signature = jws.signature();
        return key.algorithm().equals(algorithm)
                && jws.payload() != null
                && signature != null
                && signature.length == Verifier.SIGNATURE_LENGTH
                && verifier(key).matches(jws.bytes(), jws.signedLength(), signature);
    }

    private static boolean isOfSignature(Finding finding) {
        return finding.code() == Code.SIGNATURE_INVALID;
    }

    private static Finding invalid(String ru, String en) {
        return Findings.signatureInvalid(new Bilingual(ru, en));
    }

    /** A kid is the digest of its key, so what is prepared for it stays right; there are as many as registered keys. */
    private Verifier verifier(RegisteredKey key) {
        return verifiers.computeIfAbsent(key.kid(), kid -> {
            try {
                return Verifier.of(key.algorithm(), key.publicKey());
            } catch (GeneralSecurityException | IllegalArgumentException unusable) {
                throw new IllegalStateException(
                        "The directory's key " + kid + " of " + key.party() + " is no " + key.algorithm()
                                + " key: register it again",
                        unusable);
            }
        });
    }
}
