package io.depository.verifier;

import io.depository.treaty.Bilingual;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file to be checked, told apart by its content: an exported register, or a letter, as JSON or inside its PDF.
 *
 * @param letter the letter; a missing node where the file is a register
 */
record Evidence(Path file, JsonNode letter) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CIRCULAR = "circular.json";

    /** What a file was given for that it is not. */
    static final class Mistaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Bilingual what;

        Mistaken(Bilingual what) {
            super(what.en());
            this.what = what;
        }

        Bilingual what() {
            return what;
        }
    }

    boolean isRegister() {
        return letter.isMissingNode();
    }

    static Evidence open(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] beginning = content.readNBytes(64);
            String start = new String(beginning, StandardCharsets.ISO_8859_1).strip();
            if (start.startsWith("{\"type\":\"register\"")) {
                return new Evidence(file, JSON.missingNode());
            }
            return new Evidence(
                    file, start.startsWith("%PDF") ? inside(file) : JSON.readTree(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            throw new Mistaken(new Bilingual("Нет такого файла: " + file, "There is no such file: " + file));
        } catch (IOException | UncheckedIOException | JacksonException e) {
            throw new Mistaken(new Bilingual(
                    "Это не реестр и не письмо депозитария (JSON или PDF): " + file,
                    "Neither a register nor a letter of the depository (JSON or PDF): " + file));
        }
    }

    private static JsonNode inside(Path file) throws IOException {
        try (PDDocument paper = Loader.loadPDF(file.toFile())) {
            PDEmbeddedFilesNameTreeNode files =
                    new PDDocumentNameDictionary(paper.getDocumentCatalog()).getEmbeddedFiles();
            Map<String, PDComplexFileSpecification> names = files == null ? null : files.getNames();
            PDComplexFileSpecification circular = names == null ? null : names.get(CIRCULAR);
            if (circular == null || circular.getEmbeddedFile() == null) {
                throw new IOException("No " + CIRCULAR + " inside");
            }
            return JSON.readTree(circular.getEmbeddedFile().toByteArray());
        }
    }
}
