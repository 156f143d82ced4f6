package io.depository.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.notification.Code;
import io.depository.notification.Finding;
import io.depository.notification.Voucher;
import io.depository.parties.PartyCertificate;
import io.depository.parties.RegisteredKey;
import io.depository.reading.Smime.Signer;
import io.depository.treaty.PartyCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S/MIME (RFC 8551): only what a registered certificate signed is read, and vouched for. */
class SmimeTest {

    private static final Instant FAR = Notes.RECEIVED_AT.plusSeconds(100_000_000);

    private final Keys keys = Keys.ofMinistries();
    private final Reader reader = new Reader(keys);
    private final String note = Notes.with("act", "\"declaration\"");
    private final String other = Notes.with("reference", "\"other\"");
    private final Signer kg = registered("KG", Signer.until("KG", FAR), null);
    private final Signer kz = registered("KZ", Signer.until("KZ", FAR), null);
    private final Signer stranger = Signer.until("Stranger", FAR);
    /** Under the name and number of the registered certificate. */
    private final Signer impostor = Signer.until("KG", FAR);

    private Signer registered(String party, Signer signer, @Nullable Instant revokedAt) {
        keys.register(
                PartyCertificate.fingerprint(signer.der()),
                party,
                RegisteredKey.S_MIME,
                signer.der(),
                Keys.LONG_AGO,
                null,
                revokedAt);
        return signer;
    }

