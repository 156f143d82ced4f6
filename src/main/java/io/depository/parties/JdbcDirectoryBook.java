package io.depository.parties;

import io.depository.treaty.PartyCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The directory's tables. Keys are added and revoked, never removed. */
@Repository
class JdbcDirectoryBook implements DirectoryBook {

    private final JdbcClient jdbc;

    JdbcDirectoryBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<RegisteredKey> listKeys(PartyCode party) {
        return jdbc.sql("select * from party_key where party = ? order by valid_from, kid")
                .param(party.value())
                .query((row, number) -> key(row))
                .list();
    }

    @Override
    public boolean isKnown(String kid) {
        return jdbc.sql("select exists (select from party_key where kid = ?)")
                .param(kid)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean add(RegisteredKey key) {
        return jdbc.sql("insert into party_key (kid, party, algorithm, public_key, valid_from, valid_to, subject)"
                                + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .param(key.kid())
                        .param(key.party().value())
                        .param(key.algorithm())
                        .param(key.publicKey())
                        .param(utc(key.validFrom()))
                        .param(utc(key.validTo()))
                        .param(key.subject())
                        .update()
                == 1;
    }

    @Override
    public boolean revoke(PartyCode party, String kid, Instant at) {
        return jdbc.sql("update party_key set revoked_at = ? where party = ? and kid = ? and revoked_at is null")
                        .param(utc(at))
                        .param(party.value())
                        .param(kid)
                        .update()
                == 1;
    }

    @Override
    public void setChannels(PartyCode party, Map<Channel, String> addresses) {
        jdbc.sql("insert into channels_set (party) values (?) on conflict do nothing")
                .param(party.value())
                .update();
        jdbc.sql("delete from party_channel where party = ?")
                .param(party.value())
                .update();
        addresses.forEach(
                (channel, address) -> jdbc.sql("insert into party_channel (party, channel, address) values (?, ?, ?)")
                        .params(party.value(), channel.wireName(), address)
                        .update());
    }

    static RegisteredKey key(ResultSet row) throws SQLException {
        return new RegisteredKey(
                row.getString("kid"),
                new PartyCode(row.getString("party")),
                row.getString("algorithm"),
                row.getBytes("public_key"),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                instant(row.getObject("valid_to", OffsetDateTime.class)),
                instant(row.getObject("revoked_at", OffsetDateTime.class)),
                row.getString("subject"));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
