package io.depository.correspondence;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page as plain text, its lines no longer than a mail reader shows. */
final class PlainPage {

    private static final int WIDTH = 76;
    /** No line begins with a dash, and none ends before the number of a note, entry or circular. */
    private static final Pattern WORD_END = Pattern.compile("(?<!№)(?<!No\\.) (?![–—] )");

    private final StringBuilder text = new StringBuilder(4096);

    private PlainPage() {}

    /** What stands between the pages of two languages. */
    static String rule() {
        return "\n" + "-".repeat(WIDTH) + "\n\n";
    }

    static String of(Page page) {
        PlainPage plain = new PlainPage();
        page.blocks().forEach(plain::add);
        return plain.text.toString();
    }

    private void add(Block block) {
        if (block instanceof Block.Heading heading) {
            gap();
            append(heading.text(), "", "");
            text.append("=".repeat(Math.min(WIDTH, heading.text().length()))).append('\n');
        } else if (block instanceof Block.Paragraph paragraph) {
            gap();
            paragraph.text().lines().forEach(line -> append(line, "", line.startsWith("– ") ? "  " : ""));
        } else if (block instanceof Block.Item item) {
            addItem(item);
        } else if (block instanceof Block.Field field) {
            append(field.label() + ": " + field.value(), "", "  ");
        } else if (block instanceof Block.Quotation quotation) {
            quotation.text().lines().forEach(line -> append(line, "> ", "> "));
        } else if (block instanceof Block.Table table) {
            addTable(table);
        } else {
            gap();
        }
    }

    private void addItem(Block.Item item) {
        String[] lines = item.text().split("\n", -1);
        String indent = " ".repeat(item.mark().length());
        for (int i = 0; i < lines.length; i++) {
            append(lines[i], i == 0 ? item.mark() : indent, indent);
        }
    }

    private void addTable(Block.Table table) {
        gap();
        append(table.title() + ":", "", "");
        for (List<String> row : table.rows()) {
            String cells = row.stream().skip(1).filter(cell -> !cell.isEmpty()).collect(Collectors.joining("; "));
            append(row.get(0) + ": " + cells, "– ", "  ");
        }
        gap();
        table.notes().forEach(note -> append(note, "", "  "));
    }

    private void gap() {
        if (!text.isEmpty()) {
            text.append('\n');
        }
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
}
