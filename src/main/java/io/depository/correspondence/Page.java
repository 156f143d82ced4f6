package io.depository.correspondence;

import io.depository.correspondence.Block.Field;
import io.depository.correspondence.Block.Gap;
import io.depository.correspondence.Block.Heading;
import io.depository.correspondence.Block.Item;
import io.depository.correspondence.Block.Paragraph;
import io.depository.correspondence.Block.Quotation;
import io.depository.correspondence.Block.Table;
import java.util.ArrayList;
import java.util.List;

/** A page of a letter under construction: what it says, piece by piece, however it is shown. */
final class Page {

    private final List<Block> blocks = new ArrayList<>();

    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    Page heading(String line) {
        return add(new Heading(line));
    }

    /** A paragraph, or several with line feeds between them. */
    Page paragraph(String paragraph) {
        return add(new Paragraph(paragraph));
    }

    Page item(String mark, String item) {
        return add(new Item(mark, item));
    }

    Page field(String label, String value) {
        return add(new Field(label, value));
    }

    /** Somebody else's words, marked as such. */
    Page quotation(String words) {
        return add(new Quotation(words));
    }

    Page table(Table table) {
        return add(table);
    }

    /** An empty line, unless the page is still empty. */
    Page gap() {
        return add(new Gap());
    }

    private Page add(Block block) {
        blocks.add(block);
        return this;
    }
}