    @TestFactory
    Stream<DynamicTest> vouchesForWhatARegisteredCertificateSigned() {
        byte[] json = Mails.json(note);
        byte[] signed = Smime.signed("", json, kg);
        return Map.of(
                        "signed", Smime.signed(Mails.HEADER, json, kg),
                        "opaque", Smime.opaque(Mails.HEADER, json, kg),
                        "a letter with an attachment",
                                Smime.signed(Mails.HEADER, Mails.multipart("mixed", "", Mails.text("Нота"), json), kg),
                        "as a text", Smime.signed(Mails.HEADER, Mails.text(note), kg),
                        "a list's footer outside", Mails.of(signed, Mails.text("-- \nThe list")),
                        "another note outside", Mails.of(Mails.json(other), signed, Mails.text(other)),
                        "opaque in opaque", Smime.opaque(Mails.HEADER, Smime.opaque("", json, kg), kg),
                        "signed in signed", Smime.signed(Mails.HEADER, Smime.signed("", json, kg), kg),
                        "opaque in signed", Smime.signed(Mails.HEADER, Smime.opaque("", json, kg), kg),
                        "with LF alone", withoutCarriageReturns(Smime.signed(Mails.HEADER, json, kg)))
                .entrySet()
                .stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> assertVouched(one.getValue(), note, kg, "KG")));
    }

    @Test
    void hearsASignerWhoSignedLineFeeds() {
        byte[] entity = withoutCarriageReturns(Mails.json(note));

        assertVouched(Smime.signed(Mails.HEADER, entity, kg), note, kg, "KG");
        assertVouched(Smime.opaque(Mails.HEADER, entity, kg), note, kg, "KG");
    }

    @Test
    void readsANoteThatWasSignedWithoutAMimeHeader() {
        assertVouched(Smime.signed(Mails.HEADER, Notes.utf8(note), kg), note, kg, "KG");
        assertVouched(Smime.opaque(Mails.HEADER, Notes.utf8(note), kg), note, kg, "KG");
    }

    @ParameterizedTest
    @CsvSource({
        "RSA, 2048, SHA256withRSA",
        "RSA, 2048, SHA512withRSA",
        "RSA, 2048, SHA256withRSAandMGF1",
        "EC, 384, SHA384withECDSA",
        "Ed25519, 0, Ed25519"
    })
    void knowsTheUsualAlgorithms(String kind, int bits, String algorithm) {
        Signer signer = registered("KG", Signer.of("KG", kind, bits, algorithm, FAR), null);

        assertVouched(Smime.signed(Mails.HEADER, Mails.json(note), signer), note, signer, "KG");
    }

    @Test
    void refusesWeakAlgorithms() {
        Signer rsa = registered("KG", Signer.of("KG", "RSA", 2048, "SHA256withRSA", FAR), null);
        for (String weak : new String[] {"SHA1withRSA", "MD5withRSA", "SHA1withRSAandMGF1"}) {
            assertRefused(Smime.signed(Mails.HEADER, Mails.json(note), rsa.with(weak)), Code.SIGNATURE_INVALID);
        }
        assertRefused(Smime.signed(Mails.HEADER, Mails.json(note), kg.with("SHA1withECDSA")), Code.SIGNATURE_INVALID);
    }

    @Test
    void refusesWhatWasChangedAfterSigning() {
        byte[] cms = Smime.cms(Mails.json(note), false, kg);

        assertRefused(Smime.pair(Mails.HEADER, Mails.json(other), cms), Code.SIGNATURE_INVALID);
        assertRefused(
                Smime.pair(Mails.HEADER, Mails.raw("X: y\n" + ascii(Mails.json(note))), cms), Code.SIGNATURE_INVALID);
        byte[] broken = cms.clone();
        broken[broken.length - 1] ^= 1;
        assertRefused(Smime.pair(Mails.HEADER, Mails.json(note), broken), Code.SIGNATURE_INVALID);
        byte[] opaque = Smime.cms(Mails.json(note), true, kg);
        int at = ascii(opaque).indexOf("note.json");
        opaque[at] ^= 1;
        assertRefused(
                Mails.of(Mails.attachment("application/pkcs7-mime; smime-type=signed-data", "smime.p7m", opaque)),
                Code.SIGNATURE_INVALID);
    }

    @Test
    void refusesASignatureThatIsNone() {
        byte[] json = Mails.json(note);
        assertRefused(Smime.signed(Mails.HEADER, json), Code.SIGNATURE_INVALID);
        assertRefused(Smime.opaque(Mails.HEADER, json), Code.SIGNATURE_INVALID);
        assertRefused(Smime.pair(Mails.HEADER, json, new byte[] {0x30, 0}), Code.SIGNATURE_INVALID);
        assertRefused(Smime.pair(Mails.HEADER, json, new byte[0]), Code.SIGNATURE_INVALID);
        assertRefused(Smime.signed(Mails.HEADER, json, kg.withoutAttributes()), Code.SIGNATURE_INVALID);
        assertRefused(Smime.signed(Mails.HEADER, json, kg.withKeyOf(kz)), Code.SIGNATURE_INVALID);
        assertRefused(Mails.multipart("signed", Mails.HEADER, json), Code.SIGNATURE_INVALID);
        assertRefused(Smime.signed(Mails.HEADER, json, kg, kg, kg, kg, kg), Code.SIGNATURE_INVALID);
    }

    @Test
    void trustsNoCertificateForBeingThere() {
        byte[] json = Mails.json(note);
        assertRefused(Smime.signed(Mails.HEADER, json, stranger), Code.SIGNER_UNKNOWN);
        assertRefused(Smime.opaque(Mails.HEADER, json, stranger), Code.SIGNER_UNKNOWN);
        assertRefused(Smime.signed(Mails.HEADER, json, kg.withoutCertificate()), Code.SIGNER_UNKNOWN);
        assertRefused(Smime.signed(Mails.HEADER, json, stranger.withKeyOf(kg)), Code.SIGNER_UNKNOWN);
        assertRefused(Smime.signed(Mails.HEADER, json, kg, stranger), Code.SIGNER_UNKNOWN);
        assertRefused(Smime.signed(Mails.HEADER, json, impostor), Code.SIGNER_UNKNOWN);
        assertRefused(Smime.signed(Mails.HEADER, json, kg, impostor), Code.SIGNATURE_INVALID);
        assertRefused(Smime.signed(Mails.HEADER, json, impostor.withKeyOf(kg)), Code.SIGNER_UNKNOWN);
    }

    @Test
    void asksWhetherTheCertificateCountedAtReceipt() {
        Instant at = Notes.RECEIVED_AT;
        Signer expired = registered("KG", Signer.until("KG", at.minusSeconds(60)), null);
        Signer revoked = registered("KG", Signer.until("KG", FAR), at.minusSeconds(1));
        Signer revokedLater = registered("KG", Signer.until("KG", FAR), at.plusSeconds(1));

        assertRefused(Smime.signed(Mails.HEADER, Mails.json(note), expired), Code.SIGNER_UNKNOWN);
        assertRefused(Smime.signed(Mails.HEADER, Mails.json(note), revoked), Code.KEY_REVOKED);
        assertVouched(Smime.signed(Mails.HEADER, Mails.json(note), revokedLater), note, revokedLater, "KG");
    }

    @Test
    void wantsAllSignersToBeOfOneParty() {
        Signer second = registered("KG", Signer.of("KG", "RSA", 2048, "SHA256withRSA", FAR), null);

        assertThat(read(Smime.signed(Mails.HEADER, Mails.json(note), kg, second))
                        .errors())
                .isEmpty();
        assertRefused(Smime.signed(Mails.HEADER, Mails.json(note), kg, kz), Code.NOT_YOUR_PARTY);
        assertRefused(Smime.opaque(Mails.HEADER, Smime.signed("", Mails.json(note), kg), kz), Code.NOT_YOUR_PARTY);
    }

    @Test
    void vouchesForNoOtherParty() {
        Reading reading = read(Smime.signed(Mails.HEADER, Mails.json(Notes.aCompletionBy("KZ")), kg));

        assertThat(reading.voucher()).isEqualTo(new Voucher.Nobody());
        assertThat(reading.signer()).isEqualTo(new PartyCode("KG"));
        assertThat(reading.validSigner()).isEqualTo(new PartyCode("KG"));
        byte[] mail = Smime.signed(Mails.HEADER, Mails.json(note), kg);
        assertThat(reader.read(Notes.byFile("KG", mail)).voucher()).isInstanceOf(Voucher.Signature.class);
        assertThat(reader.read(Notes.byFile("KZ", mail)).voucher())
                .isEqualTo(new Voucher.ChannelAlone(new PartyCode("KZ")));
    }

    @Test
    void wantsAJwsInsideToBeOfTheSameParty() {
        String jws = keys.sign("kg-ed", note);
        byte[] inside = Mails.attachment("application/jose", "note.jws", Notes.utf8(jws));

        Reading reading = read(Smime.signed(Mails.HEADER, inside, kg));
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.voucher()).isEqualTo(new Voucher.Signature(new PartyCode("KG"), "kg-ed"));
        assertThat(reading.notificationBytes()).isEqualTo(Notes.utf8(jws));
        assertRefused(Smime.signed(Mails.HEADER, inside, kz), Code.NOT_YOUR_PARTY);
        assertRefused(Smime.signed(Mails.HEADER, inside, stranger), Code.SIGNER_UNKNOWN);
    }

    @Test
    void readsNoTwoNotifications() {
        byte[] both = Mails.of(Smime.signed("", Mails.json(note), kg), Smime.opaque("", Mails.json(other), kg));
        byte[] inside = Mails.multipart("mixed", "", Mails.json(note), Mails.json(other));

        for (byte[] mail : new byte[][] {both, Smime.signed(Mails.HEADER, inside, kg)}) {
            Reading reading = read(mail);
            assertThat(reading.errors()).extracting(Finding::code).containsExactly(Code.UNREADABLE_MAIL);
            assertThat(reading.notificationBytes()).isNull();
            assertThat(reading.heading().party()).isEqualTo("KG");
        }
    }

    @Test
    void doesNotOpenWhatIsForwarded() {
        byte[] forwarded =
                Mails.raw("Content-Type: message/rfc822\n\n" + ascii(Smime.signed(Mails.HEADER, Mails.json(note), kg)));

        for (byte[] mail :
                new byte[][] {Mails.of(Mails.text("FYI"), forwarded), Smime.signed(Mails.HEADER, forwarded, kz)}) {
            assertThat(read(mail).errors()).extracting(Finding::code).containsExactly(Code.NO_NOTIFICATION_FOUND);
        }
    }

    @Test
    void readsNothingOutsideASignedLetter() {
        byte[] letter = Smime.signed("", Mails.text("Attached."), kg);

        assertThat(read(Mails.of(letter, Mails.json(note))).errors())
                .extracting(Finding::code)
                .containsExactly(Code.NO_NOTIFICATION_FOUND);
    }

    @Test
    void holdsWhatIsSignedInAWayThatNobodyHereVerifies() {
        byte[] pgp = Mails.raw(Mails.HEADER
                + "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=b\n\n--b\n"
                + ascii(Mails.json(note)) + "\n--b\nContent-Type: application/pgp-signature\n\nx\n--b--\n");

        Reading reading = read(pgp);
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.voucher()).isEqualTo(new Voucher.Nobody());
    }

    @ParameterizedTest(name = "{0} levels: too large {1}")
    @CsvSource({"8, false", "9, true"})
    void limitsTheDepthOfSignatures(int depth, boolean tooLarge) {
        byte[] signed = Mails.json(note);
        for (int i = 1; i <= depth; i++) {
            signed = Smime.opaque(i == depth ? Mails.HEADER : "", signed, kg);
        }
        assertThat(read(signed).errors())
                .extracting(Finding::code)
                .isEqualTo(tooLarge ? List.of(Code.TOO_LARGE) : List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"040141", "3080", "0500", "30020500", "1f8001", "2480", "020101"})
    void isNotBroughtDownByAHostileSignature(String unit) {
        byte[] elements = HexFormat.of().parseHex(unit.repeat(6_000_000 / (unit.length() / 2)));
        byte[] octets = HexFormat.of().parseHex("308006092a864886f70d010702a0802480");
        ByteArrayOutputStream cms = new ByteArrayOutputStream();
        cms.writeBytes(octets);
        cms.writeBytes(elements);

        assertRefused(Smime.pair(Mails.HEADER, Mails.json(note), cms.toByteArray()), Code.SIGNATURE_INVALID);
        assertThat(read(Mails.of(Mails.attachment("application/pkcs7-mime", "smime.p7m", cms.toByteArray())))
                        .errors())
                .extracting(Finding::code)
                .containsExactly(Code.NO_NOTIFICATION_FOUND);
    }

    @Test
    void readsALargeNoteUnderManySignatures() {
        String large = Notes.with("statement", "{\"en\":\"" + "x".repeat(1_000_000) + "\"}");
        byte[] signed = Mails.json(large);
        for (int i = 1; i <= 6; i++) {
            signed = Smime.opaque(i == 6 ? Mails.HEADER : "", signed, kg);
        }
        assertThat(read(signed).notificationBytes()).isEqualTo(Notes.utf8(large));
    }

    private Reading read(byte[] mail) {
        return reader.read(Notes.byMail(mail));
    }

    private void assertVouched(byte[] mail, String notification, Signer signer, String party) {
        for (Arrival arrival : new Arrival[] {Notes.byMail(mail), Notes.byFile(party, mail), Notes.byDryRun(mail)}) {
            Reading reading = reader.read(arrival);
            assertThat(reading.errors()).isEmpty();
            assertThat(reading.notificationBytes()).isEqualTo(Notes.utf8(notification));
            assertThat(reading.voucher())
                    .isEqualTo(new Voucher.Signature(new PartyCode(party), PartyCertificate.fingerprint(signer.der())));
        }
    }

    private void assertRefused(byte[] mail, Code expected) {
        Reading reading = read(mail);
        assertThat(reading.errors()).extracting(Finding::code).containsExactly(expected);
        assertThat(reading.voucher()).isEqualTo(new Voucher.Nobody());
        assertThat(reading.validSigner()).isNull();
        assertThat(reading.notification()).isNull();
    }

    private static byte[] withoutCarriageReturns(byte[] mail) {
        return ascii(mail).replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String ascii(byte[] mail) {
        return new String(mail, StandardCharsets.ISO_8859_1);
    }
}
