package io.depository.correspondence;

import io.depository.treaty.Bilingual;

/** The text of a circular. */
final class CircularText {

    private CircularText() {}

    static Bilingual of(Circular circular, Names names) {
        return names.agreementTitle(circular.agreement());
    }
}
