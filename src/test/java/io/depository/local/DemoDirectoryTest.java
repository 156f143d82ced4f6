package io.depository.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.parties.DirectoryImport;
import io.depository.parties.KeyThumbprint;
import io.depository.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class DemoDirectoryTest {

    private static final byte[] SAID = "said".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path home;

    @Test
    void makesAWholeSetOfKeysForEachState() throws Exception {
        DemoDirectory.in(home);
        for (DemoState state : DemoState.ALL) {
            Path folder = home.resolve("demo-keys").resolve(state.party().value());
            byte[] publicKey = content(folder.resolve("jws-public.pem"));
            assertThat(KeyThumbprint.of("EdDSA", publicKey))
                    .isEqualTo(Files.readString(folder.resolve("jws-kid.txt")).strip());
            Signature ed25519 = Signature.getInstance("Ed25519");
            byte[] signature = sign(ed25519, "Ed25519", folder.resolve("jws-private.pem"));
            ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey)));
            ed25519.update(SAID);
            assertThat(ed25519.verify(signature)).isTrue();

            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Files.readAllBytes(folder.resolve("smime-cert.pem"))));
            certificate.verify(certificate.getPublicKey());
            certificate.checkValidity(Date.from(DemoKeys.VALID_FROM.plusSeconds(1)));
            assertThat(certificate.getSubjectAlternativeNames()).containsExactly(List.of(1, state.mailAddress()));
            Signature ecdsa = Signature.getInstance("SHA256withECDSA");
            signature = sign(ecdsa, "EC", folder.resolve("smime-private.pem"));
            ecdsa.initVerify(certificate);
            ecdsa.update(SAID);
            assertThat(ecdsa.verify(signature)).isTrue();

            Path drop = home.resolve("drop").resolve(state.party().value());
            assertThat(drop.resolve("in")).isDirectory();
            assertThat(drop.resolve("out")).isDirectory();
        }
    }

    @Test
    void changesNothingAtTheNextStart() {
        DemoDirectory.in(home);
        Map<Path, String> first = everything();
        DemoDirectory.in(home);
        assertThat(everything()).isEqualTo(first);
    }

    @Test
    void makesKeysAgainThatAKillLeftHalfMade() throws IOException {
        Path halfMade = home.resolve("demo-keys/.KG.incomplete");
        Files.createDirectories(halfMade);
        Files.writeString(halfMade.resolve("jws-private.pem"), "-----BEGIN PRIV");

        DemoDirectory.in(home);

        assertThat(halfMade).doesNotExist();
        assertThat(home.resolve("demo-keys/KG/smime-cert.pem")).exists();
    }

    @Test
    void isADirectoryThatTheDepositoryImports() {
        JdbcClient database = JdbcClient.create(TestDatabase.fresh().asApplication());
        new DirectoryImport(database).importFrom(DemoDirectory.in(home));

        assertThat(database.sql("select count(*) from state")
                        .query(Integer.class)
                        .single())
                .isEqualTo(12);
        assertThat(database.sql("select count(*) from party_channel")
                        .query(Integer.class)
                        .single())
                .isEqualTo(36);
        assertThat(database.sql("select party from party_key where kid = ?")
                        .param(DemoKeys.of(DemoState.ALL.get(0), home).kid())
                        .query(String.class)
                        .single())
                .isEqualTo("AM");
    }

    private Map<Path, String> everything() {
        try (Stream<Path> files = Files.walk(home)) {
            Map<Path, String> contents = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file, Files.readString(file));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sign(Signature signature, String algorithm, Path pem) throws Exception {
        PrivateKey key = KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(content(pem)));
        signature.initSign(key);
        signature.update(SAID);
        return signature.sign();
    }

    private static byte[] content(Path pem) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(pem).replaceAll("-----[A-Z ]+-----", ""));
    }
}
