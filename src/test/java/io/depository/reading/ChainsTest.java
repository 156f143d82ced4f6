package io.depository.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.notification.Code;
import io.depository.notification.Finding;
import io.depository.notification.Voucher;
import io.depository.parties.PartyAuthority;
import io.depository.parties.RegisteredKey;
import io.depository.parties.RevocationLists;
import io.depository.reading.Smime.Signer;
import io.depository.testing.Authority;
import io.depository.treaty.PartyCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates that no one has registered, of authorities that are, with their lists of revoked ones. */
class ChainsTest {

    private static final PartyCode KG = new PartyCode("KG");
    private static final Instant AT = Notes.RECEIVED_AT;
    private static final Instant BEFORE = AT.minus(Duration.ofDays(1));
    private static final Instant AFTER = AT.plus(Duration.ofDays(1));
    private static final String MINISTRY = "CN=Treaty Department,O=Ministry of Foreign Affairs,C=KG";

    private final Keys keys = Keys.ofMinistries();
    private final String note = Notes.with("act", "\"declaration\"");
    private final Authority root = Authority.root("CN=State Authority,C=KG");
    private final Authority.Holder ministry = root.issue(MINISTRY);

    @TempDir
    private Path lists;

    @BeforeEach
    void knowsTheAuthority() {
        register(root, "KG", "o=ministry of  foreign affairs, C=KG", null);
    }

    @Test
    void vouchesForWhomTheAuthorityIsRegistered() throws IOException {
        list("root", root, BEFORE, AFTER, Map.of());
        assertVouched(read(ministry));
    }

    @Test
    void knowsTheWayOverAnAuthorityBetween() throws IOException {
        Authority between = root.below("CN=Authority for Ministries,C=KG");
        Authority.Holder signer = between.issue(MINISTRY);
        list("root", root, BEFORE, AFTER, Map.of());
        list("between", between, BEFORE, AFTER, Map.of());
        assertVouched(read(signer, between.certificate()));
        assertRefused(read(signer), Code.SIGNER_UNKNOWN);

        list("root-2", root, BEFORE, AFTER, Map.of(between.certificate(), BEFORE));
        assertRefused(read(signer, between.certificate()), Code.KEY_REVOKED);
    }

    @Test
    void doubtsWhereNoListWasInForceAtReceipt() throws IOException {
        assertDoubted(read(ministry));
        list("stale", root, AT.minus(Duration.ofDays(9)), AT, Map.of());
        assertDoubted(read(ministry));
        list("stranger", Authority.root("CN=State Authority,C=KG"), BEFORE, AFTER, Map.of());
        assertDoubted(read(ministry));
        Files.writeString(lists.resolve("none"), "nothing of the kind");
        assertDoubted(read(ministry));

        list("later", root, AFTER, AFTER.plusSeconds(60), Map.of());
        assertVouched(read(ministry));
    }

    @Test
    void asksWhenACertificateWasRevoked() throws IOException {
        list("a", root, BEFORE, AFTER, Map.of(ministry.certificate(), AT.plusSeconds(1)));
        assertVouched(read(ministry));
        list("b", root, BEFORE, AFTER, Map.of(ministry.certificate(), AT));
        assertRefused(read(ministry), Code.KEY_REVOKED);
        // A later list that names it no more forgives nothing.
        list("c", root, AT, AFTER, Map.of());
        assertRefused(read(ministry), Code.KEY_REVOKED);
        Files.delete(lists.resolve("a"));
        Files.delete(lists.resolve("c"));
        list("b", root, BEFORE, BEFORE, Map.of(ministry.certificate(), BEFORE));
        assertRefused(read(ministry), Code.KEY_REVOKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=Ministry of Foreign Affairs,C=KG",
                "CN=Treaty Department,O=Ministry of Foreign Affairs,C=KZ",
                "CN=Trade,O=Ministry of Foreign Affairs Ltd,C=KG",
                "OU=Ministry of Foreign Affairs,C=KG"
            })
    void hearsNobodyElseWithACertificateOfThatAuthority(String subject) throws IOException {
        list("root", root, BEFORE, AFTER, Map.of());
        assertRefused(read(root.issue(subject)), Code.SIGNER_UNKNOWN);
    }

    @Test
    void knowsAnAuthorityOfSeveralStatesByWhatItsCertificatesName() throws IOException {
        register(root, "KZ", "O=Ministry of Foreign Affairs,C=KZ", null);
        list("root", root, BEFORE, AFTER, Map.of());
        assertVouched(read(ministry));
        Reading other = read(root.issue("O=Ministry of Foreign Affairs,C=KZ"));
        assertThat(other.validSigner()).isEqualTo(new PartyCode("KZ"));
        assertThat(other.voucher()).isEqualTo(new Voucher.Nobody());

        register(root, "KZ", "O=Ministry of Foreign Affairs", null);
        assertRefused(read(ministry), Code.SIGNER_UNKNOWN); // it might be either's
    }

