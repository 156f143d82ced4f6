package io.depository.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.depository.testing.RunningDepository;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Staff keep the directory, in a real browser, before the running application. */
class PartiesPageTest {

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

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void showsEachPageWithoutABarrier(String language) throws GeneralSecurityException {
        Page page = browser.staff("registrar", language);
        propose(page, newKey(), "page in " + language);
        Browser.look(page, "/office/parties", "parties-" + language);
        Browser.look(page, "/office/parties/DE", "party-" + language);
    }

    @Test
    void registersAKeyOnceTwoPeopleWantItAndRevokesIt() throws GeneralSecurityException {
        String key = newKey();
        Page first = browser.staff("registrar", "en");
        propose(first, key, "given by hand");
        assertThat(first.locator(".told")).containsText("another person");
        assertThat(first.locator("#proposals")).containsText("given by hand");
        propose(first, key, "me again");
        assertThat(first.locator(".refused")).containsText("SAME_PERSON");
        Page second = browser.staff("registrar2", "en");
        propose(second, key, "compared by telephone");
        assertThat(second.locator(".told")).containsText("registered");
        String kid = DEPOSITORY
                .jdbc()
                .sql("select kid from key_proposal where reason = 'given by hand'")
                .query(String.class)
                .single();
        assertThat(row(second, kid)).containsText("in force");
        assertThat(second.locator("main")).not().containsText("given by hand");
        row(second, kid).locator("summary").click();
        second.fill("#why-" + kid, "lost");
        row(second, kid).locator("form button").click();
        assertThat(second.locator(".told")).containsText("revoked");
        assertThat(row(second, kid)).containsText("revoked");
        assertThat(row(second, kid).locator("form")).hasCount(0);
        Page viewer = browser.staff("viewer", "en");
        viewer.navigate("/office/parties/DE");
        assertThat(row(viewer, kid)).isVisible();
        assertThat(viewer.locator("main form")).hasCount(0);
    }

    @Test
    void refusesWhatIsNoKeyAndLetsTheFormBeSentAgain() {
        Page page = browser.staff("registrar", "en");
        propose(page, "no key", "to try");
        assertThat(page.locator(".refused")).containsText("publicKey");
        page.navigate("/office/parties/XX");
        assertThat(page.locator(".refused")).containsText("NOT_FOUND");
    }

    @Test
    void warnsOfAKeyThatEndsSoon() {
        DEPOSITORY.jdbc().sql("""
                        insert into party_key (kid, party, algorithm, public_key, valid_from, valid_to)
                        select 'ends-soon', 'DE', algorithm, public_key, now(), now() + interval '20 days'
                        from party_key where algorithm = 'EdDSA' limit 1""").update();
        try {
            Page page = browser.staff("viewer", "en");
            page.navigate("/office/parties");
            assertThat(page.locator("#ending")).containsText("ends-soon");
            assertThat(page.locator("#ending")).containsText("a successor is registered");
        } finally {
            DEPOSITORY
                    .jdbc()
                    .sql("update party_key set revoked_at = now() where kid = 'ends-soon'")
                    .update();
        }
    }

    private static com.microsoft.playwright.Locator row(Page page, String kid) {
        return page.locator("tbody tr", new Page.LocatorOptions().setHasText(kid));
    }

    private static void propose(Page page, String key, String reason) {
        page.navigate("/office/parties/DE");
        page.fill("#publicKey", key);
        page.fill("#why", reason);
        page.click("form[action$='/keys'] button");
    }

    private static String newKey() throws GeneralSecurityException {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(KeyPairGenerator.getInstance("Ed25519")
                                .generateKeyPair()
                                .getPublic()
                                .getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
