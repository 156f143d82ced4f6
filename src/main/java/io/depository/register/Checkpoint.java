package io.depository.register;

import io.depository.register.tree.Hashing;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a checkpoint says (C2SP tlog-checkpoint): the log had that root at that size.
 *
 * @param origin whose log it is
 * @param size number of entries
 * @param root the root of their tree
 */
public record Checkpoint(String origin, long size, byte[] root) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

    /** The text of the note: origin, size and root, each on its line. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /** Reads the text of a note whose signature was verified; empty when it is no checkpoint. */
    public static Optional<Checkpoint> parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || lines[0].isEmpty() || !SIZE.matcher(lines[1]).matches()) {
            return Optional.empty();
        }
        byte[] root;
        try {
            root = Base64.getDecoder().decode(lines[2]);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no base64, so no checkpoint: the answer says it
        }
        return root.length == Hashing.LENGTH
                        && Base64.getEncoder().encodeToString(root).equals(lines[2])
                ? Optional.of(new Checkpoint(lines[0], Long.parseLong(lines[1]), root))
                : Optional.empty();
    }

    /** Whether it speaks of the same tree. */
    public boolean agreesWith(long otherSize, byte[] otherRoot) {
        return size == otherSize && Arrays.equals(root, otherRoot);
    }
}
