package io.depository.parties;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings a directory file into the database. What the database has already (a state, a channel of a party, a key) is left
 * as it is, so that what staff changed since stays changed; where the file says otherwise, one warning names each party
 * and field. May be run again, and by several nodes at once.
 */
@Component
public class DirectoryImport {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryImport.class);

    private final JdbcClient database;

    public DirectoryImport(JdbcClient database) {
        this.database = database;
    }

    /** Imports the file. Throws {@link MalformedDirectory} before any change. */
    public void importFrom(Path file) {
        DirectoryFile directory = DirectoryFile.read(file);
        directory.states().forEach(this::insert);
        directory.registrations().forEach(this::insert);
        directory.keys().forEach(this::insert);
        List<String> differences = DirectoryDifferences.between(directory, new JdbcDirectory(database));
        if (!differences.isEmpty()) {
            LOG.warn(
                    "{} differs from the directory in use, which stays as it is: {}. The file only adds; change the rest"
                            + " as \"To change what is known of a state\" in docs/deployment says.",
                    file,
                    String.join(", ", differences));
        }
    }

    private void insert(State state) {
        database.sql("insert into state (party, name_ru, name_en) values (?, ?, ?) on conflict do nothing")
                .params(state.party().value(), state.name().ru(), state.name().en())
                .update();
    }

    private void insert(Registration registration) {
        database.sql("""
                        insert into party_channel (party, channel, address)
                        select :party, :channel, :address
                        where not exists (select from channels_set where party = :party)
                        on conflict do nothing""")
                .param("party", registration.party().value())
                .param("channel", registration.channel().wireName())
                .param("address", registration.address())
                .update();
    }

    private void insert(RegisteredKey key) {
        database.sql("insert into party_key (kid, party, algorithm, public_key, valid_from, valid_to, revoked_at,"
                        + " subject) values (:kid, :party, :algorithm, :publicKey, :validFrom, :validTo, :revokedAt,"
                        + " :subject)"
                        + " on conflict do nothing")
                .param("kid", key.kid())
                .param("party", key.party().value())
                .param("algorithm", key.algorithm())
                .param("publicKey", key.publicKey())
                .param("validFrom", utc(key.validFrom()))
                .param("validTo", utc(key.validTo()))
                .param("revokedAt", utc(key.revokedAt()))
                .param("subject", key.subject())
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
