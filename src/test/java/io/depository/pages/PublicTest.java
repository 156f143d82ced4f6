package io.depository.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.depository.notification.Code;
import io.depository.testing.Embassy;
import io.depository.testing.Note;
import io.depository.testing.RunningDepository;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Anybody at the open pages, in a real browser, before the running application. */
class PublicTest {

    private static final RunningDepository DEPOSITORY = RunningDepository.shared();
    private static final String AGREEMENT = "/agreements/" + Note.AGREEMENT;
    private static Browser browser;

    /** The acknowledgement of a note that is registered. */
    private static String letter;

    @BeforeAll
    static void open() {
        browser = new Browser(DEPOSITORY);
        try (Embassy embassy = DEPOSITORY.embassyOf("KZ")) {
            byte[] note = embassy.signs(Note.bodiesOf("KZ").reference("PUBLIC-1"), "jms");
            letter = embassy.awaitAcknowledgements(note, "jms", 1).get(0);
        }
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void showsEachPageWithoutABarrier(String language) {
        Page page = browser.visitor(language);
        Browser.look(page, "/", "agreements-" + language);
        Browser.look(page, "/register", "register-" + language);
        Browser.look(page, "/help", "help-" + language);
        Browser.look(page, AGREEMENT + "?party=KG&act=withdrawal&day=2029-08-31&refersTo=", "agreement-" + language);
    }

    @Test
    void explainsEachCode() {
        Page page = browser.visitor("ru");
        page.navigate("/help");
        assertThat(page.locator("tbody tr")).hasCount(Code.values().length);
        assertThat(page.locator("#REFERENCE_REUSED")).containsText("Под этим номером решено другое уведомление.");
    }

    @Test
    void leadsFromTheListToWhereEachStateStands() {
        Page page = browser.visitor("en");
        page.navigate("/");
        page.click("a[href$='" + AGREEMENT + "']");
        assertThat(page.locator("#standing tbody tr"))
                .hasCount(
                        DEPOSITORY.http().json("/api" + AGREEMENT).get("states").size());
        assertThat(page.locator("svg.timeline circle").first()).isVisible();
        assertThat(page.locator("svg.timeline circle").count())
                .isEqualTo(page.locator("svg.timeline")
                        .locator("xpath=../following-sibling::div[1]//tbody/tr")
                        .count());
    }

    @Test
    void showsWhatWasNotKnownBeforeItWasRegistered() {
        Page page = browser.visitor("en");
        page.navigate(AGREEMENT + "?asOf=2020-01-02&knownAt=2020-01-01T00:00");
        assertThat(page.locator("section")).containsText("As of 2 January 2020, by the first 0 entries");
    }

    @Test
    void saysHowToAskWhereAQuestionCannotBeRead() {
        Page page = browser.visitor("en");
        Response response = page.navigate(AGREEMENT + "?asOf=tomorrow");
        assertThat(response.status()).isEqualTo(400);
        assertThat(page.locator(".refused")).containsText("Write it as 2026-03-05");
        assertThat(page.navigate(AGREEMENT + "?knownAt=9000-01-01T00:00").status())
                .isEqualTo(400);
        assertThat(page.navigate("/agreements/no-such").status()).isEqualTo(404);
        assertThat(page.locator(".refused")).containsText("list of agreements");
    }

    @Test
    void answersWhatWouldFollowAndWhyNot() {
        Page page = browser.visitor("en");
        page.navigate(AGREEMENT);
        page.selectOption("#party1", "UZ");
        page.selectOption("#act1", "revocation");
        page.fill("#day1", "2029-08-31");
        page.click("section form:has(fieldset) button");
        assertThat(page.locator("ul.refused")).containsText("A revocation names the reference");
        page.fill("#refers1", "NONE-1");
        page.click("section form:has(fieldset) button");
        assertThat(page.locator("#answer .refused")).containsText("NOTHING_TO_REVOKE");
        assertThat(page.locator("#answer")).containsText("No date would change");
    }

    @Test
    void showsTheDaysThatWouldCome() {
        Page page = browser.visitor("en");
        String asked = Stream.of("AM", "BY", "KG", "TJ")
                .map(party -> "party=" + party + "&act=completion-of-procedures&day=2029-03-05&refersTo=")
                .collect(Collectors.joining("&"));
        page.navigate(AGREEMENT + "?" + asked);
        assertThat(page.locator("#answer table")).containsText("entry into force for a party");
        assertThat(page.locator("#answer table")).containsText("4 April 2029");
    }

    @Test
    void provesALetterInTheBrowserAndRefusesAChangedOne() {
        Page page = browser.visitor("en");
        page.navigate("/register");
        page.fill("#letter", letter);
        page.click("#proof button");
        assertThat(page.locator("#proven .told")).containsText("Proven");
        assertThat(page.locator("#proven li")).hasCount(4);
        assertThat(page.locator("#proven pre")).containsText("PUBLIC-1");
        page.fill("#letter", changed("record"));
        page.click("#proof button");
        assertThat(page.locator("#proven .refused")).containsText("Not proven");
        assertThat(page.locator("#proven")).containsText("The record has another hash");
        page.fill("#letter", changed("rootHash"));
        page.click("#proof button");
        assertThat(page.locator("#proven")).containsText("does not lead to the root");
        page.fill("#letter", "{}");
        page.click("#proof button");
        assertThat(page.locator("#proven .refused")).containsText("carries no receipt");
    }

    /** The letter with one bit of a part of its receipt turned. */
    private static String changed(String member) {
        ObjectNode other = (ObjectNode) JsonMapper.shared().readTree(letter);
        ObjectNode receipt = (ObjectNode) other.get("receipt");
        byte[] bytes = Base64.getDecoder().decode(receipt.get(member).asString());
        bytes[bytes.length / 2] ^= 1;
        receipt.put(member, Base64.getEncoder().encodeToString(bytes));
        return other.toString();
    }
}
