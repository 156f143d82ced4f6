package io.depository.parties;

import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The directory as the database has it. What is asked is answered from a snapshot that is at most a second old, so a
 * change by staff, on whatever node, is seen within a second; a key or state that the snapshot lacks is looked for in a
 * fresh one.
 */
@Repository
class JdbcDirectory implements Directory {

    private static final long FRESH_FOR = Duration.ofSeconds(1).toNanos();
    private static final long MISS_FRESH_FOR = Duration.ofMillis(50).toNanos();

    private final JdbcClient database;
    private volatile @Nullable Snapshot snapshot;

    JdbcDirectory(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<State> listStates() {
        return atMost(FRESH_FOR).states();
    }

    @Override
    public Optional<State> findState(PartyCode party) {
        return atMost(FRESH_FOR)
                .findState(party)
                .or(() -> atMost(MISS_FRESH_FOR).findState(party));
    }

    @Override
    public Optional<RegisteredKey> findKey(String kid) {
        return atMost(FRESH_FOR).findKey(kid).or(() -> atMost(MISS_FRESH_FOR).findKey(kid));
    }

    @Override
    public List<RegisteredKey> listAuthorities() {
        return atMost(FRESH_FOR).authorities();
    }

    @Override
    public List<Registration> listChannels(PartyCode party) {
        return atMost(FRESH_FOR).listChannels(party);
    }

    @Override
    public Optional<String> findMailAddress(PartyCode party) {
        return listChannels(party).stream()
                .filter(registration -> registration.channel() == Channel.MAIL)
                .map(Registration::address)
                .findFirst();
    }

    private Snapshot atMost(long age) {
        Snapshot current = snapshot;
        return current != null && current.age() <= age ? current : refresh(age);
    }

    private synchronized Snapshot refresh(long age) {
        Snapshot current = snapshot;
        if (current == null || current.age() > age) {
            long readAt = System.nanoTime();
            current = new Snapshot(readAt, readStates(), readKeys(), readChannels());
            snapshot = current;
        }
        return current;
    }

    List<State> readStates() {
        return database.sql("select party, name_ru, name_en from state")
                .query((row, number) -> new State(
                        new PartyCode(row.getString("party")),
                        new Bilingual(row.getString("name_ru"), row.getString("name_en"))))
                .list();
    }

    List<RegisteredKey> readKeys() {
        return database.sql("select * from party_key")
                .query((row, number) -> JdbcDirectoryBook.key(row))
                .list();
    }

    List<Registration> readChannels() {
        return database.sql("select party, channel, address from party_channel")
                .query((row, number) -> new Registration(
                        new PartyCode(row.getString("party")),
                        Channel.of(row.getString("channel")),
                        row.getString("address")))
                .list();
    }
}
