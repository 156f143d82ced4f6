package io.depository.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.depository.testing.Embassy;
import io.depository.testing.Note;
import io.depository.testing.RunningDepository;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Staff look at what was sent and at what was done, in a real browser, before the running application. */
class DeliveriesPageTest {

    private static final RunningDepository DEPOSITORY = RunningDepository.shared();
    private static final Duration SOON = Duration.ofSeconds(60);
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = new Browser(DEPOSITORY);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    /** An answer that was sent, and afterwards marked as failed; gives the number of its delivery. */
    private static long failed(String party) {
        try (Embassy embassy = DEPOSITORY.embassyOf(party)) {
            byte[] sent = embassy.signs(Note.bodiesOf(party), "file");
            String letter =
                    embassy.awaitAcknowledgement(sent, "file").path("id").asString();
            await().atMost(SOON).until(() -> stateOf(deliveryOf(letter)).equals("sent"));
            long delivery = deliveryOf(letter);
            DEPOSITORY
                    .jdbc()
                    .sql("update delivery set state = 'failed' where id = ?")
                    .param(delivery)
                    .update();
            return delivery;
        }
    }

    private static long deliveryOf(String letter) {
        return DEPOSITORY
                .jdbc()
                .sql("select id from delivery where letter_id = ?")
                .param(letter)
                .query(Long.class)
                .single();
    }

    private static String stateOf(long delivery) {
        return DEPOSITORY
                .jdbc()
                .sql("select state from delivery where id = ?")
                .param(delivery)
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void showsEachPageWithoutABarrier(String language) {
        long delivery = failed("KZ");
        Page page = browser.staff("registrar", language);
        Browser.look(page, "/office/deliveries", "deliveries-" + language);
        Browser.look(page, "/office/deliveries?state=failed", "deliveries-failed-" + language);
        retry(page, delivery);
        Browser.look(page, "/office/audit", "audit-" + language);
    }

    @Test
    void sendsAFailedLetterAgainAndKeepsTheReason() {
        long delivery = failed("TM");
        Page viewer = browser.staff("viewer", "en");
        viewer.navigate("/office/deliveries?state=failed");
        assertThat(viewer.locator("#delivery-" + delivery)).containsText("TM");
        assertThat(viewer.locator("main form")).hasCount(0);
        Page page = browser.staff("registrar", "en");
        page.navigate("/office");
        page.locator("main a[href*='deliveries']", new Page.LocatorOptions().setHasText("TM"))
                .first()
                .click();
        retry(page, delivery);
        assertThat(page.locator(".told")).isVisible();
        await().atMost(SOON).until(() -> stateOf(delivery).equals("sent"));
        assertThat(page.locator("#delivery-" + delivery)).containsText("sent");
        page.navigate("/office/audit");
        assertThat(page.locator("tbody tr").first()).containsText("deliveries/" + delivery);
        assertThat(page.locator("tbody tr").first()).containsText("their folder was full");
    }

    private static void retry(Page page, long delivery) {
        page.click("#delivery-" + delivery + " summary");
        page.fill("#why-" + delivery, "their folder was full");
        page.click("#delivery-" + delivery + " form button");
        assertThat(page.locator(".told")).isVisible();
    }

    @Test
    void leadsFromPartToPartTheLatestFirst() {
        Page page = browser.staff("viewer", "en");
        for (int i = 0; i < 101; i++) {
            DEPOSITORY
                    .jdbc()
                    .sql("insert into audit (who, what, on_what, reason) values ('viewer', 'test', 'test', ?)")
                    .param("line " + i)
                    .update();
        }
        page.navigate("/office/audit");
        assertThat(page.locator("tbody tr")).hasCount(100);
        assertThat(page.locator("tbody tr").first()).containsText("line 100");
        page.click("a[rel=next]");
        assertThat(page.locator("tbody tr").first()).containsText("line 0");
    }
}
