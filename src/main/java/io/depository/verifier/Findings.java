package io.depository.verifier;

import io.depository.treaty.Bilingual;
import java.util.ArrayList;
import java.util.List;

/** What came of checking one file: what is proven, what is not, and what is false. */
final class Findings {

    private final List<Finding> list = new ArrayList<>();

    /** How much can be relied on what is said. */
    enum Standing {
        PROVEN(new Bilingual("доказано", "proven")),
        UNPROVEN(new Bilingual("не доказано", "not proven")),
        FALSE(new Bilingual("ЛОЖНО", "FALSE"));

        private final Bilingual word;

        Standing(Bilingual word) {
            this.word = word;
        }

        Bilingual word() {
            return word;
        }
    }

    /** One sentence, and its standing. */
    record Finding(Standing standing, Bilingual sentence) {}

    void proven(String ru, String en) {
        add(Standing.PROVEN, new Bilingual(ru, en));
    }

    void unproven(String ru, String en) {
        add(Standing.UNPROVEN, new Bilingual(ru, en));
    }

    void isFalse(String ru, String en) {
        add(Standing.FALSE, new Bilingual(ru, en));
    }

    void add(Standing standing, Bilingual sentence) {
        list.add(new Finding(standing, sentence));
    }

    List<Finding> list() {
        return List.copyOf(list);
    }

    boolean sound() {
        return list.stream().noneMatch(finding -> finding.standing() == Standing.FALSE);
    }
}
