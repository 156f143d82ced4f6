package io.depository.sample;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The command: {@code mvn -q exec:java@ministry -Dexec.args="--party KG --via jms"}. Where the depository is, the same
 * environment variables say that the depository itself reads.
 */
public final class Ministry {

    private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
    private static final Duration QUIET = Duration.ofSeconds(3);

    private final Map<String, String> environment;
    private final Clock clock;
    private final PrintStream paper;

    Ministry(Map<String, String> environment, Clock clock, PrintStream paper) {
        this.environment = environment;
        this.clock = clock;
        this.paper = paper;
    }

    public static void main(String[] arguments) {
        PrintStream paper = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // The clients leave threads behind that would hold the process for a while.
        System.exit(new Ministry(System.getenv(), Clock.system(MINSK), paper).run(arguments));
    }

    /** Does what is asked; returns 0, or 1 with a sentence on what is wrong, or 2 where no answer came in time. */
    int run(String... arguments) {
        try {
            Options options = Options.parse(arguments, LocalDateTime.now(clock));
            if (options.wantsHelp()) {
                paper.print(Options.USAGE);
                return 0;
            }
            if (options.wantsList()) {
                paper.println("acts:     " + String.join(", ", Options.ACTS));
                paper.println("channels: " + String.join(", ", Options.CHANNELS));
                return 0;
            }
            return exchange(options);
        } catch (IllegalArgumentException | IOException e) {
            paper.println(e.getMessage());
            return 1;
        }
    }

    private int exchange(Options options) throws IOException {
        try (Post post = open(options)) {
            if (options.onlyListens()) {
                listen(post, options.patience(), "");
                return 0;
            }
            byte[] notification = write(options);
            if (options.save().isPresent()) {
                Files.write(options.save().get(), notification);
            }
            String sha256 = Note.sha256(notification);
            String fileName =
                    options.reference().replaceAll("[^A-Za-z0-9-]", "_") + (isJson(notification) ? ".json" : ".jws");
            paper.println("Sent " + send(post, notification, fileName, options) + ", SHA-256 " + sha256);
            paper.println();
            if (listen(post, options.patience(), sha256)) {
                return 0;
            }
            paper.println("No acknowledgement within " + options.patience().toSeconds()
                    + " s. It will come: listen again with --listen, or wait longer with --wait 2m.");
            return 2;
        }
    }

    private String send(Post post, byte[] notification, String fileName, Options options) throws IOException {
        if (!options.isSmime()) {
            return post.send(notification, fileName);
        }
        byte[] mail = SmimeSigning.withDemoKey(home(), options.party()).sign(notification, fileName);
        return post.sendMail(mail, fileName.substring(0, fileName.lastIndexOf('.')) + ".eml");
    }

    private Post open(Options options) throws IOException {
        int brokerPort = port("LOCAL_BROKER_PORT", 61616);
        return switch (options.via()) {
            case "amqp" -> JmsPost.overAmqp(options.party(), brokerPort);
            case "file" -> new FilePost(options.party(), home());
            case "mail" -> new MailPost(options.party(), port("LOCAL_SMTP_PORT", 3025), port("LOCAL_IMAP_PORT", 3143));
            default -> JmsPost.overCore(options.party(), brokerPort);
        };
    }

    private byte[] write(Options options) throws IOException {
        byte[] notification = options.file().isPresent()
                ? read(options.file().get())
                : Note.of(options, LocalDate.now(clock)).toJson();
        boolean sign = !options.isUnsigned() && !options.isSmime() && isJson(notification);
        return sign ? Signing.withDemoKey(home(), options.party()).sign(notification) : notification;
    }

    private static byte[] read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("There is no file " + file + " to send.");
        }
        return Files.readAllBytes(file);
    }

    private static boolean isJson(byte[] notification) {
        return new String(notification, StandardCharsets.UTF_8).stripLeading().startsWith("{");
    }

    /** Prints letters until the answer is there and all is quiet, or the time is up; says whether the answer came. */
    private boolean listen(Post post, Duration patience, String sha256) throws IOException {
        Reader reader = new Reader(paper);
        boolean answered = false;
        long until = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos(); left > 0; left = until - System.nanoTime()) {
            Duration most = Duration.ofNanos(left);
            List<String> letters = post.receive(answered && QUIET.compareTo(most) < 0 ? QUIET : most);
            for (String letter : letters) {
                answered |= reader.read(letter, sha256);
            }
            if (answered && letters.isEmpty()) {
                return true;
            }
        }
        return answered;
    }

    private Path home() {
        return Path.of(environment.getOrDefault("DEPOSITORY_HOME", "./data"));
    }

    private int port(String variable, int otherwise) {
        String value = environment.getOrDefault(variable, String.valueOf(otherwise));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(variable + " wants a port, not " + value + ".", e);
        }
    }
}
