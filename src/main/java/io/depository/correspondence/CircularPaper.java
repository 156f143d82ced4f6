package io.depository.correspondence;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import io.depository.treaty.Bilingual;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A circular as a document to be filed: PDF/A-3u (ISO 19005-3) and PDF/UA-1 (ISO 14289-1), Russian and English side by
 * side, with the circular's JSON inside, byte for byte, as associated data, and the register's signed checkpoint beside it. Every kind of circular is set by the one
 * template {@code circular.xhtml}. Nothing is fetched from anywhere. Safe for concurrent use; a page takes some tenth of
 * a second.
 */
public final class CircularPaper {

    static final String CHECKPOINT = "checkpoint.txt";

    private static final int USUAL_SIZE = 1 << 17;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Templates templates = new Templates();
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private final ThreadLocal<PaperFonts> fonts = ThreadLocal.withInitial(PaperFonts::new);
    private final PaperWords words;

    /**
     * Sets circulars.
     *
     * @param institution what the depository is called
     * @param site where the depository's open interface is; null where it is told nowhere
     * @param zone the depository's
     */
    public CircularPaper(Names names, Bilingual institution, @Nullable URI site, ZoneId zone) {
        XRLog.setLoggingEnabled(false); // it tells of every step; what goes wrong is thrown
        this.words = new PaperWords(names, institution, site, zone);
    }

    /**
     * The document.
     *
     * @param circular the circular's JSON, as it is sent
     * @throws IllegalArgumentException where it is no circular
     */
    public byte[] render(byte[] circular) {
        JsonNode letter = json.readTree(circular);
        if (!"circular".equals(letter.path("type").asString(""))) {
            throw new IllegalArgumentException("Only circulars are set on paper");
        }
        String page = templates.fill("circular", words.of(letter));
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = builder(page);
            builder.usePDDocument(document);
            fonts.get().addTo(builder, document);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFWithoutClosing();
            }
            PaperAttachment.embed(document, attachments(circular, letter), words.issuedAt(letter));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Circular " + letter.path("number").asString("") + " cannot be set", e);
        }
    }

    /** The data, and what is signed of it: the note over the register's tree, which the data's proof leads to. */
    private static List<PaperAttachment.File> attachments(byte[] circular, JsonNode letter) {
        return List.of(
                new PaperAttachment.File(
                        CircularMail.FILE,
                        "application/json",
                        "The same circular as data, with the proof of its entry in the register",
                        "Data",
                        circular),
                new PaperAttachment.File(
                        CHECKPOINT,
                        "text/plain",
                        "The signed checkpoint of the register that the proof leads to (C2SP tlog-checkpoint)",
                        "Supplement",
                        letter.path("receipt").path("checkpoint").binaryValue()));
    }

    private PdfRendererBuilder builder(String page) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(page, null);
        builder.useExternalResourceAccessControl(
                (uri, type) -> uri.startsWith("data:"), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useReplacementText("\uFFFD");
        builder.usePdfAConformance(PdfAConformance.PDFA_3_U);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(colours);
        builder.withProducer("Depository");
        builder.toStream(OutputStream.nullOutputStream());
        return builder;
    }
}
