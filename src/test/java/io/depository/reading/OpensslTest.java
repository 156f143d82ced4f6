package io.depository.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.depository.notification.Voucher;
import io.depository.parties.PartyCertificate;
import io.depository.parties.RegisteredKey;
import io.depository.reading.Smime.Signer;
import io.depository.treaty.PartyCode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the openssl command signs, as the guide for integrators shows it, is read here. */
class OpensslTest {

    private final Keys keys = Keys.ofMinistries();
    private final Reader reader = new Reader(keys);
    private final String note = Notes.with("act", "\"declaration\"");

    @TempDir
    private Path folder;

    @BeforeEach
    void needsTheCommand() throws Exception {
        try {
            run(List.of("openssl", "version"));
        } catch (IOException missing) {
            System.err.println("NOT TESTED: no openssl command here, so nothing shows that its messages are read");
            abort("There is no openssl command on this machine: " + missing.getMessage());
        }
        Files.writeString(
                folder.resolve("entity.txt"),
                "Content-Type: application/json\nContent-Transfer-Encoding: base64\n\n"
                        + Base64.getMimeEncoder(76, new byte[] {'\n'})
                                .encodeToString(note.getBytes(StandardCharsets.UTF_8))
                        + "\n");
        Files.writeString(folder.resolve("note.json"), note);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cms -sign -md sha256 -in entity.txt",
                "cms -sign -md sha256 -in entity.txt -crlfeol",
                "cms -sign -md sha512 -in entity.txt -nodetach",
                "cms -sign -md sha256 -in note.json -text",
                "cms -sign -md sha256 -in note.json",
                "cms -sign -md sha256 -in entity.txt -binary",
                "cms -sign -md sha256 -in entity.txt -binary -nodetach",
                "smime -sign -md sha256 -in entity.txt",
                "smime -sign -md sha256 -in entity.txt -from mfa@kg.local -to notifications@depository.local -subject N",
                "smime -sign -md sha256 -in entity.txt -nodetach"
            })
    void vouchesForWhatItSigns(String command) throws Exception {
        assertVouched(command, Signer.until("KG", Notes.RECEIVED_AT.plusSeconds(60)));
        assertVouched(command, Signer.of("KG", "RSA", 2048, "SHA256withRSA", Notes.RECEIVED_AT.plusSeconds(60)));
    }

    @Test
    void vouchesForItsRsaPss() throws Exception {
        assertVouched(
                "cms -sign -md sha256 -in entity.txt -keyopt rsa_padding_mode:pss",
                Signer.of("KG", "RSA", 2048, "SHA256withRSA", Notes.RECEIVED_AT.plusSeconds(60)));
    }

    private void assertVouched(String command, Signer signer) throws Exception {
        String kid = PartyCertificate.fingerprint(signer.der());
        keys.register(kid, "KG", RegisteredKey.S_MIME, signer.der(), Keys.LONG_AGO, null, null);
        Files.writeString(folder.resolve("cert.pem"), pem("CERTIFICATE", signer.der()));
        Files.writeString(
                folder.resolve("key.pem"),
                pem("PRIVATE KEY", signer.pair().getPrivate().getEncoded()));
        List<String> whole = new ArrayList<>(List.of("openssl"));
        whole.addAll(List.of(command.split(" ")));
        // -keyopt speaks of the key before it
        whole.addAll(whole.contains("-keyopt") ? 2 : whole.size(), List.of("-signer", "cert.pem", "-inkey", "key.pem"));
        byte[] mail = run(whole);

        Reading reading = reader.read(Notes.byFile("KG", mail));

        assertThat(reading.errors()).as(command).isEmpty();
        assertThat(reading.voucher()).isEqualTo(new Voucher.Signature(new PartyCode("KG"), kid));
        assertThat(new String(reading.notificationBytes(), StandardCharsets.UTF_8)
                        .replace("\r\n", "\n")
                        .strip())
                .isEqualTo(note.strip());
        byte[] changed = new String(mail, StandardCharsets.ISO_8859_1)
                .replaceFirst("base64\r?\n\r?\n[A-Za-z0-9+/]{8}", "base64\n\nAAAAAAAA")
                .replaceFirst("\"version\"", "\"Version\"")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(reader.read(Notes.byFile("KG", changed)).voucher()).isNotInstanceOf(Voucher.Signature.class);
    }

    private byte[] run(List<String> command) throws Exception {
        File errors = folder.resolve("errors").toFile();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(errors)
                .start();
        process.getOutputStream().close();
        byte[] said = process.getInputStream().readAllBytes();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(String.join(" ", command) + ": " + Files.readString(errors.toPath()))
                .isZero();
        return said;
    }

    private static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + type
                + "-----\n";
    }
}
