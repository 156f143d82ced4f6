package io.depository.correspondence;

import java.util.List;

/** A piece of a page. Its {@code kind} is what the templates know it by. */
sealed interface Block {

    String kind();

    record Heading(String text) implements Block {
        @Override
        public String kind() {
            return "heading";
        }
    }

    /** One paragraph, or several with line feeds between them; a line that begins with a dash is an item of a list. */
    record Paragraph(String text) implements Block {
        @Override
        public String kind() {
            return "paragraph";
        }

        /** Line by line, without empty ones, each with {@code item} or {@code line}. */
        public List<PaperWords.Line> lines() {
            return text.lines()
                    .filter(line -> !line.isBlank())
                    .map(PaperWords.Line::of)
                    .toList();
        }
    }

    record Item(String mark, String text) implements Block {
        @Override
        public String kind() {
            return "item";
        }
    }

    record Field(String label, String value) implements Block {
        @Override
        public String kind() {
            return "field";
        }
    }

    /** Somebody else's words. */
    record Quotation(String text) implements Block {
        @Override
        public String kind() {
            return "quotation";
        }
    }

    /** A table whose first column names each row; in plain text a list. Cells may be empty. */
    record Table(String title, List<List<String>> rows, List<String> notes) implements Block {
        @Override
        public String kind() {
            return "table";
        }
    }

    /** An empty line in plain text. */
    record Gap() implements Block {
        @Override
        public String kind() {
            return "gap";
        }
    }
}
