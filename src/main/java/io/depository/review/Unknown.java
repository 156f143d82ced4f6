package io.depository.review;

import io.depository.treaty.Bilingual;

/** There is nothing of that name or number. */
public class Unknown extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Bilingual explanation;

    public Unknown(Bilingual explanation) {
        super(explanation.en());
        this.explanation = explanation;
    }

    public Bilingual explanation() {
        return explanation;
    }
}
