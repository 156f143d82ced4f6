package io.depository.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * How the pages of a document look, against pictures that a person has approved ({@code -Dletters.approve=true}). Runtimes
 * smooth the edges of letters each in its own way, so small grey pictures are compared: no more than one point in two hundred
 * may differ by more than a fifth of the way from black to white. A line or a word that moved, is missing or came is more than that.
 */
final class PaperLook {

    private static final Path FOLDER = Path.of("src/test/resources/approved/correspondence");
    private static final Path DIFFERENCES = Path.of("target/letters");
    private static final int RENDERED_DPI = 72;
    private static final int WIDTH = 298;
    private static final int SHADES = 51;
    private static final double SHARE = 1 / 200.0;

    private PaperLook() {}

    static void holds(String name, PDDocument document) throws IOException {
        for (int i = 0; i < document.getNumberOfPages(); i++) {
            String file = name + "-" + (i + 1) + ".png";
            BufferedImage page = small(new PDFRenderer(document).renderImageWithDPI(i, RENDERED_DPI, ImageType.GRAY));
            if (Boolean.getBoolean("letters.approve")) {
                ImageIO.write(page, "png", FOLDER.resolve(file).toFile());
            }
            assertThat(FOLDER.resolve(file)).exists();
            BufferedImage approved = ImageIO.read(FOLDER.resolve(file).toFile());
            double share = differing(approved, page, file);
            assertThat(share)
                    .as("share of points of %s that differ; %s shows them in red", file, DIFFERENCES.resolve(file))
                    .isLessThanOrEqualTo(SHARE);
        }
        assertThat(FOLDER.resolve(name + "-" + (document.getNumberOfPages() + 1) + ".png"))
                .doesNotExist();
    }

    /** The share of points that differ; where it is too large, a picture of them is left behind. */
    static double differing(BufferedImage approved, BufferedImage page, String file) throws IOException {
        assertThat(page.getWidth()).isEqualTo(approved.getWidth());
        assertThat(page.getHeight()).isEqualTo(approved.getHeight());
        BufferedImage shown = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        int differing = 0;
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                int shade = page.getRaster().getSample(x, y, 0);
                boolean differs = Math.abs(shade - approved.getRaster().getSample(x, y, 0)) > SHADES;
                differing += differs ? 1 : 0;
                shown.setRGB(x, y, differs ? Color.RED.getRGB() : new Color(shade, shade, shade).getRGB());
            }
        }
        double share = differing / (double) (page.getWidth() * page.getHeight());
        if (share > SHARE) {
            ImageIO.write(
                    shown,
                    "png",
                    Files.createDirectories(DIFFERENCES).resolve(file).toFile());
        }
        return share;
    }

    private static BufferedImage small(BufferedImage page) {
        int height = Math.round(page.getHeight() * (float) WIDTH / page.getWidth());
        BufferedImage small = new BufferedImage(WIDTH, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(page, 0, 0, WIDTH, height, null);
        graphics.dispose();
        return small;
    }
}
