package io.depository.agreements;

import io.depository.treaty.Bilingual;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Agreement files cannot be used. The message says all that is wrong, in Russian and in English, each with file, line, column
 * and what was expected there.
 */
public final class UnreadableAgreement extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Misreading> misreadings;

    /** A mistake that is not in one place of one file. */
    UnreadableAgreement(Bilingual what) {
        super(what.ru() + System.lineSeparator() + what.en());
        this.misreadings = List.of();
    }

    UnreadableAgreement(List<Misreading> misreadings, @Nullable Throwable cause) {
        super(
                misreadings.stream()
                        .map(Misreading::told)
                        .map(told -> told.ru() + System.lineSeparator() + told.en())
                        .collect(Collectors.joining(System.lineSeparator())),
                cause);
        this.misreadings = List.copyOf(misreadings);
    }

    /** All that is wrong with a file, in the order of its lines; empty where it is not about one file. */
    public List<Misreading> misreadings() {
        return misreadings;
    }
}