    @Test
    void trustsNobodyWhoMerelyBearsTheAuthoritysName() throws IOException {
        Authority impostor = Authority.root("CN=State Authority,C=KG");
        list("root", root, BEFORE, AFTER, Map.of());
        list("impostor", impostor, BEFORE, AFTER, Map.of());
        assertRefused(read(impostor.issue(MINISTRY)), Code.SIGNER_UNKNOWN);
        assertRefused(read(impostor.issue(MINISTRY), impostor.certificate()), Code.SIGNER_UNKNOWN);
    }

    @Test
    void letsNoOrdinaryCertificateIssueOthers() throws IOException {
        list("root", root, BEFORE, AFTER, Map.of());
        Authority.Holder forged = ministry.issue("CN=Forged,O=Ministry of Foreign Affairs,C=KG");
        assertRefused(read(forged, ministry.certificate()), Code.SIGNER_UNKNOWN);
    }

    @Test
    void asksWhetherAllWasValidAtReceipt() throws IOException {
        list("root", root, BEFORE, AFTER, Map.of());
        assertRefused(read(root.issue(MINISTRY, Keys.LONG_AGO, BEFORE)), Code.SIGNER_UNKNOWN);
        assertRefused(read(root.issue(MINISTRY, AFTER, AFTER.plusSeconds(9))), Code.SIGNER_UNKNOWN);
        register(root, "KG", "C=KG", BEFORE);
        assertRefused(read(ministry), Code.KEY_REVOKED);
        register(root, "KG", "C=KG", AFTER);
        assertVouched(read(ministry));
    }

    @Test
    void isNotLedAroundInCircles() throws IOException {
        list("root", root, BEFORE, AFTER, Map.of());
        Authority stranger = Authority.root("CN=Loop");
        List<X509Certificate> loops = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            loops.add(stranger.below("CN=Loop").certificate());
        }
        assertRefused(read(stranger.issue(MINISTRY), loops.toArray(X509Certificate[]::new)), Code.SIGNER_UNKNOWN);
    }

    @Test
    void refusesAWrongSignatureUnderAGoodCertificate() throws IOException {
        list("root", root, BEFORE, AFTER, Map.of());
        Signer wrong = Signer.of(ministry).withKeyOf(Signer.of(root.issue(MINISTRY)));
        assertRefused(reader().read(mail(wrong)), Code.SIGNATURE_INVALID);
    }

    private void register(Authority authority, String party, String subject, @Nullable Instant revokedAt) {
        PartyAuthority read =
                PartyAuthority.read(new PartyCode(party), Authority.pem(authority.certificate()), subject);
        keys.register(new RegisteredKey(
                read.kid(),
                new PartyCode(party),
                RegisteredKey.AUTHORITY,
                read.der(),
                Keys.LONG_AGO,
                null,
                revokedAt,
                read.subject()));
    }

    private void list(String name, Authority by, Instant from, Instant to, Map<X509Certificate, Instant> revoked)
            throws IOException {
        Files.write(lists.resolve(name), by.revocations(from, to, revoked));
    }

    private Reader reader() {
        return new Reader(keys, new SmimeTrust(new RevocationLists(lists), List.of()));
    }

    private Reading read(Authority.Holder holder, X509Certificate... beside) {
        return reader().read(mail(Signer.of(holder), beside));
    }

    private Arrival mail(Signer signer, X509Certificate... beside) {
        byte[] json = Mails.json(note);
        return Notes.byMail(Smime.pair(Mails.HEADER, json, Smime.cms(json, false, List.of(beside), signer)));
    }

    private void assertVouched(Reading reading) {
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.doubt()).isNull();
        assertThat(reading.voucher()).isInstanceOf(Voucher.Signature.class);
        Voucher.Signature signature = (Voucher.Signature) reading.voucher();
        assertThat(signature.party()).isEqualTo(KG);
        assertThat(signature.kid()).matches("[0-9a-f]{64}");
    }

    private static void assertDoubted(Reading reading) {
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.doubt()).isNotNull();
        assertThat(reading.doubt().en()).contains("State Authority");
        assertThat(reading.voucher()).isEqualTo(new Voucher.Nobody());
        assertThat(reading.validSigner()).isNull();
        assertThat(reading.signer()).isEqualTo(KG);
    }

    private static void assertRefused(Reading reading, Code expected) {
        assertThat(reading.errors()).extracting(Finding::code).containsExactly(expected);
        assertThat(reading.voucher()).isEqualTo(new Voucher.Nobody());
        assertThat(reading.validSigner()).isNull();
    }
}
