package io.depository.treaty;

import java.util.Optional;
import java.util.regex.Pattern;

/** A state, by its ISO 3166-1 alpha-2 code in upper case ({@code KG}). Refuses anything else. */
public record PartyCode(String value) implements Comparable<PartyCode> {

    private static final Pattern ALPHA_2 = Pattern.compile("[A-Z]{2}");

    public PartyCode {
        if (!ALPHA_2.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an ISO 3166-1 alpha-2 code: " + value);
        }
    }

    /** The code written in the text, or empty when the text is no code. */
    public static Optional<PartyCode> find(String text) {
        return ALPHA_2.matcher(text).matches() ? Optional.of(new PartyCode(text)) : Optional.empty();
    }

    @Override
    public int compareTo(PartyCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
