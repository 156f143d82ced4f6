package io.depository.review;

import io.depository.register.Review;
import io.depository.treaty.PartyCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who wants which key registered, in PostgreSQL, which keeps two people apart. Only inserted and read. */
@Repository
class KeyProposals {

    private final JdbcClient jdbc;

    KeyProposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those who want exactly this: the same key for the same party with the same validity. */
    List<Review> of(PartyCode party, ProposedKey key) {
        return jdbc.sql("select * from key_proposal where proposal = ? order by place")
                .param(proposal(party, key))
                .query((row, number) -> new Review(
                        row.getString("proposer"),
                        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason")))
                .list();
    }

    /** What one person wants and no second one yet, of keys that are not registered; the latest first. */
    List<DirectoryKeeping.Waiting> waiting(int limit) {
        return jdbc.sql("""
                        select party, kid, proposer, reason, proposed_at from key_proposal p
                        where place = 1
                            and not exists (select from key_proposal q where q.proposal = p.proposal and q.place = 2)
                            and not exists (select from party_key k where k.kid = p.kid)
                        order by proposed_at desc limit ?""")
                .param(limit)
                .query((row, number) -> new DirectoryKeeping.Waiting(
                        new PartyCode(row.getString("party")),
                        row.getString("kid"),
                        row.getString("proposer"),
                        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason")))
                .list();
    }

    /** Adds one of them, as the first or second, in the caller's transaction. */
    void add(PartyCode party, ProposedKey key, int place, Review by) {
        jdbc.sql("""
                        insert into key_proposal (proposal, place, party, kid, proposer, reason, proposed_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        proposal(party, key),
                        place,
                        party.value(),
                        key.kid(),
                        by.by(),
                        by.reason(),
                        OffsetDateTime.ofInstant(by.at(), ZoneOffset.UTC))
                .update();
    }

    private static String proposal(PartyCode party, ProposedKey key) {
        String said = String.join(
                " ", party.value(), key.kid(), String.valueOf(key.validFrom()), String.valueOf(key.validTo()));
        if (key.subject() != null) {
            said += " " + key.subject();
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one says not", e);
        }
    }
}
