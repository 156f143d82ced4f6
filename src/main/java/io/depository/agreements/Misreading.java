package io.depository.agreements;

import io.depository.treaty.Bilingual;

/**
 * Something in an agreement's file that cannot be used.
 *
 * @param file as the reader called it
 * @param line from 1
 * @param column from 1
 * @param what the place in the file, what was expected there, and what is there instead
 */
public record Misreading(String file, int line, int column, Bilingual what) {

    /** A line in Russian and one in English. */
    public Bilingual told() {
        return new Bilingual(
                file + ", строка " + line + ", столбец " + column + ": " + what.ru(),
                file + ", line " + line + ", column " + column + ": " + what.en());
    }
}
