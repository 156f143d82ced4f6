package io.depository.register.note;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Opens signed notes: text, an empty line, signature lines (C2SP signed-note). */
public final class SignedNote {

    /** What every signature line begins with: an em dash and a space. */
    static final String DASH = "\u2014 ";

    private static final int MOST_SIGNATURES = 64;

    private SignedNote() {}

    /**
     * The text of the note, if that key signed it. Signatures by other keys are passed over; one that claims to be this
     * key's and is not makes the note worthless.
     */
    public static Optional<String> open(String note, VerifierKey key) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            return Optional.empty();
        }
        String text = note.substring(0, end + 1);
        String[] lines = note.substring(end + 2).split("\n");
        boolean signed = false;
        for (String line : lines) {
            Optional<Signature> signature = Signature.parse(line);
            if (signature.isEmpty() || lines.length > MOST_SIGNATURES) {
                return Optional.empty();
            }
            if (signature.get().claimsToBeBy(key)) {
                if (!key.verifies(signature.get().value(), text.getBytes(StandardCharsets.UTF_8))) {
                    return Optional.empty();
                }
                signed = true;
            }
        }
        return signed ? Optional.of(text) : Optional.empty();
    }

    private record Signature(String name, byte[] id, byte[] value) {

        static Optional<Signature> parse(String line) {
            String[] parts =
                    line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
            if (parts.length != 2 || parts[0].isEmpty()) {
                return Optional.empty();
            }
            byte[] bytes;
            try {
                bytes = Base64.getDecoder().decode(parts[1]);
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // not a signature line, and so not a note: the answer says it
            }
            return bytes.length <= 4
                    ? Optional.empty()
                    : Optional.of(new Signature(
                            parts[0], Arrays.copyOf(bytes, 4), Arrays.copyOfRange(bytes, 4, bytes.length)));
        }

        boolean claimsToBeBy(VerifierKey key) {
            return name.equals(key.name()) && Arrays.equals(id, key.id());
        }
    }
}
