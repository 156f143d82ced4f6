package io.depository.testing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/** A national note in the making: {@code Note.completionBy("KG").dated("2026-03-02").json()}. */
public final class Note {

    public static final String AGREEMENT = "cis-heavy-engineering-2025";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AtomicLong NUMBER = new AtomicLong();

    private final Map<String, Object> members = new LinkedHashMap<>();

    private Note(String party, String act) {
        with("version", "1");
        with("depository", "cis-executive-committee");
        with("reference", "N-" + party + "-" + NUMBER.incrementAndGet());
        with("party", party);
        with("agreement", AGREEMENT);
        with("act", act);
        with("dated", "2026-03-02");
    }

    public static Note completionBy(String party) {
        return new Note(party, "completion-of-procedures").withBodies("Ministry of Economy of " + party);
    }

    public static Note bodiesOf(String party) {
        return new Note(party, "authorized-bodies").withBodies("Ministry of Economy of " + party);
    }

    public static Note withdrawalBy(String party) {
        return new Note(party, "withdrawal");
    }

    /** An accession with its document. */
    public static Note accessionBy(String party) {
        byte[] document = ("Document of accession of " + party).getBytes(StandardCharsets.UTF_8);
        return new Note(party, "accession")
                .with(
                        "attachments",
                        List.of(Map.of(
                                "fileName",
                                "accession.txt",
                                "mediaType",
                                "text/plain",
                                "sha256",
                                Digests.sha256(document),
                                "content",
                                java.util.Base64.getEncoder().encodeToString(document))));
    }

    public static Note of(String party, String act) {
        return new Note(party, act);
    }

    public Note with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    public Note without(String member) {
        members.remove(member);
        return this;
    }

    public Note reference(String reference) {
        return with("reference", reference);
    }

    public Note dated(String date) {
        return with("dated", date);
    }

    public Note withBodies(String name) {
        return with("authorizedBodies", List.of(Map.of("name", Map.of("ru", name, "en", name))));
    }

    /** Pads the note with a statement, so that it weighs about as many bytes. */
    public Note weighing(int bytes) {
        return with("statement", Map.of("en", "x".repeat(Math.max(1, bytes - text().length()))));
    }

    public String reference() {
        return (String) members.get("reference");
    }

    public String party() {
        return (String) members.get("party");
    }

    public String text() {
        return JSON.writeValueAsString(members);
    }

    public byte[] json() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
