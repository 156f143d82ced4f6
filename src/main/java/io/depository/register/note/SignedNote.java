package io.depository.register.note;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens signed notes: text, an empty line, signature lines (C2SP signed-note). */
public final class SignedNote {

    /** What every signature line begins with: an em dash and a space. */
    static final String DASH = "\u2014 ";

    private static final int MOST_SIGNATURES = 64;

    private SignedNote() {}

    /** A note taken apart; nothing of it is verified. */
    record Parsed(String text, List<Signature> signatures) {}

    static Optional<Parsed> parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            return Optional.empty();
        }
        String[] lines = note.substring(end + 2).split("\n");
        List<Signature> signatures =
                Stream.of(lines).map(Signature::parse).flatMap(Optional::stream).toList();
        return signatures.size() == lines.length && lines.length <= MOST_SIGNATURES
                ? Optional.of(new Parsed(note.substring(0, end + 1), signatures))
                : Optional.empty();
    }

    /**
     * The text of the note, if that key signed it. Signatures by other keys are passed over; one that claims to be this
     * key's and is not makes the note worthless.
     */
    public static Optional<String> open(String note, VerifierKey key) {
        return parse(note)
                .filter(parsed -> {
                    byte[] text = parsed.text().getBytes(StandardCharsets.UTF_8);
                    List<Signature> claimed = parsed.signatures().stream()
                            .filter(signature -> signature.claimsToBeBy(key))
                            .toList();
                    return !claimed.isEmpty()
                            && claimed.stream().allMatch(signature -> key.verifies(signature.value(), text));
                })
                .map(Parsed::text);
    }
}
