package io.depository.review;

import io.depository.notification.Code;
import io.depository.notification.Finding;
import io.depository.notification.Findings;
import io.depository.parties.RegisteredKey;
import io.depository.reading.KeyNotice;
import io.depository.reading.KeyNoticeReader;
import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is in a state's notice of a new key, held against what must be in it; all that is wrong, not only the first. */
final class AnnouncedKey {

    private static final String REFERENCE =
            "[\\p{L}\\p{N}\\p{P}\\p{S}](?:[\\p{L}\\p{N}\\p{P}\\p{S} ]{0,62}[\\p{L}\\p{N}\\p{P}\\p{S}])?";

    private final KeyNotice notice;
    private final List<Finding> errors;
    private final @Nullable ProposedKey key;

    AnnouncedKey(KeyNotice notice, String depository) {
        this.notice = notice;
        this.errors = new ArrayList<>(notice.errors());
        if (notice.members().isEmpty()) {
            this.key = null;
            return;
        }
        RegisteredKey signer = notice.signer();
        if (signer != null && signer.isCertificate()) {
            errors.add(Findings.signerUnknown(signer.kid()));
        }
        require("version", "1"::equals, "нужно \"1\"", "\"1\" is wanted");
        require("reference", reference -> reference.matches(REFERENCE), "от 1 до 64 знаков", "1 to 64 characters");
        String addressee = notice.member("depository");
        if (addressee != null && !addressee.equals(depository)) {
            errors.add(Findings.wrongDepository(depository, addressee));
        }
        String party = notice.member("party");
        if (signer != null && !signer.party().value().equals(party)) {
            errors.add(Findings.notYourParty(
                    null,
                    signer.party(),
                    party == null ? null : PartyCode.find(party).orElse(null)));
        }
        this.key = readKey();
        if (key != null && !isProven(key, depository)) {
            errors.add(schema(
                    "proof",
                    "новый ключ не подписал «" + depository + " " + party + " " + reference() + " " + key.kid() + "»",
                    "the new key has not signed \"" + depository + " " + party + " " + reference() + " " + key.kid()
                            + "\""));
        }
    }

    List<Finding> errors() {
        return List.copyOf(errors);
    }

    /** The key; null where it cannot be read. */
    @Nullable
    ProposedKey key() {
        return key;
    }

    String reference() {
        return String.valueOf(notice.member("reference"));
    }

    private @Nullable ProposedKey readKey() {
        String publicKey = notice.member("publicKey");
        String given = publicKey == null ? notice.member("certificate") : publicKey;
        Instant validFrom = instant("validFrom");
        Instant validTo = instant("validTo");
        if (given == null) {
            return null;
        }
        try {
            return ProposedKey.read(null, given, validFrom, validTo);
        } catch (ProposedKey.UnfitKey unfit) {
            errors.add(Findings.refusal(
                    Code.SCHEMA, unfit.explanation(), publicKey == null ? "/certificate" : "/publicKey"));
            return null;
        }
    }

    private @Nullable Instant instant(String name) {
        String text = notice.member(name);
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            errors.add(schema(
                    name, "нужен момент вида 2026-03-01T00:00:00Z", "an instant is wanted, 2026-03-01T00:00:00Z"));
            return null;
        }
    }

    private boolean isProven(ProposedKey announced, String depository) {
        String proof = notice.member("proof");
        if (proof == null) {
            return true; // that it is missing has been said
        }
        try {
            PublicKey held = publicKey(announced);
            Signature check = Signature.getInstance(
                    switch (held.getAlgorithm()) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> "Ed25519";
                    });
            check.initVerify(held);
            check.update(KeyNoticeReader.proven(
                    depository, String.valueOf(notice.member("party")), reference(), announced.kid()));
            return check.verify(Base64.getDecoder().decode(proof));
        } catch (GeneralSecurityException | IllegalArgumentException mismatch) {
            return false; // the caller makes a finding of it
        }
    }

    private static PublicKey publicKey(ProposedKey announced) throws GeneralSecurityException {
        return switch (announced.algorithm()) {
            case "EdDSA" -> decoded("Ed25519", announced);
            case "ES256" -> decoded("EC", announced);
            default ->
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(announced.publicKey()))
                        .getPublicKey();
        };
    }

    private static PublicKey decoded(String algorithm, ProposedKey announced) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(announced.publicKey()));
    }

    private void require(String name, Predicate<String> condition, String ru, String en) {
        String value = notice.member(name);
        if (value != null && !condition.test(value)) {
            errors.add(schema(name, ru, en));
        }
    }

    private static Finding schema(String name, String ru, String en) {
        return Findings.refusal(
                Code.SCHEMA, new Bilingual("Поле " + name + ": " + ru + ".", name + ": " + en + "."), "/" + name);
    }
}
