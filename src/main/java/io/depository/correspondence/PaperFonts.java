package io.depository.correspondence;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of documents, with Cyrillic (Liberation Serif, SIL Open Font License), taken apart once and embedded in each
 * document by the characters that it uses. For one thread.
 */
final class PaperFonts {

    private static final String FAMILY = "Liberation Serif";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    private final TrueTypeFont regular = parsed("Regular");
    private final TrueTypeFont bold = parsed("Bold");
    private final TrueTypeFont italic = parsed("Italic");

    void addTo(PdfRendererBuilder builder, PDDocument document) throws IOException {
        builder.useFont(embedded(document, regular), FAMILY, NORMAL, FontStyle.NORMAL, true);
        builder.useFont(embedded(document, bold), FAMILY, BOLD, FontStyle.NORMAL, true);
        builder.useFont(embedded(document, italic), FAMILY, NORMAL, FontStyle.ITALIC, true);
    }

    private static PDFontSupplier embedded(PDDocument document, TrueTypeFont font) throws IOException {
        return new PDFontSupplier(PDType0Font.load(document, font, true));
    }

    private static TrueTypeFont parsed(String style) {
        String file = "/liberation/LiberationSerif-" + style + ".ttf";
        try (InputStream in = PaperFonts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("No " + file + " on the class path");
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
