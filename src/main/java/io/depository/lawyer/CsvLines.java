package io.depository.lawyer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes CSV (RFC 4180), one line after another. */
final class CsvLines {

    private final CSVPrinter printer;

    CsvLines(Appendable out, char separator) {
        try {
            printer = new CSVPrinter(
                    out, CSVFormat.RFC4180.builder().setDelimiter(separator).get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line; what is null is an empty cell. */
    void line(@Nullable Object... cells) {
        line(Arrays.stream(cells)
                .map(cell -> cell == null ? "" : Objects.toString(cell))
                .toList());
    }

    void line(List<String> cells) {
        try {
            printer.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException("The output cannot be written", e);
        }
    }
}
