package io.depository.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.correspondence.CircularPaper;
import io.depository.register.LogIdentity;
import io.depository.register.RegisterExport;
import io.depository.register.RegisterReader;
import io.depository.register.note.KeyFile;
import io.depository.register.note.NoteSigner;
import io.depository.testing.Note;
import io.depository.testing.Office;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What somebody learns who has a letter, or the exported register, and the depository's key. */
class VerifyCommandTest {

    @TempDir
    static Path folder;

    private static Office office;
    private static String key;
    private static Path acknowledgement;
    private static Path circular;
    private static Path early;
    private static Path register;

    private record Run(int code, String out, String err) {}

    @BeforeAll
    static void registersSomething() throws IOException {
        office = Office.open();
        long kg = registers("KG");
        early = Files.writeString(
                folder.resolve("early.txt"),
                office.bean(RegisterReader.class).latestCheckpoint().orElseThrow());
        registers("KZ");
        registers("BY");
        key = office.bean(RegisterReader.class).verifierKey();
        acknowledgement = Files.write(
                folder.resolve("acknowledgement.json"), office.answerTo(kg).orElseThrow());
        circular = Files.writeString(
                folder.resolve("circular.json"), office.circulars().get(0).toString());
        register = folder.resolve("register.jsonl");
        try (OutputStream out = Files.newOutputStream(register)) {
            office.bean(RegisterExport.class).writeTo(out);
        }
    }

    private static long registers(String party) {
        long receipt = office.receivesSigned(Note.completionBy(party), party, Instant.parse("2026-03-02T09:00:00Z"));
        office.examines();
        return receipt;
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void provesALetterByItselfAlone() {
        Run run = verify("--key", key, acknowledgement.toString(), circular.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("proven: the depository signed a register of 2 entries that holds entry 1")
                .contains("receivedOn, sha256, notificationSha256")
                .contains("proven: effects with their dates and articles: ")
                .contains("not proven: explanations");
        assertThat(run.code()).as(run.out()).isZero();
    }

    @Test
    void provesTheRegisterAndThatItContinuesWhatIsRemembered() {
        Run run = verify(
                "--lang",
                "ru",
                "--key",
                key,
                "--checkpoint",
                early.toString(),
                register.toString(),
                circular.toString());
        assertThat(run.out())
                .contains("доказано: все 4 записей")
                .contains("реестр продолжает тот, что был при 2 записях (" + early + ")")
                .contains("реестр продолжает тот, что был при 2 записях (" + circular + ")");
        assertThat(run.code()).as(run.out()).isZero();
        assertThat(verify("--key", key, register.toString()).out())
                .contains("not proven: that the last entries were not cut off");
    }

    @Test
    void tellsWhereALetterSaysAnotherThanTheRegister() throws IOException {
        ObjectNode letter = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(acknowledgement));
        letter.put("party", "UZ");
        ((ObjectNode) letter.path("effects").get(0)).put("article", "99");
        Run run = verify("--key", key, write("forged.json", letter));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("FALSE: The letter says party \"UZ\", and the register \"KG\"")
                .contains("article \"99\"");
    }

    @Test
    void provesTheLetterInsideAPaper() throws IOException {
        byte[] body = office.jdbc()
                .sql("select body from letter where type = 'circular' limit 1")
                .query(byte[].class)
                .single();
        Path paper = Files.write(
                folder.resolve("circular.pdf"), office.bean(CircularPaper.class).render(body));
        Run run = verify("--key", key, paper.toString());
        assertThat(run.out()).contains("the letter says what the record says: agreement, party, act, reference");
        assertThat(run.code()).as(run.out()).isZero();
    }

    @Test
    void tellsEveryFalseReceipt() throws IOException {
        for (String name :
                List.of("leafHash", "rootHash", "checkpoint", "index", "treeSize", "record", "inclusionProof")) {
            ObjectNode letter = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(acknowledgement));
            ObjectNode receipt = (ObjectNode) letter.path("receipt");
            if (receipt.path(name).isNumber()) {
                receipt.put(name, receipt.path(name).asLong() + 1);
            } else if (receipt.path(name).isArray()) {
                receipt.putArray(name);
            } else {
                receipt.put(name, altered(receipt.path(name).asString()));
            }
            assertThat(verify("--key", key, write("false.json", letter)).code())
                    .as(name)
                    .isEqualTo(1);
        }
        ObjectNode stripped = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(circular));
        stripped.remove("receipt");
        assertThat(verify("--key", key, write("stripped.json", stripped)).code())
                .isEqualTo(1);
    }

    @Test
    void believesNoOtherKey() {
        String stranger = new NoteSigner("cis-executive-committee", new byte[32])
                .verifierKey()
                .encoded();
        assertThat(verify("--key", stranger, acknowledgement.toString()).code()).isEqualTo(1);
        assertThat(verify("--key", stranger, register.toString()).code()).isEqualTo(1);
    }

    @Test
    void seesThatARegisterWasCutOff() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(register));
        assertThat(lines).hasSizeGreaterThan(8);
        Path cut = Files.write(folder.resolve("cut.jsonl"), lines.subList(0, lines.size() - 3));
        assertThat(verify("--key", key, cut.toString()).code()).isEqualTo(1);
    }

    @Test
    void seesTwoRegistersUnderOneKey() throws IOException {
        NoteSigner signer = new NoteSigner(
                key.substring(0, key.indexOf('+')),
                new KeyFile(office.bean(LogIdentity.class).keyFile()).read());
        Path other = Files.writeString(
                folder.resolve("other.txt"), signer.sign("cis-executive-committee\n3\n" + "A".repeat(43) + "=\n"));
        Run fork = verify("--key", key, "--checkpoint", other.toString(), register.toString());
        assertThat(fork.code()).isEqualTo(1);
        assertThat(fork.out()).contains("FALSE: Two different registers: at 3 entries");
        Path later = Files.writeString(
                folder.resolve("later.txt"), signer.sign("cis-executive-committee\n9\n" + "A".repeat(43) + "=\n"));
        Run behind = verify("--key", key, "--checkpoint", later.toString(), register.toString());
        assertThat(behind.code()).isEqualTo(1);
        assertThat(behind.out())
                .contains("FALSE: The register was cut off: it has 4 entries, and the depository signed 9");
    }

    @Test
    void saysWhatItDoesNotUnderstand() throws IOException {
        Run nothing = verify("--key", key, folder.resolve("absent").toString());
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.err()).contains("Нет такого файла").contains("There is no such file");
        Path text = Files.writeString(folder.resolve("note.txt"), "hello");
        assertThat(verify("--key", key, text.toString()).code()).isEqualTo(2);
        assertThat(verify("--key", "no+key", register.toString()).code()).isEqualTo(2);
        assertThat(verify(register.toString()).code()).isEqualTo(2);
    }

    private static String altered(String base64) {
        return (base64.charAt(0) == 'A' ? "B" : "A") + base64.substring(1);
    }

    private static String write(String name, JsonNode letter) throws IOException {
        return Files.writeString(folder.resolve(name), letter.toString()).toString();
    }

    private static Run verify(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of("verify"));
        all.addAll(List.of(arguments));
        int code = new Verifier(out, err).run(all.toArray(String[]::new));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
