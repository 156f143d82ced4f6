package io.depository.parties;

import java.nio.file.Path;

/** A directory file that cannot be used; its message names the file, the line and what is wrong with it. */
public final class MalformedDirectory extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedDirectory(Path file, int line, String fault, Throwable cause) {
        super("The directory " + file + (line > 0 ? ", line " + line : "") + ": " + fault, cause);
    }
}
