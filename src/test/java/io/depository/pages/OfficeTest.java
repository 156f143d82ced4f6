package io.depository.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.depository.testing.Embassy;
import io.depository.testing.Note;
import io.depository.testing.RunningDepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff at their pages, in a real browser, before the running application. */
class OfficeTest {

    private static final RunningDepository DEPOSITORY = RunningDepository.shared();
    private static final LocatorAssertions.ContainsTextOptions SLOWLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
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
    void examinesAnArrivalInQuarantineAgain() {
        JdbcClient owner = DEPOSITORY.jdbc();
        owner.sql("""
                        create function falter() returns trigger language plpgsql as $$
                        begin raise exception 'a fault of ours'; end $$""").update();
        owner.sql("create trigger falter before insert on letter for each row"
                        + " when (new.reference = 'Q-PAGE' and new.type = 'acknowledgement') execute function falter()")
                .update();
        try (Embassy embassy = DEPOSITORY.embassyOf("AM")) {
            byte[] sent = embassy.signs(Note.bodiesOf("AM").reference("Q-PAGE"), "jms");
            Page page = browser.staff("registrar", "ru");
            page.navigate("/office/inbox?state=quarantined");
            assertThat(page.locator("#live")).containsText("a fault of ours", SLOWLY);
            owner.sql("drop trigger falter on letter").update();
            page.click("#live tbody a");
            Browser.look(page, page.url(), "quarantine-ru");
            page.fill("#why-retry", "исправлено");
            page.click("form[action$=retry] button");
            assertThat(page.locator(".told")).isVisible();
            embassy.awaitAcknowledgement(sent, "jms");
            page.reload();
            assertThat(page.locator(".lead .state")).hasClass("state registered");
        } finally {
            owner.sql("drop function falter cascade").update();
        }
    }

    @Test
    void comesBackToThePageAfterTheSessionHasEnded() {
        long arrival = held("UZ", "ENDED-1");
        Page page = browser.staff("registrar", "en");
        page.navigate("/office/inbox/" + arrival);
        page.fill("#why-approve", "confirmed");
        endSession(page);
        page.click("form[action$=approve] button");
        assertThat(page.locator(".refused")).containsText("Your session has ended");
        page.navigate("/office/inbox/" + arrival);
        assertThat(page.url()).endsWith("/login");
        page.fill("#username", "registrar");
        page.fill("#password", "demo");
        page.click("section form button");
        assertThat(page.locator(".lead")).containsText("under review");
        assertThat(page.url()).contains("/office/inbox/" + arrival);
    }

    private static void endSession(Page page) {
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
    }

    @Test
    void keepsWhatWasAskedWhenTheLanguageChanges() {
        Page page = browser.staff("viewer", "en");
        page.navigate("/office/inbox?state=returned&party=KG&text=%D0%B0%26b");
        page.click("text=Русский");
        assertThat(page.locator("h1")).hasText("Входящие");
        assertThat(page.locator("#state")).hasValue("returned");
        assertThat(page.locator("#party")).hasValue("KG");
        assertThat(page.locator("#text")).hasValue("а&b");
        page.click("text=English");
        assertThat(page.locator("h1")).hasText("Inbox");
        assertThat(page.locator("#text")).hasValue("а&b");
    }

    @Test
    void followsWhatHappensWithoutBeingAsked() {
        Page page = browser.staff("viewer", "en");
        page.navigate("/office/inbox");
        held("TM", "LIVE-1");
        assertThat(page.locator("#live")).containsText("LIVE-1");
    }
}
