package io.depository.reading;

import java.math.BigDecimal;
import tools.jackson.databind.node.DecimalNode;

/**
 * A number in a tree that is never worked out: to the schema it is some number, and two of them are equal when they are
 * written alike. So {@code 1e999999999} costs what its eleven characters cost.
 */
final class WrittenNumber extends DecimalNode {

    private static final long serialVersionUID = 1L;

    private final String text;

    WrittenNumber(String text) {
        super(BigDecimal.ZERO);
        this.text = text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WrittenNumber number && number.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
