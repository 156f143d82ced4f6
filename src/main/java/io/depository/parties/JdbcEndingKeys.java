package io.depository.parties;

import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keys that end soon, from the directory's table; the warnings given are kept, so that no node repeats another's. */
@Repository
class JdbcEndingKeys implements EndingKeys {

    private static final String ENDING = """
            select k.party, k.kid, k.algorithm, k.valid_to,
                case when k.valid_to <= :now + interval '7 days' then 7 else 30 end as days,
                exists (select from party_key n
                    where n.party = k.party and n.kid <> k.kid and n.revoked_at is null
                    and (n.algorithm in ('EdDSA', 'ES256')) = (k.algorithm in ('EdDSA', 'ES256'))
                    and n.valid_from <= k.valid_to and (n.valid_to is null or n.valid_to > k.valid_to)) as succeeded
            from party_key k
            where k.revoked_at is null and k.valid_to > :now and k.valid_to <= :now + interval '30 days'
            """;

    private final JdbcClient jdbc;

    JdbcEndingKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Ending> list(Instant now) {
        return read(ENDING + " order by k.valid_to, k.kid", now);
    }

    @Override
    public List<Ending> takeWarnings(Instant now) {
        return read("with ending as (" + ENDING + """
                ), taken as (
                    insert into key_warning (kid, days) select kid, days from ending
                    on conflict do nothing returning kid, days)
                select ending.* from ending join taken using (kid, days) order by valid_to, kid""", now);
    }

    private List<Ending> read(String sql, Instant now) {
        return jdbc.sql(sql)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Ending(
                        new PartyCode(row.getString("party")),
                        row.getString("kid"),
                        row.getString("algorithm"),
                        row.getObject("valid_to", OffsetDateTime.class).toInstant(),
                        row.getInt("days"),
                        row.getBoolean("succeeded")))
                .list();
    }
}
