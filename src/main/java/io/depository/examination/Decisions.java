package io.depository.examination;

import io.depository.examination.Snapshot.Earlier;
import io.depository.treaty.PartyCode;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The decisions taken so far, and the references that they used up. Works in the caller's transaction. */
@Repository
class Decisions {

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who spoke, and the digest of what was said. */
    record Identity(PartyCode speaker, String digest) {}

    /** A reference of a party. */
    record Reference(PartyCode party, String reference) {}

    /** A decision to be written. */
    record Taken(
            long receipt,
            String outcome,
            @Nullable PartyCode speaker,
            String identity,
            int weight,
            @Nullable String kid,
            @Nullable String agreement,
            @Nullable String act,
            @Nullable String reference,
            @Nullable Long entry,
            String acknowledgement,
            List<String> codes) {

        Taken {
            codes = List.copyOf(codes);
        }
    }

    /** The decisions on each identity, oldest first. */
    Map<Identity, List<Earlier>> on(Collection<Identity> identities) {
        Map<Identity, List<Earlier>> found = new HashMap<>();
        if (identities.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                        select d.speaker, k.digest, d.weight, d.acknowledgement
                        from unnest(:speakers, :digests) as k(speaker, digest)
                        join decision d on d.speaker = k.speaker and d.notification_digest = decode(k.digest, 'hex')
                        order by d.id""")
                .param("speakers", texts(identities, one -> one.speaker().value()))
                .param("digests", texts(identities, Identity::digest))
                .query(row -> {
                    Identity identity = new Identity(new PartyCode(row.getString(1)), row.getString(2));
                    found.computeIfAbsent(identity, key -> new ArrayList<>())
                            .add(new Earlier(row.getInt(3), row.getString(4)));
                });
        return found;
    }

    /** The identity of the notification that used each reference up, where one did. */
    Map<Reference, String> usersOf(Collection<Reference> references) {
        Map<Reference, String> found = new HashMap<>();
        if (references.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                        select u.party, u.reference, encode(u.notification_digest, 'hex')
                        from unnest(:parties, :references) as k(party, reference)
                        join used_reference u on u.party = k.party and u.reference = k.reference""")
                .param("parties", texts(references, one -> one.party().value()))
                .param("references", texts(references, Reference::reference))
                .query(row -> {
                    found.put(new Reference(new PartyCode(row.getString(1)), row.getString(2)), row.getString(3));
                });
        return found;
    }

    void write(List<Taken> taken, Instant decidedAt) {
        if (taken.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into decision (receipt_id, outcome, speaker, notification_digest, weight, kid, agreement,
                            act, reference, entry, acknowledgement, codes, decided_at)
                        select t.receipt, t.outcome, t.speaker, decode(t.identity, 'hex'), t.weight, t.kid, t.agreement,
                            t.act, t.reference, t.entry, t.acknowledgement, string_to_array(t.codes, ','), :decidedAt
                        from unnest(:receipts, :outcomes, :speakers, :identities, :weights, :kids, :agreements, :acts,
                            :references, :entries, :acknowledgements, :codes) with ordinality
                            as t(receipt, outcome, speaker, identity, weight, kid, agreement, act, reference, entry,
                                acknowledgement, codes, place)
                        order by t.place""")
                .param("decidedAt", Timestamp.from(decidedAt))
                .param("receipts", taken.stream().map(Taken::receipt).toArray(Long[]::new))
                .param("outcomes", texts(taken, Taken::outcome))
                .param("speakers", texts(taken, one -> Objects.toString(one.speaker(), null)))
                .param("identities", texts(taken, Taken::identity))
                .param("weights", taken.stream().map(Taken::weight).toArray(Integer[]::new))
                .param("kids", texts(taken, Taken::kid))
                .param("agreements", texts(taken, Taken::agreement))
                .param("acts", texts(taken, Taken::act))
                .param("references", texts(taken, Taken::reference))
                .param("entries", taken.stream().map(Taken::entry).toArray(Long[]::new))
                .param("acknowledgements", texts(taken, Taken::acknowledgement))
                .param("codes", texts(taken, one -> one.codes().isEmpty() ? null : String.join(",", one.codes())))
                .update();
    }

    /** Uses references up; the first use stands. */
    void use(Map<Reference, Prepared> users) {
        if (users.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into used_reference (party, reference, notification_digest, receipt_id)
                        select party, reference, decode(identity, 'hex'), receipt
                        from unnest(:parties, :references, :identities, :receipts)
                            as u(party, reference, identity, receipt)
                        on conflict do nothing""")
                .param("parties", texts(users.keySet(), one -> one.party().value()))
                .param("references", texts(users.keySet(), Reference::reference))
                .param("identities", texts(users.values(), Prepared::identity))
                .param(
                        "receipts",
                        users.values().stream().map(Prepared::receipt).toArray(Long[]::new))
                .update();
    }

    private static <T> @Nullable String[] texts(Collection<T> values, Function<T, @Nullable String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }
}
