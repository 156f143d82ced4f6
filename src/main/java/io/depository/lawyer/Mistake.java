package io.depository.lawyer;

import io.depository.treaty.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Something in a file or an option that cannot be understood.
 *
 * @param file the file, or the option, as the user called it
 * @param line its line in the file, from 1; 0 where the whole file is meant
 * @param column the position of its column, from 1; 0 where the whole line is meant
 * @param columnName the column's name; null where it has none
 * @param what what was expected and what is there
 */
record Mistake(String file, int line, int column, @Nullable String columnName, Bilingual what) {

    /** A mistake of a whole file or of an option. */
    static Mistake in(String file, Bilingual what) {
        return new Mistake(file, 0, 0, null, what);
    }

    /** Two lines, in Russian and in English. */
    Bilingual told() {
        String named = columnName == null ? "" : " (" + columnName + ")";
        String ru = (line > 0 ? ", строка " + line : "") + (column > 0 ? ", столбец " + column + named : "");
        String en = (line > 0 ? ", line " + line : "") + (column > 0 ? ", column " + column + named : "");
        return new Bilingual(file + ru + ": " + what.ru(), file + en + ": " + what.en());
    }
}
