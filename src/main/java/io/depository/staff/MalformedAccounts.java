package io.depository.staff;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of accounts that cannot be used; its message names the file and what is wrong with it, and never a hash. */
public final class MalformedAccounts extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedAccounts(Path file, String fault, @Nullable Throwable cause) {
        super("The accounts of staff in " + file + ": " + fault, cause);
    }
}
