package io.depository.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.depository.review.Instruction;
import io.depository.review.RouteControl;
import io.depository.testing.RunningDepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Staff look at routes and command them, in a real browser, before the running application. */
class RoutesPageTest {

    private static final RunningDepository DEPOSITORY = RunningDepository.shared();
    private static final String ROUTE = "watch-quarantine";
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = new Browser(DEPOSITORY);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @AfterEach
    void startAgain() {
        DEPOSITORY
                .bean(RouteControl.class)
                .command(ROUTE, RouteControl.Command.START, Instruction.because("registrar", "after the test"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void showsEachPageWithoutABarrier(String language) {
        Page page = browser.staff("registrar", language);
        Browser.look(page, "/office/routes", "routes-" + language);
        Browser.look(page, "/office/routes/dispatch-mail", "route-" + language);
    }

    @Test
    void drawsARouteAsItsSteps() {
        Page page = browser.staff("viewer", "en");
        page.navigate("/office/routes");
        page.click("text=spread-circulars");
        assertThat(page.locator(".chain li")).hasCount(6);
        assertThat(page.locator(".chain li").first()).containsText("seda:dispatch");
        assertThat(page.locator(".chain .within").first()).containsText("send-circulars");
        assertThat(page.locator("main form[method=post]")).hasCount(0);
        page.navigate("/office/routes/intake-jms");
        assertThat(page.locator(".chain")).containsText("messageIntake.store");
        assertThat(page.content()).doesNotContain("brokerUrl");
        page.navigate("/office/routes/no-such-route");
        assertThat(page.locator(".refused")).containsText("NOT_FOUND");
    }

    @Test
    void stopsAndStartsARouteWhileAnotherWatches() {
        Page watching = browser.staff("viewer", "en");
        watching.navigate("/office/routes");
        Page commanding = browser.staff("registrar", "ru");
        commanding.navigate("/office/routes/" + ROUTE);
        command(commanding, "STOP");
        assertThat(commanding.locator(".told")).isVisible();
        assertThat(commanding.locator("#live .lead .state")).hasClass("state stopped");
        assertThat(watching.locator("tr", containing(ROUTE)).locator(".state")).hasText("stopped");
        command(commanding, "START");
        assertThat(commanding.locator("#live .lead .state")).hasClass("state started");
        assertThat(watching.locator("tr", containing(ROUTE)).locator(".state")).hasText("running");
        command(commanding, "SUSPEND");
        assertThat(watching.locator("tr", containing(ROUTE)).locator(".state")).hasText("suspended");
        command(commanding, "RESUME");
        assertThat(watching.locator("tr", containing(ROUTE)).locator(".state")).hasText("running");
        assertThat(DEPOSITORY
                        .jdbc()
                        .sql("select what from audit where on_what = ? and reason = ? order by id")
                        .params("routes/" + ROUTE, "ради проверки")
                        .query(String.class)
                        .list())
                .containsExactly("routes.stop", "routes.start", "routes.suspend", "routes.resume");
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void command(Page page, String command) {
        page.fill("#why", "ради проверки");
        page.click("button[value=" + command + "]");
    }
}
