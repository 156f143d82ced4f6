package io.depository.reading;

import io.depository.parties.Channel;
import io.depository.treaty.PartyCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Notifications as a ministry writes them, and the ways in which they arrive. */
final class Notes {

    static final Instant RECEIVED_AT = Instant.parse("2026-01-12T09:30:00Z");

    private Notes() {}

    static String aCompletionBy(String party) {
        return """
                {
                  "version": "1",
                  "depository": "cis-executive-committee",
                  "reference": "17-3/1482",
                  "party": "%s",
                  "agreement": "cis-heavy-engineering-2025",
                  "act": "completion-of-procedures",
                  "dated": "2026-01-12",
                  "basis": {"title": "Постановление Кабинета Министров", "number": "827", "dated": "2025-12-24"},
                  "authorizedBodies": [{
                    "name": {"ru": "Министерство экономики и коммерции", "en": "Ministry of Economy and Commerce"},
                    "email": "mail@mineconom.example"
                  }]
                }""".formatted(party);
    }

    /** The good notification with one member written otherwise; a value of null leaves it out. */
    static String with(String member, @Nullable String json) {
        StringBuilder text = new StringBuilder("{");
        String[][] members = {
            {"version", "\"1\""},
            {"depository", "\"cis-executive-committee\""},
            {"reference", "\"17-3/1482\""},
            {"party", "\"KG\""},
            {"agreement", "\"cis-heavy-engineering-2025\""},
            {"act", "\"declaration\""},
            {"dated", "\"2026-01-12\""}
        };
        boolean known = false;
        for (String[] pair : members) {
            boolean changed = pair[0].equals(member);
            known |= changed;
            append(text, pair[0], changed ? json : pair[1]);
        }
        if (!known) {
            append(text, member, json);
        }
        return text.append('}').toString();
    }

    private static void append(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            text.append(text.length() == 1 ? "" : ",")
                    .append('"')
                    .append(name)
                    .append("\":")
                    .append(value);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Arrival byJms(String party, byte[] body) {
        return new Arrival(Channel.JMS, new PartyCode(party), body, false, RECEIVED_AT);
    }

    static Arrival byFile(String party, byte[] body) {
        return new Arrival(Channel.FILE, new PartyCode(party), body, false, RECEIVED_AT);
    }

    static Arrival byMail(byte[] raw) {
        return new Arrival(Channel.MAIL, null, raw, false, RECEIVED_AT);
    }

    static Arrival byDryRun(byte[] body) {
        return new Arrival(Channel.DRY_RUN, null, body, false, RECEIVED_AT);
    }
}
