package io.depository.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.depository.testing.Embassy;
import io.depository.testing.Note;
import io.depository.testing.RunningDepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Staff at their pages, in a real browser, before the running application. */
class OfficeTest {

    private static final RunningDepository DEPOSITORY = RunningDepository.shared();
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = new Browser(DEPOSITORY);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    /** An unsigned note that waits for one person; gives the number of its arrival. */
    private static long held(String party, String reference) {
        try (Embassy embassy = DEPOSITORY.embassyOf(party)) {
            byte[] note = Note.bodiesOf(party).reference(reference).json();
            embassy.sends(note, "jms");
            embassy.awaitAcknowledgement(note, "jms");
        }
        return DEPOSITORY
                .jdbc()
                .sql("select receipt_id from decision where reference = ?")
                .param(reference)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void showsEachPageWithoutABarrier(String language) {
        long arrival = held("AZ", "LOOK-" + language);
        Page page = browser.visitor(language);
        Browser.look(page, "/login", "login-" + language);
        Page staff = browser.staff("registrar", language);
        Browser.look(staff, "/office", "today-" + language);
        Browser.look(staff, "/office/inbox", "inbox-" + language);
        Browser.look(staff, "/office/inbox/" + arrival, "notification-" + language);
    }

    @Test
    void approvesOnceWhateverIsClickedTwice() {
        long arrival = held("UZ", "CLICK-1");
        Page page = browser.staff("registrar", "en");
        page.navigate("/office/inbox/" + arrival);
        assertThat(page.locator(".decide")).containsText("1 person decides");
        page.fill("#why-approve", "confirmed by telephone");
        page.locator("form[action$=approve] button").dblclick();
        page.waitForLoadState();
        assertThat(page.locator("main")).isVisible();
        page.navigate("/office/inbox/" + arrival);
        assertThat(page.locator(".lead")).containsText("registered");
        assertThat(page.locator("section")).containsText("confirmed by telephone");
        assertThat(DEPOSITORY
                        .jdbc()
                        .sql("select count(*) from audit where on_what = ?")
                        .param("inbox/" + arrival)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void tellsTheSecondOfTwoWhoDecideAtOnce() {
        long arrival = held("UZ", "RACE-1");
        Page one = browser.staff("registrar", "en");
        Page other = browser.staff("registrar2", "ru");
        one.navigate("/office/inbox/" + arrival);
        other.navigate("/office/inbox/" + arrival);
        one.fill("#why-approve", "confirmed");
        one.click("form[action$=approve] button");
        assertThat(one.locator(".told")).isVisible();
        other.fill("#why-return", "сомнительно");
        other.click("form[action$=return] button");
        assertThat(other.locator(".refused")).containsText("ALREADY_DECIDED");
        assertThat(other.locator(".refused")).containsText("registrar (approve)");
    }

    @Test
    void showsAViewerNothingToPress() {
        long arrival = held("UZ", "VIEW-1");
        Page page = browser.staff("viewer", "en");
        page.navigate("/office/inbox/" + arrival);
        assertThat(page.locator("main form[method=post]")).hasCount(0);
    }

    @Test
    void asksForALoginFirstAndRefusesAWrongOne() {
        Page page = browser.visitor("en");
        Response response = page.navigate("/office/inbox");
        assertThat(page.url()).endsWith("/login");
        assertThat(response.headers().get("content-security-policy")).contains("default-src 'none'");
        page.fill("#username", "registrar");
        page.fill("#password", "wrong");
        page.click("section form button");
        assertThat(page.locator(".refused")).containsText("wrong");
    }

    @Test
    void followsWhatHappensWithoutBeingAsked() {
        Page page = browser.staff("viewer", "en");
        page.navigate("/office/inbox");
        held("TM", "LIVE-1");
        assertThat(page.locator("#live")).containsText("LIVE-1");
    }
}
