package io.depository.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depository.treaty.Bilingual;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document as an independent reading of it has it. To look at them: {@code -Dletters.show=<folder>}. */
class CircularPaperTest {

    private static final CircularPaper PAPER = new CircularPaper(
            Letters.NAMES,
            new Bilingual(
                    "Исполнительный комитет Содружества Независимых Государств",
                    "Executive Committee of the Commonwealth of Independent States"),
            URI.create("https://depository.example"),
            Letters.MINSK);

    static Stream<String> circulars() {
        return Letters.circulars().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("circulars")
    void setsEveryCircularAsApproved(String name) throws IOException {
        byte[] letter = new LetterWriter().write(Letters.circulars().get(name), Letters.NAMES);
        byte[] paper = PAPER.render(letter);
        show(name, paper);
        try (PDDocument document = Loader.loadPDF(paper)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Циркулярная нота № 2026/17", "Circular note No. 2026/17")
                    .contains("24 ноября 2026 года", "24 November 2026")
                    .contains("Душанбе, 5 июня 2025 года", "Dushanbe, 5 June 2025")
                    .doesNotContain("\uFFFD");
            Approved.holds("paper-" + name + ".txt", text);
            assertThat(attachment(document)).isEqualTo(letter);
            assertIsToBeFiled(document);
        }
    }

    private static void assertIsToBeFiled(PDDocument document) throws IOException {
        var catalog = document.getDocumentCatalog();
        String identification =
                new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8).replaceAll("\\s+", "");
        assertThat(identification)
                .containsPattern("pdfaid:part(>|=\")3")
                .containsPattern("pdfaid:conformance(>|=\")U")
                .containsPattern("pdfuaid:part(>|=\")1");
        assertThat(catalog.getMarkInfo().isMarked()).isTrue();
        assertThat(catalog.getStructureTreeRoot()).isNotNull();
        assertThat(catalog.getLanguage()).isEqualTo("ru");
        assertThat(catalog.getOutputIntents()).hasSize(1);
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                assertThat(font.getName()).contains("LiberationSerif");
            }
        }
    }

    private static byte[] attachment(PDDocument document) throws IOException {
        Map<String, PDComplexFileSpecification> files =
                document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
        assertThat(files).containsOnlyKeys("circular.json");
        PDComplexFileSpecification file = files.get("circular.json");
        COSArray associated = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
        assertThat(StreamSupport.stream(associated.spliterator(), false)).hasSize(1);
        COSDictionary first = (COSDictionary) associated.getObject(0);
        assertThat(first.getNameAsString("AFRelationship")).isEqualTo("Data");
        assertThat(file.getEmbeddedFile().getSubtype()).isEqualTo("application/json");
        return file.getEmbeddedFile().toByteArray();
    }

    @Test
    void setsCircularsOnly() {
        byte[] answer = new LetterWriter().write(Letters.acknowledgements().get("under-review"));
        assertThatThrownBy(() -> PAPER.render(answer)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void show(String name, byte[] paper) throws IOException {
        String folder = System.getProperty("letters.show");
        if (folder != null) {
            Files.write(Files.createDirectories(Path.of(folder)).resolve(name + ".pdf"), paper);
        }
    }
}
