package io.depository.correspondence;

import java.util.regex.Pattern;

/** A page of plain text under construction, its lines no longer than a mail reader shows. */
final class Page {

    private static final int WIDTH = 76;
    /** No line begins with a dash, and none ends before the number of a note, entry or circular. */
    private static final Pattern WORD_END = Pattern.compile("(?<!№)(?<!No\\.) (?![–—] )");

    private final StringBuilder text = new StringBuilder(4096);

    Page heading(String line) {
        gap();
        append(line, "", "");
        text.append("=".repeat(Math.min(WIDTH, line.length()))).append('\n');
        return this;
    }

    /** A paragraph, or several with line feeds between them. */
    Page paragraph(String paragraph) {
        gap();
        paragraph.lines().forEach(line -> append(line, "", line.startsWith("– ") ? "  " : ""));
        return this;
    }

    Page item(String mark, String item) {
        String[] lines = item.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            append(lines[i], i == 0 ? mark : " ".repeat(mark.length()), " ".repeat(mark.length()));
        }
        return this;
    }

    Page field(String label, String value) {
        append(label + ": " + value, "", "  ");
        return this;
    }

    /** Somebody else's words, marked as such on each line. */
    Page quotation(String words) {
        words.lines().forEach(line -> append(line, "> ", "> "));
        return this;
    }

    Page rule() {
        gap();
        text.append("-".repeat(WIDTH)).append('\n');
        return this;
    }

    /** An empty line, unless the page is still empty. */
    Page gap() {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        return this;
    }

    private void append(String line, String first, String next) {
        StringBuilder current = new StringBuilder(first);
        int words = 0;
        for (String word : WORD_END.split(line)) {
            if (words > 0 && current.length() + 1 + word.length() > WIDTH) {
                text.append(current).append('\n');
                current.setLength(0);
                current.append(next);
                words = 0;
            }
            current.append(words > 0 ? " " : "").append(word);
            words++;
        }
        text.append(current.toString().stripTrailing()).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
