package io.depository.lawyer;

import io.depository.treaty.Bilingual;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file (RFC 4180) in UTF-8, with or without a byte order mark, as its lines. The separator is what stands more often in
 * the header: a semicolon or a comma.
 *
 * @param separator the separator of the file
 * @param lines the header, then what is not empty
 * @param mistakes what cannot be read as CSV; the lines then end before it
 */
record CsvText(char separator, List<Line> lines, List<Mistake> mistakes) {

    /**
     * A line that is not empty.
     *
     * @param number the number of the line on which it begins, from 1
     * @param cells without white space around them
     */
    record Line(int number, List<String> cells) {}

    static CsvText read(String file, byte[] content) {
        List<Mistake> mistakes = new ArrayList<>();
        String text = decoded(file, content, mistakes);
        char separator = separatorOf(text);
        List<Line> lines = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
        int begins = 1;
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get()) {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                CSVRecord record = records.next();
                List<String> cells = new ArrayList<>(record.size());
                record.forEach(cell -> cells.add(cell.strip()));
                if (!cells.stream().allMatch(String::isEmpty)) {
                    lines.add(new Line(begins, List.copyOf(cells)));
                }
                begins = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException | IOException e) {
            mistakes.add(new Mistake(
                    file,
                    begins,
                    0,
                    null,
                    new Bilingual(
                            "кавычки не по RFC 4180: значение в кавычках должно закрываться кавычкой, а кавычка внутри него —"
                                    + " удваиваться",
                            "quotes are not as RFC 4180 has them: a value in quotes ends with a quote, and a quote within"
                                    + " it is doubled")));
        }
        return new CsvText(separator, lines, mistakes);
    }

    private static String decoded(String file, byte[] content, List<Mistake> mistakes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(content.length + 1);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CoderResult result = decoder.decode(bytes, text, true);
        String read = text.flip().toString();
        if (result.isError()) {
            int line = 1 + (int) read.chars().filter(c -> c == '\n').count();
            mistakes.add(new Mistake(
                    file,
                    line,
                    0,
                    null,
                    new Bilingual(
                            "ожидается UTF-8; сохраните файл как «CSV UTF-8»",
                            "UTF-8 was expected; please save the file as \"CSV UTF-8\"")));
        }
        return read.startsWith("\uFEFF") ? read.substring(1) : read;
    }

    private static char separatorOf(String text) {
        long semicolons = 0;
        long commas = 0;
        for (int i = 0; i < text.length() && text.charAt(i) != '\n'; i++) {
            semicolons += text.charAt(i) == ';' ? 1 : 0;
            commas += text.charAt(i) == ',' ? 1 : 0;
        }
        return semicolons > commas ? ';' : ',';
    }
}
