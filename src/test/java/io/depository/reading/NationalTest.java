package io.depository.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.abort;

import io.depository.notification.Code;
import io.depository.notification.Finding;
import io.depository.notification.Voucher;
import io.depository.parties.PartyCertificate;
import io.depository.parties.RegisteredKey;
import io.depository.parties.RevocationLists;
import io.depository.reading.Smime.Signer;
import io.depository.treaty.PartyCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures by national standards: by a library here, or by a program of the deployment's. */
class NationalTest {

    private static final Instant FAR = Notes.RECEIVED_AT.plusSeconds(100_000_000);
    /** ecdsa-with-SHA224, which the depository itself takes from nobody: it stands for a standard that it does not know. */
    private static final String UNUSUAL = "1.2.840.10045.4.3.1";

    private static final Duration LONG = Duration.ofSeconds(60);

    private final Keys keys = Keys.ofMinistries();
    private final String note = Notes.with("act", "\"declaration\"");
    private final byte[] json = Mails.json(note);
    private final Reader usual = new Reader(keys);
    private final Reader withGost = with(new GostVerifier());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {256, 512})
    void verifiesGostWhereItIsWanted(int bits) {
        Signer signer = registered(Signer.gost("KG", bits, FAR));
        for (byte[] mail :
                new byte[][] {Smime.signed(Mails.HEADER, json, signer), Smime.opaque(Mails.HEADER, json, signer)}) {
            assertVouched(withGost, mail, signer);
            assertRefused(usual, mail);
        }
        Signer another = Signer.gost("KG", bits, FAR);
        assertRefused(withGost, Smime.signed(Mails.HEADER, json, signer.withKeyOf(another)));
        assertRefused(withGost, Smime.signed(Mails.HEADER, json, signer.withoutAttributes()));
        byte[] cms = Smime.cms(json, false, signer);
        assertRefused(withGost, Smime.pair(Mails.HEADER, Mails.json(Notes.with("reference", "\"other\"")), cms));
    }

    @Test
    void leavesTheUsualAlgorithmsAsTheyAre() {
        Signer signer = registered(Signer.until("KG", FAR));
        assertVouched(withGost, Smime.signed(Mails.HEADER, json, signer), signer);
        assertRefused(withGost, Smime.signed(Mails.HEADER, json, signer.with("SHA1withECDSA")));
    }

    @Test
    void asksAProgramOfTheDeployments() throws Exception {
        if (new ProcessBuilder("sh", "-c", "command -v openssl").start().waitFor() != 0) {
            System.err.println("NOT TESTED: no openssl command here to verify signatures by");
            abort("There is no openssl command on this machine");
        }
        Reader reader = with(program("""
                openssl x509 -inform DER -in "$3" -out certificate.pem
                if openssl cms -verify -binary -inform DER -in "$2" -content "$1" -certfile certificate.pem \
                  -nointern -noverify -out /dev/null; then
                  echo '{"valid": true}'
                else
                  echo '{"valid": false}'
                  exit 1
                fi
                """, LONG));
        Signer signer = registered(Signer.until("KG", FAR)).with("SHA224withECDSA");
        for (byte[] mail :
                new byte[][] {Smime.signed(Mails.HEADER, json, signer), Smime.opaque(Mails.HEADER, json, signer)}) {
            assertVouched(reader, mail, signer);
            assertRefused(usual, mail);
        }
        byte[] cms = Smime.cms(json, false, signer);
        assertRefused(reader, Smime.pair(Mails.HEADER, Mails.json(Notes.with("reference", "\"other\"")), cms));
        assertRefused(reader, Smime.signed(Mails.HEADER, json, signer.withKeyOf(Signer.until("KG", FAR))));
        assertRefused(reader, Smime.signed(Mails.HEADER, json, signer.withoutAttributes()));
    }

    @ParameterizedTest
    @CsvSource({
        "0, {\"valid\": false}",
        "1, {\"valid\": true}",
        "2, {\"valid\": true}",
        "127, ''",
        "0, ''",
        "0, true",
        "0, {\"valid\": \"true\"}",
        "0, {\"ok\": true}"
    })
    void takesNothingElseForAnAnswer(int code, String output) throws IOException {
        Path said = Files.writeString(folder.resolve("said"), output);
        assertFails(program("cat " + said + "; exit " + code, LONG));
    }

    @Test
    @Timeout(value = 50, unit = TimeUnit.SECONDS)
    void waitsForNoProgramWithoutEnd() throws IOException {
        assertFails(program("sleep 55", Duration.ofMillis(300)));
        assertFails(program("while true; do echo '{\"valid\": true}'; done", Duration.ofSeconds(2)));
        assertFails(new CommandVerifier(List.of(folder.resolve("none").toString()), Set.of(UNUSUAL), LONG));
    }

    /** Whether what it said is still read depends on when the platform closes the pipe; either way it is not waited for. */
    @Test
    @Timeout(value = 50, unit = TimeUnit.SECONDS)
    void waitsForNothingThatAProgramLeavesRunning() throws IOException {
        CommandVerifier verifier = program("sleep 55 & echo '{\"valid\": true}'; exit 0", Duration.ofMillis(700));
        Throwable fault = catchThrowable(() -> verifier.matches(new byte[] {1}, new byte[] {2}, new byte[] {3}));
        assertThat(fault == null || fault instanceof NationalVerifier.VerifierFailed)
                .as("%s", fault)
                .isTrue();
    }

    @Test
    void leavesNothingBehind() throws IOException {
        Path seen = folder.resolve("seen");
        CommandVerifier verifier = program(
                "echo \"$1 $2 $3\" > " + seen + "; cp \"$1\" " + folder.resolve("content")
                        + "; echo '{\"valid\": true}'",
                LONG);
        assertThat(verifier.matches(new byte[] {1}, new byte[] {2}, new byte[] {3}))
                .isTrue();
        assertThat(Files.readAllBytes(folder.resolve("content"))).containsExactly(1);
        assertThat(Files.readString(seen).strip().split(" "))
                .hasSize(3)
                .allSatisfy(path -> assertThat(Path.of(path)).doesNotExist());
    }

    private CommandVerifier program(String script, Duration timeout) throws IOException {
        Path file = Files.writeString(folder.resolve("verify.sh"), script + "\n");
        return new CommandVerifier(List.of("sh", file.toString()), Set.of(UNUSUAL), timeout);
    }

    private void assertFails(CommandVerifier verifier) {
        Signer signer = registered(Signer.until("KG", FAR)).with("SHA224withECDSA");
        Arrival arrival = Notes.byMail(Smime.signed(Mails.HEADER, json, signer));
        assertThatThrownBy(() -> with(verifier).read(arrival)).isInstanceOf(NationalVerifier.VerifierFailed.class);
    }

    private Reader with(NationalVerifier verifier) {
        return new Reader(keys, new SmimeTrust(new RevocationLists(null), List.of(verifier)));
    }

    private Signer registered(Signer signer) {
        keys.register(
                PartyCertificate.fingerprint(signer.der()),
                "KG",
                RegisteredKey.S_MIME,
                PartyCertificate.of(signer.der()).der(),
                Keys.LONG_AGO,
                null,
                null);
        return signer;
    }

    private static void assertVouched(Reader reader, byte[] mail, Signer signer) {
        Reading reading = reader.read(Notes.byMail(mail));
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.voucher())
                .isEqualTo(new Voucher.Signature(new PartyCode("KG"), PartyCertificate.fingerprint(signer.der())));
    }

    private static void assertRefused(Reader reader, byte[] mail) {
        Reading reading = reader.read(Notes.byMail(mail));
        assertThat(reading.errors()).extracting(Finding::code).containsExactly(Code.SIGNATURE_INVALID);
        assertThat(reading.voucher()).isEqualTo(new Voucher.Nobody());
    }
}
