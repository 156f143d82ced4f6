package io.depository.register.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The openssl command, which knows nothing of us, verifies a checkpoint. */
class OpensslNoteTest {

    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final String TEXT = "cis-executive-committee\n7\n" + "A".repeat(43) + "=\n";

    @TempDir
    Path folder;

    @BeforeEach
    void needsOpenssl() throws InterruptedException {
        try {
            new ProcessBuilder("openssl", "version").start().waitFor(10, TimeUnit.SECONDS);
        } catch (IOException missing) {
            System.err.println("NOT TESTED: no openssl command here, so no other program verifies a checkpoint");
            abort("There is no openssl command on this machine: " + missing.getMessage());
        }
    }

    @Test
    void verifiesACheckpoint() throws Exception {
        NoteSigner signer = new NoteSigner("cis-executive-committee", new byte[32]);
        String line = signer.sign(TEXT).split("\n\n")[1].strip();
        byte[] signature = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
        byte[] key = Arrays.copyOf(SPKI, SPKI.length + 32);
        System.arraycopy(signer.verifierKey().publicKey(), 0, key, SPKI.length, 32);
        Files.write(folder.resolve("key.der"), key);
        Files.write(folder.resolve("signature"), Arrays.copyOfRange(signature, 4, 68));
        Files.writeString(folder.resolve("text"), TEXT);
        assertThat(verify()).isZero();
        Files.writeString(folder.resolve("text"), TEXT.replace("7", "8"), StandardCharsets.UTF_8);
        assertThat(verify()).isNotZero();
    }

    private int verify() throws IOException, InterruptedException {
        Process openssl = new ProcessBuilder(
                        "openssl",
                        "pkeyutl",
                        "-verify",
                        "-rawin",
                        "-pubin",
                        "-keyform",
                        "DER",
                        "-inkey",
                        "key.der",
                        "-sigfile",
                        "signature",
                        "-in",
                        "text")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        assertThat(openssl.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return openssl.exitValue();
    }
}
