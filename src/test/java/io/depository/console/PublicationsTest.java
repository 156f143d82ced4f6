package io.depository.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.testing.Embassy;
import io.depository.testing.Http;
import io.depository.testing.Note;
import io.depository.testing.RunningDepository;
import java.io.StringReader;
import java.net.http.HttpResponse;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
