package io.depository.register.note;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A signature line of a note; nothing of it is verified.
 *
 * @param name of the key
 * @param id of the key, four bytes
 * @param value what follows the id
 */
record Signature(String name, byte[] id, byte[] value) {

    static Optional<Signature> parse(String line) {
        String[] parts = line.startsWith(SignedNote.DASH)
                ? line.substring(SignedNote.DASH.length()).split(" ", -1)
                : new String[0];
        if (parts.length != 2 || parts[0].isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(parts[1]);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not a signature line, and so not a note: the answer says it
        }
        if (bytes.length <= 4) {
            return Optional.empty();
        }
        Signature signature =
                new Signature(parts[0], Arrays.copyOf(bytes, 4), Arrays.copyOfRange(bytes, 4, bytes.length));
        // base64 has bits that say nothing: a line that could be written otherwise is refused
        return Optional.of(signature).filter(read -> read.line().equals(line));
    }

    boolean claimsToBeBy(VerifierKey key) {
        return name.equals(key.name()) && Arrays.equals(id, key.id());
    }

    /** The line, without the line feed. */
    String line() {
        byte[] bytes = Arrays.copyOf(id, id.length + value.length);
        System.arraycopy(value, 0, bytes, id.length, value.length);
        return SignedNote.DASH + name + " " + Base64.getEncoder().encodeToString(bytes);
    }
}
