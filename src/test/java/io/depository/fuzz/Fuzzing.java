package io.depository.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts Jazzer on one target in a process of its own, with half a gigabyte of heap and ten seconds an input at most, and
 * with the good and bad examples of the tests to begin with: {@code mvn -q test-compile exec:exec@fuzz -Dfuzz=mime}. What
 * it learns stays in {@code target/fuzz/<target>} for the next time; a finding lies there as {@code crash-…}, and the
 * process ends with another status than 0.
 */
public final class Fuzzing {

    private static final Map<String, Class<?>> TARGETS = Map.of(
            "recognition", RecognitionFuzz.class,
            "mime", MimeFuzz.class,
            "json", JsonFuzz.class,
            "jws", JwsFuzz.class,
            "agreement", AgreementFuzz.class);

    private Fuzzing() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String name = arguments.length == 0 ? "" : arguments[0];
        Class<?> target = TARGETS.get(name);
        if (target == null) {
            System.err.println("Say -Dfuzz= one of " + new ArrayList<>(TARGETS.keySet()));
            System.exit(2);
            return;
        }
        Path folder = Path.of("target", "fuzz", name).toAbsolutePath();
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        int number = 0;
        for (byte[] seed : seeds(name)) {
            Files.write(corpus.resolve("seed-" + number++), seed);
        }
        System.exit(run(target, folder, corpus, arguments[1]));
    }

    private static int run(Class<?> target, Path folder, Path corpus, String seconds)
            throws IOException, InterruptedException {
        ProcessBuilder jazzer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+EnableDynamicAgentLoading",
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.getName(),
                        "--instrumentation_includes=io.depository.**:org.apache.james.mime4j.**",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-max_total_time=" + seconds,
                        "-timeout=10",
                        "-max_len=65536",
                        "-rss_limit_mb=2048",
                        "-print_final_stats=1",
                        corpus.toString())
                .directory(folder.toFile())
                .inheritIO();
        jazzer.environment().put("CLASSPATH", absolute(System.getProperty("java.class.path")));
        return jazzer.start().waitFor();
    }

    private static String absolute(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<byte[]> seeds(String name) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        switch (name) {
            case "agreement" -> {
                seeds.addAll(files(Path.of("src/main/resources/agreements"), ".yaml"));
                seeds.addAll(files(Path.of("src/test/resources/recorded/agreements"), ".yaml"));
            }
            case "jws" -> seeds.addAll(insides());
            default -> {
                seeds.addAll(files(Path.of("docs/examples"), ".json"));
                seeds.addAll(files(Path.of("../shared/corpora/json"), ".json"));
                seeds.add(Fuzzed.SIGNED);
                seeds.add(Fuzzed.jws());
            }
        }
        if (name.equals("mime") || name.equals("recognition")) {
            seeds.addAll(files(Path.of("../shared/corpora/mail"), ".msg"));
            seeds.addAll(mails());
        }
        return seeds;
    }

    /** As {@link JwsFuzz} takes them apart. */
    private static List<byte[]> insides() {
        String[] good = new String(Fuzzed.jws(), StandardCharsets.US_ASCII).split("\\.");
        ByteArrayOutputStream inside = new ByteArrayOutputStream();
        for (int i = 0; i < good.length; i++) {
            inside.writeBytes(Base64.getUrlDecoder().decode(good[i]));
            if (i < good.length - 1) {
                inside.write(0);
            }
        }
        byte[] crit = "{\"alg\":\"EdDSA\",\"kid\":\"fuzzed\",\"crit\":[\"b64\"],\"b64\":false}\0{}\0x"
                .getBytes(StandardCharsets.US_ASCII);
        return List.of(inside.toByteArray(), crit);
    }

    private static List<byte[]> mails() {
        String part =
                "--b\r\nContent-Type: application/jose\r\nContent-Disposition: attachment; filename=\"n.jws\"\r\n";
        String header = "From: mfa@kg.local\r\nSubject: =?utf-8?b?0L0=?=\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
        String jws = new String(Fuzzed.jws(), StandardCharsets.US_ASCII);
        String base64 = Base64.getMimeEncoder().encodeToString(Fuzzed.jws());
        return Stream.of(
                        header + part + "\r\n" + jws + "\r\n--b--\r\n",
                        header + part + "Content-Transfer-Encoding: base64\r\n\r\n" + base64 + "\r\n--b--\r\n",
                        header.replace("mixed", "signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256")
                                + part
                                + "\r\n" + jws
                                + "\r\n--b\r\nContent-Type: application/pkcs7-signature\r\n"
                                + "Content-Transfer-Encoding: base64\r\n\r\nMIIBAA==\r\n--b--\r\n",
                        "Content-Type: application/jose\r\n\r\n" + jws)
                .map(mail -> mail.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static List<byte[]> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<byte[]> contents = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(ending))
                    .sorted()
                    .toList()) {
                contents.add(Files.readAllBytes(file));
            }
        }
        return contents;
    }
}
