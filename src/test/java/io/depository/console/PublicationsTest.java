package io.depository.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rometools.rome.io.SyndFeedInput;
import io.depository.testing.Embassy;
import io.depository.testing.Http;
import io.depository.testing.Note;
import io.depository.testing.RunningDepository;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What anybody may subscribe to. */
class PublicationsTest {

    private static final String SEED = "/api/agreements/" + Note.AGREEMENT;
    private static final RunningDepository DEPOSITORY = RunningDepository.shared();
    private final Http http = DEPOSITORY.http();

    @BeforeAll
    static void registersSomething() {
        try (Embassy embassy = DEPOSITORY.embassyOf("UZ")) {
            embassy.awaitAcknowledgement(embassy.signs(Note.bodiesOf("UZ"), "jms"), "jms");
        }
    }

    @Test
    void givesACalendarThatIsReadAndNotSentAgainUnchanged() throws Exception {
        HttpResponse<String> calendar = http.get(SEED + "/calendar.ics");
        assertThat(calendar.statusCode()).as(calendar.body()).isEqualTo(200);
        assertThat(calendar.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/calendar")
                .containsIgnoringCase("UTF-8");
        assertThat(new CalendarBuilder()
                        .build(new StringReader(calendar.body()))
                        .validate()
                        .hasErrors())
                .isFalse();
        assertUnchanged("/calendar.ics", calendar);
    }

    @Test
    void givesAFeedNewestFirstInParts() {
        HttpResponse<String> feed = http.get(SEED + "/feed.atom");
        assertThat(feed.statusCode()).as(feed.body()).isEqualTo(200);
        assertThat(feed.body()).contains("<entry>", "Циркуляр", "Circular No.");
        assertUnchanged("/feed.atom", feed);
        String first = feed.body().replaceAll("(?s).*?<entry><id>urn:[^<]*:(circular-[0-9-]+)</id>.*", "$1");
        assertThat(http.get(SEED + "/feed.atom?before=" + first).body()).doesNotContain(first + "<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/calendar.ics", "/api/parties/UZ/calendar.ics", "/api/parties/TM/calendar.ics"})
    void givesCalendarsOfAllAgreementsAndOfAState(String path) throws Exception {
        HttpResponse<String> calendar = http.get(path);
        assertThat(calendar.statusCode()).as(calendar.body()).isEqualTo(200);
        assertThat(new CalendarBuilder()
                        .build(new StringReader(calendar.body()))
                        .validate()
                        .hasErrors())
                .isFalse();
        assertThat(calendar.body()).contains("UID:signed@" + Note.AGREEMENT);
    }

    @Test
    void givesFeedsOfAllAgreementsAndOfEachStateThatIsTold() throws Exception {
        String all = http.get("/api/feed.atom").body();
        assertThat(all).contains("<entry>");
        String told = http.get("/api/parties/TM/feed.atom").body();
        assertThat(new SyndFeedInput().build(new StringReader(told)).getEntries())
                .hasSameSizeAs(new SyndFeedInput().build(new StringReader(all)).getEntries());
        assertThat(http.get("/api/parties/DE/feed.atom").body()).doesNotContain("<entry>");
        assertThat(http.get("/api/parties/XX/feed.atom").statusCode()).isEqualTo(404);
    }

    @Test
    void showsEachCircularAsItWasSent() {
        JsonNode newest = JsonMapper.shared()
                .readTree(http.get(SEED + "/circulars?limit=1").body())
                .path("items")
                .path(0);
        String path = "/api/circulars/" + newest.path("number").asString();
        HttpResponse<String> letter = http.get(path);
        assertThat(letter.statusCode()).as(letter.body()).isEqualTo(200);
        JsonNode circular = JsonMapper.shared().readTree(letter.body());
        assertThat(circular.path("id")).isEqualTo(newest.path("id"));
        assertThat(circular.at("/standing/treeSize").asLong())
                .isEqualTo(circular.path("entry").asLong() + 1);
        assertThat(circular.at("/standing/states")).isNotEmpty();
        assertThat(http.get(path + ".json").body()).isEqualTo(letter.body());
        assertThat(http.get(path + ".txt").body()).contains("Circular of the Depository No. ");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(http.get(path + ".pdf").body()).startsWith("%PDF-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/circulars/1999/1", "/api/circulars/1999/1.pdf", "/api/agreements/nothing/circulars"})
    void explainsThatThereIsNoSuchCircular(String path) {
        HttpResponse<String> answer = http.get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("No such");
    }

    private void assertUnchanged(String path, HttpResponse<String> answer) {
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(answer.headers().firstValue("Last-Modified")).isPresent();
        assertThat(http.with("If-None-Match", tag).get(SEED + path).statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"calendar.ics", "feed.atom"})
    void explainsThatThereIsNoSuchAgreement(String file) {
        HttpResponse<String> answer = http.get("/api/agreements/nothing/" + file);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("No such agreement");
    }
}
