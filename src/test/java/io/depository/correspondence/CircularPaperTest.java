package io.depository.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depository.treaty.Bilingual;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document as an independent reading of it has it. To look at them: {@code -Dletters.show=<folder>}. */
class CircularPaperTest {

    private static final CircularPaper PAPER = paper(Letters.NAMES);

    private static CircularPaper paper(Names names) {
        return new CircularPaper(
                names,
                new Bilingual(
                        "Исполнительный комитет Содружества Независимых Государств",
                        "Executive Committee of the Commonwealth of Independent States"),
                URI.create("https://depository.example"),
                Letters.MINSK);
    }

    /** One with every part that a document can have, and one with a correction. */
    private static final Set<String> LOOKED_AT = Set.of("seed-entered-into-force", "seed-correction");

    static Stream<String> circulars() {
        return Letters.circulars().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("circulars")
    void setsEveryCircularAsApproved(String name) throws IOException {
        byte[] letter = Letters.written(Letters.circulars().get(name));
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
            assertHasInside(document, letter);
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

    private static void assertHasInside(PDDocument document, byte[] letter) throws IOException {
        Map<String, PDComplexFileSpecification> files =
                document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
        assertThat(files).containsOnlyKeys("circular.json", "checkpoint.txt");
        COSArray associated = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
        assertThat(StreamSupport.stream(associated.spliterator(), false)
                        .map(file ->
                                ((COSDictionary) ((COSObject) file).getObject()).getNameAsString("AFRelationship")))
                .containsExactly("Data", "Supplement");
        PDEmbeddedFile data = files.get("circular.json").getEmbeddedFile();
        assertThat(data.getSubtype()).isEqualTo("application/json");
        assertThat(data.toByteArray()).isEqualTo(letter);
        assertThat(new String(files.get("checkpoint.txt").getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8))
                .isEqualTo(Letters.receipt(21).checkpoint());
    }

    static Stream<Arguments> ofTreaties() {
        return Stream.concat(
                TreatyLetters.ofTheSeed().entrySet().stream()
                        .map(letter -> Arguments.of(
                                "seed-" + letter.getKey(), letter.getValue(), TreatyLetters.namesOfTheSeed())),
                TreatyLetters.ofManyStates().entrySet().stream()
                        .map(letter -> Arguments.of(
                                "many-" + letter.getKey(), letter.getValue(), TreatyLetters.namesOfManyStates())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofTreaties")
    void setsWhatTheLawMakesOfActs(String name, byte[] letter, Names names) throws IOException {
        byte[] paper = paper(names).render(letter);
        show(name, paper);
        JsonNode table = JsonMapper.shared().readTree(letter).path("standing");
        try (PDDocument document = Loader.loadPDF(paper)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(table.path("states"))
                    .isNotEmpty()
                    .allSatisfy(state -> assertThat(text)
                            .contains(
                                    state.path("name").path("ru").asString(),
                                    state.path("name").path("en").asString()));
            assertThat(text).doesNotContain("\uFFFD");
            assertThat(text.contains("Certifying statement for registration"))
                    .isEqualTo(name.endsWith("entered-into-force"));
            assertIsToBeFiled(document);
            if (LOOKED_AT.contains(name)) {
                PaperLook.holds("look-" + name, document);
            }
        }
    }

    /** A page that lost its table, or whose columns changed places, must not pass for the approved one. */
    @Test
    void seesThatAPageLooksDifferent() throws IOException {
        BufferedImage approved =
                ImageIO.read(Path.of("src/test/resources/approved/correspondence/look-seed-entered-into-force-2.png")
                        .toFile());
        BufferedImage other =
                ImageIO.read(Path.of("src/test/resources/approved/correspondence/look-seed-entered-into-force-3.png")
                        .toFile());
        assertThat(PaperLook.differing(approved, approved, "same.png")).isZero();
        assertThat(PaperLook.differing(approved, other, "other.png")).isGreaterThan(0.05);
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
