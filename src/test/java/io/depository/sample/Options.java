package io.depository.sample;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was asked for on the command line. */
record Options(Map<String, String> given, LocalDateTime startedAt) {

    static final List<String> ACTS = List.of(
            "completion-of-procedures",
            "accession",
            "authorized-bodies",
            "declaration",
            "reservation",
            "objection",
            "withdrawal",
            "revocation",
            "succession");
    static final List<String> CHANNELS = List.of("jms", "amqp", "file", "mail");

    static final String USAGE = """
            A ministry: signs a notification, sends it and prints what the depository answers.

              --party KG          who sends (ISO 3166-1 alpha-2; default KG)
              --via jms           jms, amqp, file or mail (default jms)
              --act ACT           default completion-of-procedures; --list names them all
              --reference TEXT    the note's number, never used before (default: party and time)
              --agreement ID      default cis-heavy-engineering-2025
              --refers-to REF     the note that a revocation or an objection is about
              --effective-on DAY  with a withdrawal: a later day than the notice period gives
              --changed-on DAY    with authorized-bodies: when the list changed
              --statement TEXT    a free text
              --file my.json      send this JSON instead; a file that is no JSON (a JWS) goes out as it is
              --save my.jws       keep what was sent, to send it again with --file
              --unsigned          send the bare JSON
              --smime             by mail or file: a mail that S/MIME signs, instead of a JWS
              --listen            send nothing, only print letters
              --wait 30s          how long to wait for letters (default 30s)
              --list              the acts and channels
            """;

    private static final Set<String> WITH_VALUE = Set.of(
            "party",
            "via",
            "act",
            "reference",
            "agreement",
            "refers-to",
            "effective-on",
            "changed-on",
            "statement",
            "file",
            "save",
            "wait");
    private static final Set<String> ALONE = Set.of("unsigned", "smime", "listen", "list", "help");

    /** Reads the command line. Throws with a sentence for the user where it makes no sense. */
    static Options parse(String[] arguments, LocalDateTime startedAt) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
            if (ALONE.contains(name)) {
                given.put(name, "");
            } else if (WITH_VALUE.contains(name) && i + 1 < arguments.length) {
                given.put(name, arguments[++i]);
            } else if (WITH_VALUE.contains(name)) {
                throw new IllegalArgumentException("--" + name + " wants a value.");
            } else {
                throw new IllegalArgumentException("What is " + arguments[i] + "? See --help.");
            }
        }
        Options options = new Options(Map.copyOf(given), startedAt);
        if (!options.party().matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("--party wants a code of two letters, not " + options.party() + ".");
        }
        if (!CHANNELS.contains(options.via())) {
            throw new IllegalArgumentException("--via wants one of " + CHANNELS + ", not " + options.via() + ".");
        }
        if (options.isSmime() && !List.of("mail", "file").contains(options.via())) {
            throw new IllegalArgumentException("--smime goes with --via mail or --via file.");
        }
        options.patience();
        return options;
    }

    String party() {
        return given.getOrDefault("party", "KG").toUpperCase(Locale.ROOT);
    }

    String via() {
        return given.getOrDefault("via", "jms");
    }

    String act() {
        return given.getOrDefault("act", "completion-of-procedures");
    }

    String reference() {
        return given.getOrDefault(
                "reference", party() + "-" + startedAt.format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")));
    }

    String agreement() {
        return given.getOrDefault("agreement", "cis-heavy-engineering-2025");
    }

    Optional<String> refersTo() {
        return Optional.ofNullable(given.get("refers-to"));
    }

    Optional<String> effectiveOn() {
        return Optional.ofNullable(given.get("effective-on"));
    }

    Optional<String> changedOn() {
        return Optional.ofNullable(given.get("changed-on"));
    }

    Optional<String> statement() {
        return Optional.ofNullable(given.get("statement"));
    }

    Optional<Path> file() {
        return Optional.ofNullable(given.get("file")).map(Path::of);
    }

    Optional<Path> save() {
        return Optional.ofNullable(given.get("save")).map(Path::of);
    }

    boolean isUnsigned() {
        return given.containsKey("unsigned");
    }

    boolean isSmime() {
        return given.containsKey("smime");
    }

    boolean onlyListens() {
        return given.containsKey("listen");
    }

    boolean wantsList() {
        return given.containsKey("list");
    }

    boolean wantsHelp() {
        return given.containsKey("help");
    }

    /** For how long to wait: {@code 30s}, {@code 2m}, {@code 500ms}. */
    Duration patience() {
        String text = given.getOrDefault("wait", "30s").toLowerCase(Locale.ROOT);
        try {
            return text.endsWith("ms")
                    ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                    : Duration.parse("PT" + text);
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new IllegalArgumentException("--wait wants a time like 30s or 2m, not " + text + ".", e);
        }
    }
}
