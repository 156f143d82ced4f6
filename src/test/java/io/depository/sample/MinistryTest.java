package io.depository.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.depository.local.DemoDirectory;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MinistryTest {

    private static final Clock MON_2026_01_12 =
            Clock.fixed(Instant.parse("2026-01-12T08:00:00Z"), ZoneId.of("Europe/Minsk"));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path home;

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream paper = new ByteArrayOutputStream();
    private KeyPair key;

    @BeforeEach
    void furnish() throws Exception {
        environment.put("DEPOSITORY_HOME", home.toString());
        key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path keys = Files.createDirectories(home.resolve("demo-keys/KG"));
        Files.writeString(
                keys.resolve("jws-private.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(key.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        Files.writeString(keys.resolve("jws-kid.txt"), "a-thumbprint\n");
        Files.createDirectories(home.resolve("drop/KG/in"));
        Files.createDirectories(home.resolve("drop/KG/out"));
    }

    @Test
    void signsAndSendsTheCompletionOfProceduresByFileAndPrintsTheAnswer() throws Exception {
        CompletableFuture<byte[]> received = CompletableFuture.supplyAsync(this::answerTheFirstFile);

        assertThat(run("--via", "file", "--wait", "20s")).isZero();

        String[] jws = new String(received.get(), StandardCharsets.US_ASCII).split("\\.");
        assertThat(verifies(jws)).isTrue();
        JsonNode header = JSON.readTree(Base64.getUrlDecoder().decode(jws[0]));
        assertThat(header.path("alg").asString()).isEqualTo("EdDSA");
        assertThat(header.path("kid").asString()).isEqualTo("a-thumbprint");
        JsonNode note = JSON.readTree(Base64.getUrlDecoder().decode(jws[1]));
        assertThat(note.path("act").asString()).isEqualTo("completion-of-procedures");
        assertThat(note.path("dated").asString()).isEqualTo("2026-01-12");
        assertThat(note.at("/basis/number").asString()).isEqualTo("827");
        assertThat(note.at("/authorizedBodies/0/name/en").asString())
                .isEqualTo("Ministry of Economy and Commerce of the Kyrgyz Republic");
        assertThat(printed()).contains("REGISTERED", "consent-counted KG on 2026-01-12. 1 of 3");
    }

    @Test
    void writesAMailThatSmimeSignsIntoTheFolder() throws Exception {
        Path demo = home.resolve("demo");
        DemoDirectory.in(demo);
        for (String name : new String[] {"smime-private.pem", "smime-cert.pem"}) {
            Files.copy(demo.resolve("demo-keys/KG/" + name), home.resolve("demo-keys/KG/" + name));
        }

        assertThat(run("--via", "file", "--smime", "--wait", "100ms")).isEqualTo(2);

        Path file = firstFile();
        assertThat(file.toString()).endsWith(".eml");
        MimeMessage mail = new MimeMessage(null, Files.newInputStream(file));
        assertThat(mail.isMimeType("multipart/signed")).isTrue();
        assertThat(((Multipart) mail.getContent()).getBodyPart(0).isMimeType("application/json"))
                .isTrue();
    }

    @Test
    void takesTheLettersOutOfTheFolder() throws Exception {
        Files.writeString(home.resolve("drop/KG/out/0001.json"), "{\"type\":\"circular\",\"number\":\"2026/1\"}");
        assertThat(run("--via", "file", "--listen", "--wait", "100ms")).isZero();
        assertThat(printed()).contains("Circular 2026/1");
        assertThat(home.resolve("drop/KG/out")).isEmptyDirectory();
        assertThat(home.resolve("ministry/KG/0001.json")).exists();
    }

    @Test
    void sendsByMailAndReadsTheAnswerThere() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        try {
            server.setUser("mfa@kg.local", "mfa@kg.local");
            server.setUser("notifications@depository.local", "x");
            environment.put("LOCAL_SMTP_PORT", String.valueOf(server.getSmtp().getPort()));
            environment.put("LOCAL_IMAP_PORT", String.valueOf(server.getImap().getPort()));
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answerTheFirstMail(server));

            assertThat(run("--via", "mail", "--unsigned", "--wait", "20s")).isZero();

            answered.get();
            assertThat(printed()).contains("REGISTERED");
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --via file --party KZ       | No drop folder
            --via jms                   | No broker lets account kg in at localhost:1
            --via amqp                  | No broker lets account kg in at localhost:1
            --via mail                  | No mailbox of mfa@kg.local at localhost:1
            --via pigeon                | --via wants one of
            --party Kyrgyzstan          | --party wants a code of two letters
            --via jms --smime           | --smime goes with --via mail or --via file
            --via file --smime          | No certificate of KG
            --wait soon                 | --wait wants a time
            --act                       | --act wants a value
            --pary KG                   | What is --pary?
            --via file --file none.json | There is no file none.json
            """)
    void saysInOneSentenceWhatIsWrong(String arguments, String message) {
        environment.put("LOCAL_BROKER_PORT", "1");
        environment.put("LOCAL_IMAP_PORT", "1");
        assertThat(run(arguments.split(" "))).isEqualTo(1);
        assertThat(printed()).contains(message);
    }

    @Test
    void saysWhereItLookedForTheKey() throws Exception {
        Files.createDirectories(home.resolve("drop/KZ/in"));
        Files.createDirectories(home.resolve("drop/KZ/out"));
        assertThat(run("--via", "file", "--party", "KZ")).isEqualTo(1);
        assertThat(printed()).contains("No key of KZ at " + home.resolve("demo-keys/KZ/jws-private.pem"));
    }

    private int run(String... arguments) {
        PrintStream printer = new PrintStream(paper, true, StandardCharsets.UTF_8);
        return new Ministry(environment, MON_2026_01_12, printer).run(arguments);
    }

    private String printed() {
        return paper.toString(StandardCharsets.UTF_8);
    }

    private boolean verifies(String[] jws) throws Exception {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key.getPublic());
        signature.update((jws[0] + "." + jws[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(jws[2]));
    }

    private byte[] answerTheFirstFile() {
        try {
            Path file = await().atMost(Duration.ofSeconds(15)).until(this::firstFile, found -> found != null);
            byte[] notification = Files.readAllBytes(file);
            Path part = home.resolve("drop/KG/out/.answer.part");
            Files.writeString(part, acknowledgementOf(notification));
            Files.move(part, home.resolve("drop/KG/out/answer.json"));
            return notification;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Path firstFile() throws Exception {
        try (Stream<Path> files = Files.list(home.resolve("drop/KG/in"))) {
            return files.filter(file -> !file.toString().endsWith(".part"))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static void answerTheFirstMail(GreenMail server) {
        try {
            server.waitForIncomingEmail(15_000, 1);
            MimeMessage mail = server.getReceivedMessages()[0];
            MimeBodyPart attached = (MimeBodyPart) ((Multipart) mail.getContent()).getBodyPart(1);
            byte[] notification = attached.getInputStream().readAllBytes();
            Session session = Session.getInstance(
                    server.getSmtp().getServerSetup().configureJavaMailSessionProperties(null, false));
            MimeBodyPart letter = new MimeBodyPart();
            letter.setText(acknowledgementOf(notification), "UTF-8");
            letter.setFileName("acknowledgement.json");
            MimeMessage answer = new MimeMessage(session);
            answer.setRecipient(Message.RecipientType.TO, new InternetAddress("mfa@kg.local"));
            answer.setContent(new MimeMultipart(letter));
            Transport.send(answer);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String acknowledgementOf(byte[] notification) {
        return """
                {"type":"acknowledgement","id":"a","outcome":"registered","notificationSha256":"%s",
                 "effects":[{"effect":"consent-counted","party":"KG","on":"2026-01-12","article":"12",
                             "because":{"ru":"1 из 3","en":"1 of 3"}}]}
                """.formatted(Note.sha256(notification));
    }
}
