package io.depository.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.depository.testing.RunningDepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A real browser in front of the running application: Chromium, at {@code /usr/bin/chromium} unless the system property
 * {@code chromium} says where. What a page's console complains of is kept.
 */
final class Browser implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "pages");
    private static final Path CHROMIUM = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final RunningDepository depository;

    Browser(RunningDepository depository) {
        assertThat(CHROMIUM)
                .as("These tests need Chromium: install it, or say -Dchromium=/path/to/it")
                .isExecutable();
        this.depository = depository;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")));
    }

    /** Somebody at a window of their own, in the language, who has not logged in. */
    Page visitor(String language) {
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + depository.http().port())
                .setViewportSize(1280, 900)
                .setColorScheme(ColorScheme.LIGHT));
        Page page = context.newPage();
        page.navigate("/login?lang=" + language);
        return page;
    }

    /** The same after logging in. */
    Page staff(String name, String language) {
        Page page = visitor(language);
        page.fill("#username", name);
        page.fill("#password", "demo");
        page.click("section form button");
        page.waitForURL("**/office*");
        return page;
    }

    /** Opens a page, requires that no rule of WCAG 2.2 AA is broken there, and keeps pictures of it. */
    static void look(Page page, String path, String name) {
        page.setViewportSize(1280, 900);
        page.navigate(path);
        assertAccessible(page);
        picture(page, name);
        page.setViewportSize(390, 844);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name + " is no wider than a telephone")
                .isTrue();
        picture(page, name + "-390");
        page.setViewportSize(1280, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertAccessible(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    static void assertAccessible(Page page) {
        assertThat(new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations())
                .as(page.url())
                .isEmpty();
    }

    private static void picture(Page page, String name) {
        try {
            Files.createDirectories(PICTURES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
