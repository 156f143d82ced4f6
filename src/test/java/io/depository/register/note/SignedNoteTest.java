package io.depository.register.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    /** A note that another implementation signed. */
    private static final String FOREIGN_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String FOREIGN_NOTE = """
            This is an example message.

            \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    private static final NoteSigner SIGNER = new NoteSigner("log.example/1", new byte[32]);

    @Test
    void opensANoteThatAnotherImplementationSigned() {
        VerifierKey key = VerifierKey.parse(FOREIGN_KEY);
        assertThat(SignedNote.open(FOREIGN_NOTE, key)).hasValue("This is an example message.\n");
        assertThat(key.encoded()).isEqualTo(FOREIGN_KEY);
    }

    @Test
    void signsWhatTheJdkVerifies() throws Exception {
        String note = SIGNER.sign("log.example/1\n0\nroot\n");
        String[] signature = note.split("\n\n")[1].strip().split(" ");
        byte[] line = Base64.getDecoder().decode(signature[2]);
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] spki = Arrays.copyOf(prefix, prefix.length + 32);
        System.arraycopy(SIGNER.verifierKey().publicKey(), 0, spki, prefix.length, 32);
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
        verifier.update("log.example/1\n0\nroot\n".getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.verify(line, 4, 64)).isTrue();
        assertThat(signature[0]).isEqualTo("\u2014");
        assertThat(signature[1]).isEqualTo("log.example/1");
        assertThat(Arrays.copyOf(line, 4)).isEqualTo(SIGNER.verifierKey().id());
    }

    @Test
    void passesOverSignaturesOfOthers() {
        String mine = SIGNER.sign("text\n");
        String both = mine + "\u2014 witness.example " + "AAAAAAAAAAAA\n";
        assertThat(SignedNote.open(both, SIGNER.verifierKey())).hasValue("text\n");
        assertThat(SignedNote.open(both, VerifierKey.parse(FOREIGN_KEY))).isEmpty();
    }

    @Test
    void refusesWhatIsNotExactlyANote() {
        String note = SIGNER.sign("text\n");
        for (String wrong : new String[] {
            "",
            "text\n",
            note.stripTrailing(),
            note.replace("\u2014", "-"),
            note.replace("text", "test"),
            note.replace("\n", "\r\n"),
            note + "\n",
            note + "more\n",
            note.replace("log.example/1 ", "log.example/1  ")
        }) {
            assertThat(SignedNote.open(wrong, SIGNER.verifierKey())).as(wrong).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a+b", "a\u00a0b", "a\nb"})
    void refusesNamesThatNoKeyMayHave(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new NoteSigner(name, new byte[32]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com/foo",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AeQ="
            })
    void refusesWhatIsNoVerifierKey(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse(text));
    }
}
