package io.depository.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depository.notification.Case;
import io.depository.notification.Code;
import io.depository.notification.Finding;
import io.depository.notification.Rules;
import io.depository.notification.Voucher;
import io.depository.parties.Channel;
import io.depository.treaty.PartyCode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final PartyCode KG = new PartyCode("KG");

    private final Keys keys = Keys.ofMinistries();
    private final Reader reader = new Reader(keys);
    private final String note = Notes.aCompletionBy("KG");

    @ParameterizedTest
    @ValueSource(strings = {"kg-ed", "kg-es", "kg-revoked-later"})
    void vouchesByAValidSignature(String kid) {
        byte[] jws = Notes.utf8(keys.sign(kid, note));

        for (Arrival arrival : new Arrival[] {
            Notes.byJms("KG", jws), Notes.byFile("KG", jws), Notes.byDryRun(jws), Notes.byMail(mail(jws))
        }) {
            Reading reading = reader.read(arrival);
            assertThat(reading.errors()).isEmpty();
            assertThat(reading.voucher()).isEqualTo(new Voucher.Signature(KG, kid));
            assertThat(reading.signer()).isEqualTo(KG);
            assertThat(reading.notificationBytes()).isEqualTo(jws);
            assertThat(reading.payload()).isEqualTo(Notes.utf8(note));
            assertThat(reading.notification()).isNotNull();
        }
    }

    @Test
    void leavesWhiteSpaceAroundAJwsOutOfItsBytes() {
        String jws = keys.sign("kg-ed", note);

        Reading reading = reader.read(Notes.byFile("KG", Notes.utf8("\n" + jws + "\r\n")));

        assertThat(reading.voucher()).isEqualTo(new Voucher.Signature(KG, "kg-ed"));
        assertThat(reading.notificationBytes()).isEqualTo(Notes.utf8(jws));
    }

    @Test
    void takesTheChannelsOrNobodysWordForWhatIsNotSigned() {
        assertThat(reader.read(Notes.byJms("KG", Notes.utf8(note))).voucher()).isEqualTo(new Voucher.ChannelAlone(KG));
        assertThat(reader.read(Notes.byDryRun(Notes.utf8(note))).voucher()).isEqualTo(new Voucher.Nobody());
        assertThat(reader.read(Notes.byMail(mail(Notes.utf8(note)))).voucher()).isEqualTo(new Voucher.Nobody());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"kg\"", "\"Kyrgyzstan\"", "\"\"", "7"})
    void vouchesWhereTheTextNamesNoPartyAtAll(String party) {
        byte[] jws = Notes.utf8(keys.sign("kg-ed", Notes.with("party", party)));

        for (Arrival arrival : new Arrival[] {Notes.byJms("KG", jws), Notes.byMail(mail(jws))}) {
            Reading reading = reader.read(arrival);
            assertThat(reading.errors()).extracting(Finding::code).containsExactly(Code.SCHEMA);
            assertThat(reading.voucher()).isEqualTo(new Voucher.Signature(KG, "kg-ed"));
            assertThat(reading.validSigner()).isEqualTo(KG);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"KZ", "XX"})
    void saysWhoSignedThoughTheTextNamesAnother(String named) {
        byte[] jws = Notes.utf8(keys.sign("kg-ed", Notes.aCompletionBy(named)));

        Reading reading = reader.read(Notes.byMail(mail(jws)));

        assertThat(reading.voucher()).isEqualTo(new Voucher.Nobody());
        assertThat(reading.validSigner()).isEqualTo(KG);
        assertThat(reading.heading().party()).isEqualTo(named);
    }

    @Test
    void callsNobodyAValidSignerWhoseSignatureDoesNotCount() {
        Reading reading = reader.read(Notes.byMail(mail(Notes.utf8(keys.sign("kg-revoked", note)))));

        assertThat(reading.signer()).isEqualTo(KG);
        assertThat(reading.validSigner()).isNull();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"kg-revoked, KEY_REVOKED", "kg-expired, SIGNER_UNKNOWN", "kg-not-yet, SIGNER_UNKNOWN"})
    void refusesAKeyThatDidNotCountAtReceipt(String kid, Code expected) {
        Reading reading = reader.read(Notes.byJms("KG", Notes.utf8(keys.sign(kid, note))));

        assertRefused(reading, KG, expected);
    }

    @Test
    void knowsTwoKeysOfAStateAtOnceUntilTheOldOneEnds() {
        Instant ends = Notes.RECEIVED_AT;
        keys.register("kg-old", "KG", "EdDSA", Keys.LONG_AGO, ends, null);
        keys.register("kg-new", "KG", "ES256", ends.minusSeconds(60), null, null);
        for (String kid : List.of("kg-old", "kg-new")) {
            assertThat(reader.read(received(kid, ends.minusSeconds(1))).voucher())
                    .as(kid)
                    .isEqualTo(new Voucher.Signature(KG, kid));
        }
        assertThat(reader.read(received("kg-new", ends)).errors()).isEmpty();
        assertThat(reader.read(received("kg-old", ends)).errors())
                .extracting(Finding::code)
                .containsExactly(Code.SIGNER_UNKNOWN);
    }

    private Arrival received(String kid, Instant at) {
        return new Arrival(Channel.JMS, KG, Notes.utf8(keys.sign(kid, note)), false, at);
    }

    @Test
    void refusesAKeyThatIsRegisteredForNobody() {
        keys.register("secret", "KG", "EdDSA", Keys.LONG_AGO, null, null);
        String jws = keys.sign("secret", "{\"alg\":\"EdDSA\",\"kid\":\"nobody's\"}", note);

        assertRefused(reader.read(Notes.byJms("KG", Notes.utf8(jws))), null, Code.SIGNER_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\",\"kid\":\"kg-ed\"}",
                "{\"alg\":\"NONE\",\"kid\":\"kg-ed\"}",
                "{\"alg\":\"HS256\",\"kid\":\"kg-ed\"}",
                "{\"alg\":\"RS256\",\"kid\":\"kg-ed\"}",
                "{\"alg\":\"ES256\",\"kid\":\"kg-ed\"}",
                "{\"alg\":\"Ed25519\",\"kid\":\"kg-ed\"}",
                "{\"alg\":[\"EdDSA\"],\"kid\":\"kg-ed\"}",
                "{\"kid\":\"kg-ed\"}",
                "{\"alg\":\"EdDSA\"}",
                "{\"alg\":\"EdDSA\",\"kid\":7}",
                "{\"alg\":\"EdDSA\",\"kid\":\"kg-ed\",\"kid\":\"kg-ed\"}",
                "{\"alg\":\"EdDSA\",\"kid\":\"kg-ed\",\"crit\":[\"exp\"],\"exp\":1}",
                "{\"alg\":\"EdDSA\",\"kid\":\"kg-ed\",\"crit\":[]}",
                "{\"alg\":\"EdDSA\",\"kid\":\"kg-ed\",\"b64\":false}",
                "{\"alg\":\"EdDSA\",\"kid\":\"kg-ed\",\"jwk\":{\"kty\":\"OKP\"}}",
                "{\"alg\":\"EdDSA\",\"kid\":\"kg-ed\",\"jku\":\"https://example.org/\"}",
                "{\"alg\":\"EdDSA\",\"kid\":\"kg-ed\",\"x5u\":\"https://example.org/\"}",
                "{\"alg\":\"EdDSA\",\"kid\":\"kg-ed\",\"x5c\":[]}",
                "{\"alg\":\"EdDSA\",\"kid\":\"kg-ed\"",
                "{\"alg\":\"EdDSA\",\"kid\":\"kg-ed\"} "
            })
    void refusesEveryOtherHeaderThoughItsSignatureMatches(String header) {
        Reading reading = reader.read(Notes.byJms("KG", Notes.utf8(keys.sign("kg-ed", header, note))));

        if (header.endsWith(" ")) {
            assertThat(reading.errors())
                    .as("white space after the header is JSON")
                    .isEmpty();
        } else {
            assertThat(reading.errors()).extracting(Finding::code).containsOnly(Code.SIGNATURE_INVALID);
            assertThat(reading.voucher()).isEqualTo(new Voucher.ChannelAlone(KG));
            assertThat(reading.heading().party()).isEqualTo("KG");
            assertThat(reading.notification()).isNull();
        }
    }

    @Test
    void refusesASignatureOfAnotherText() {
        String[] signed = keys.sign("kg-ed", note).split("\\.");
        String other = Keys.base64Url(Notes.utf8(note.replace("827", "828")));

        assertRefused(read(signed[0] + "." + other + "." + signed[2]), KG, Code.SIGNATURE_INVALID);
        assertRefused(read(signed[0] + "." + signed[1] + "."), KG, Code.SIGNATURE_INVALID);
        assertRefused(read(signed[0] + "." + signed[1] + "." + "A".repeat(86)), KG, Code.SIGNATURE_INVALID);
        assertRefused(read(signed[0] + "." + signed[1] + "." + signed[2] + "=="), KG, Code.SIGNATURE_INVALID);
    }

    @Test
    void refusesEs256InDerAndOutOfRange() {
        String header = "{\"alg\":\"ES256\",\"kid\":\"kg-es\"}";
        String signed = Keys.base64Url(Notes.utf8(header)) + "." + Keys.base64Url(Notes.utf8(note));

        assertRefused(read(signed + "." + Keys.base64Url(new byte[70])), KG, Code.SIGNATURE_INVALID);
        assertRefused(read(signed + "." + Keys.base64Url(new byte[64])), KG, Code.SIGNATURE_INVALID);
        byte[] outOfRange = new byte[64];
        java.util.Arrays.fill(outOfRange, (byte) 0xFF);
        assertRefused(read(signed + "." + Keys.base64Url(outOfRange)), KG, Code.SIGNATURE_INVALID);
    }

    @Test
    void takesASignatureInOneSpellingOnly() {
        String jws = keys.sign("kg-ed", note);
        char last = jws.charAt(jws.length() - 1);
        // The last of 86 characters carries four bits that say nothing: A, Q, g and w are the proper ones.
        String respelt = jws.substring(0, jws.length() - 1) + (char) (last + 1);

        assertThat(last).isIn('A', 'Q', 'g', 'w');
        assertRefused(read(respelt), KG, Code.SIGNATURE_INVALID);
    }

    @ParameterizedTest(name = "channel {0}, key {1}, text {2}")
    @CsvSource({"KG, kz-ed, KG", "KZ, kg-ed, KG", ", kz-ed, KG", "KG, kg-ed, KZ", "KZ, kg-ed, KZ"})
    void vouchesForNobodyElse(@Nullable String channel, String kid, String party) {
        PartyCode channelParty = channel == null ? null : new PartyCode(channel);
        byte[] jws = Notes.utf8(keys.sign(kid, Notes.aCompletionBy(party)));
        Channel way = channel == null ? Channel.DRY_RUN : Channel.JMS;

        Reading reading = reader.read(new Arrival(way, channelParty, jws, false, Notes.RECEIVED_AT));

        assertThat(reading.voucher())
                .isEqualTo(channelParty == null ? new Voucher.Nobody() : new Voucher.ChannelAlone(channelParty));
        Case examined = new Case(
                Objects.requireNonNull(reading.draft()),
                channelParty,
                reading.signer(),
                LocalDate.of(2026, 1, 12),
                "cis-executive-committee",
                true,
                true);
        assertThat(Rules.errors(examined)).extracting(Finding::code).containsExactly(Code.NOT_YOUR_PARTY);
    }

    @Test
    void tellsDefectsOfSignatureAndFormTogether() {
        String jws = keys.sign("kg-revoked", Notes.with("dated", "\"yesterday\""));

        assertThat(read(jws).errors()).extracting(Finding::code).containsExactly(Code.KEY_REVOKED, Code.SCHEMA);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {"party": "KG",        | SYNTAX
            ''                     | SYNTAX
            {"party":"KG","party":"KG"} | DUPLICATE_KEY
            """)
    void letsADefectOfTheTextStandAlone(String payload, Code expected) {
        Reading reading = read(keys.sign("kg-revoked", payload));

        assertThat(reading.errors()).extracting(Finding::code).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b.c", "..", "W10.e30.AA", "e30.e30", "e30.e30.AA.AA.AA", "e30=.e30.AA"})
    void takesWhatHasNoHeaderForNoJws(String text) {
        Reading reading = read(text);

        assertThat(reading.errors()).extracting(Finding::code).containsExactly(Code.SYNTAX);
    }

    /** RFC 8037, Appendix A.4 and A.5. */
    @Test
    void verifiesTheExampleOfRfc8037() throws GeneralSecurityException {
        byte[] x = Base64.getUrlDecoder().decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
        assertExample(
                Verifier.of("EdDSA", concat(HexFormat.of().parseHex("302a300506032b6570032100"), x)),
                "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
                        + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
    }

    /** RFC 7515, Appendix A.3. */
    @Test
    void verifiesTheExampleOfRfc7515() throws GeneralSecurityException {
        byte[] x = Base64.getUrlDecoder().decode("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU");
        byte[] y = Base64.getUrlDecoder().decode("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0");
        byte[] prefix = HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d03010703420004");
        assertExample(
                Verifier.of("ES256", concat(concat(prefix, x), y)),
                "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
                        + "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ."
                        + "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");
    }

    @Test
    void callsAKeyThatIsNoneAFaultOfOurs() {
        keys.register("broken", "KG", "EdDSA", new byte[44], Keys.LONG_AGO, null, null);
        String jws = keys.sign("kg-ed", "{\"alg\":\"EdDSA\",\"kid\":\"broken\"}", note);

        assertThatThrownBy(() -> read(jws))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("broken");
    }

    private static void assertExample(Verifier key, String example) {
        Jws jws = Jws.find(example.getBytes(StandardCharsets.US_ASCII)).orElseThrow();
        byte[] signature = Objects.requireNonNull(jws.signature());
        assertThat(key.matches(jws.bytes(), jws.signedLength(), signature)).isTrue();
        signature[0] ^= 1;
        assertThat(key.matches(jws.bytes(), jws.signedLength(), signature)).isFalse();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] mail(byte[] notification) {
        return Mails.of(Mails.text("Прилагается."), Mails.attachment("application/octet-stream", "note", notification));
    }

    private Reading read(String jws) {
        return reader.read(Notes.byJms("KG", Notes.utf8(jws)));
    }

    private static void assertRefused(Reading reading, @Nullable PartyCode signer, Code expected) {
        assertThat(reading.errors()).extracting(Finding::code).containsExactly(expected);
        assertThat(reading.voucher()).isEqualTo(new Voucher.ChannelAlone(KG));
        assertThat(reading.signer()).isEqualTo(signer);
        assertThat(reading.heading().reference()).isEqualTo("17-3/1482");
        assertThat(reading.draft()).isNotNull();
        assertThat(reading.notification()).isNull();
    }
}
