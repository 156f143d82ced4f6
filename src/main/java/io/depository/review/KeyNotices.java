package io.depository.review;

import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What states announced of their keys themselves, and what they were answered. Only inserted and read. */
@Repository
class KeyNotices {

    private final JdbcClient jdbc;

    KeyNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A notice that was heard. */
    record Heard(
            PartyCode party,
            String reference,
            byte[] digest,
            byte[] notice,
            String kid,
            String signedBy,
            Instant receivedAt,
            byte[] answer) {}

    /** What exactly these bytes were answered. */
    Optional<byte[]> answerTo(byte[] digest) {
        return jdbc.sql("select answer from key_notice where digest = ?")
                .param(digest)
                .query(byte[].class)
                .optional();
    }

    boolean isUsed(PartyCode party, String reference) {
        return jdbc.sql("select exists (select from key_notice where party = ? and reference = ?)")
                .params(party.value(), reference)
                .query(Boolean.class)
                .single();
    }

    void add(Heard heard) {
        jdbc.sql("""
                        insert into key_notice (party, reference, digest, notice, kid, signed_by, received_at, answer)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        heard.party().value(),
                        heard.reference(),
                        heard.digest(),
                        heard.notice(),
                        heard.kid(),
                        heard.signedBy(),
                        heard.receivedAt().atOffset(ZoneOffset.UTC),
                        heard.answer())
                .update();
    }

    List<KeyRotation.Line> of(PartyCode party) {
        return jdbc.sql(
                        "select reference, kid, signed_by, received_at from key_notice where party = ? order by received_at")
                .param(party.value())
                .query((row, number) -> new KeyRotation.Line(
                        row.getString("reference"),
                        row.getString("kid"),
                        row.getString("signed_by"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
