package io.depository.lawyer;

import java.util.List;

/** A file or an option that cannot be understood, with everything that is wrong with it. */
final class MistakenFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    MistakenFile(List<Mistake> mistakes) {
        super(mistakes.size() + " mistakes");
        this.mistakes = List.copyOf(mistakes);
    }

    MistakenFile(List<Mistake> mistakes, Throwable cause) {
        super(mistakes.size() + " mistakes", cause);
        this.mistakes = List.copyOf(mistakes);
    }

    MistakenFile(Mistake mistake, Throwable cause) {
        super("1 mistake", cause);
        this.mistakes = List.of(mistake);
    }

    List<Mistake> mistakes() {
        return mistakes;
    }
}
