package io.depository.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A feed as an independent program reads it. */
class CircularFeedTest {

    private static final CircularFeed FEED = new CircularFeed(Letters.NAMES, "cis-executive-committee");
    private static final CircularFeed.Part PART = new CircularFeed.Part(
            Letters.AGREEMENT,
            Letters.AGREEMENT,
            "http://localhost/api/agreements/x/feed.atom",
            "http://localhost/api/agreements/x/calendar.ics",
            "http://localhost/api/agreements/x/feed.atom?before=circular-2026-17",
            Instant.parse("2025-06-04T21:00:00Z"));

    @Test
    void isReadByAFeedLibrary() throws Exception {
        List<byte[]> letters = Letters.circulars().values().stream()
                .map(circular -> Letters.written(circular))
                .toList();
        SyndFeed feed = read(FEED.write(PART, letters));
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getUri()).isEqualTo("urn:depository:cis-executive-committee:" + Letters.AGREEMENT);
        assertThat(feed.getLinks().stream().map(SyndLink::getRel)).contains("self", "related", "next");
        assertThat(feed.getPublishedDate().toInstant()).isEqualTo(Instant.parse("2026-11-23T21:30:00.007Z"));
        assertThat(feed.getEntries()).hasSameSizeAs(letters);
        for (SyndEntry entry : feed.getEntries()) {
            assertThat(entry.getUri()).startsWith("urn:depository:cis-executive-committee:circular-");
            assertThat(entry.getTitle()).contains("Циркуляр № 2026/17", "Circular No. 2026/17");
            assertThat(entry.getContents().get(0).getValue())
                    .contains(
                            "Циркуляр депозитария № 2026/17", "Circular of the Depository No. 2026/17", "lang=\"ru\"");
        }
    }

    @Test
    void hasATitleOfItsOwnWhereItIsOfAllAgreements() throws Exception {
        CircularFeed.Part all = new CircularFeed.Part(
                null,
                "circulars",
                "http://localhost/api/feed.atom",
                "http://localhost/api/calendar.ics",
                null,
                Instant.EPOCH);
        SyndFeed feed =
                read(FEED.write(all, List.of(Letters.written(Letters.circulars().get("correction")))));
        assertThat(feed.getUri()).isEqualTo("urn:depository:cis-executive-committee:circulars");
        assertThat(feed.getTitle()).isEqualTo("Циркуляры депозитария / Circulars of the Depository");
    }

    @Test
    void isReadWhereNothingIsIssuedYet() throws Exception {
        assertThat(read(FEED.write(PART, List.of())).getEntries()).isEmpty();
    }

    private static SyndFeed read(byte[] feed) throws Exception {
        return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(feed)));
    }
}
