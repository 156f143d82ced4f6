package io.depository.parties;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * In what a directory file is not what the directory in use says: each party and field by name. Values are left out, for
 * people's addresses are nothing for a log.
 */
final class DirectoryDifferences {

    private final List<String> found = new ArrayList<>();

    private DirectoryDifferences() {}

    /** The differences in words: of states, then of channels, then of keys. */
    static List<String> between(DirectoryFile file, JdbcDirectory inUse) {
        DirectoryDifferences differences = new DirectoryDifferences();
        differences.compare(
                file.states(),
                inUse.readStates(),
                State::party,
                state -> state.party() + " state",
                (own, used) -> differences.check(own.party() + " name", own.name(), used.name()));
        differences.compare(
                file.registrations(),
                inUse.readChannels(),
                DirectoryDifferences::words,
                DirectoryDifferences::words,
                (own, used) -> differences.check(words(own) + " address", own.address(), used.address()));
        differences.compare(
                file.keys(),
                inUse.readKeys(),
                RegisteredKey::kid,
                DirectoryDifferences::words,
                differences::compareKeys);
        return differences.found;
    }

    private <T> void compare(
            List<T> file,
            List<T> inUse,
            Function<T, Object> identity,
            Function<T, String> words,
            BiConsumer<T, T> fields) {
        Map<Object, T> others = new LinkedHashMap<>();
        inUse.forEach(used -> others.put(identity.apply(used), used));
        for (T own : file) {
            T used = others.remove(identity.apply(own));
            if (used != null) {
                fields.accept(own, used);
            }
        }
        others.values().forEach(used -> found.add(words.apply(used) + " (not in the file)"));
    }

    /** Algorithm and key itself cannot differ: the kid is their thumbprint. */
    private void compareKeys(RegisteredKey own, RegisteredKey used) {
        check(words(own) + " party", own.party(), used.party());
        check(words(own) + " validFrom", stored(own.validFrom()), used.validFrom());
        check(words(own) + " validTo", stored(own.validTo()), used.validTo());
        check(words(own) + " revokedAt", stored(own.revokedAt()), used.revokedAt());
        check(words(own) + " subject", own.subject(), used.subject());
    }

    private void check(String field, @Nullable Object own, @Nullable Object used) {
        if (!Objects.equals(own, used)) {
            found.add(field);
        }
    }

    private static String words(Registration registration) {
        return registration.party() + " channel " + registration.channel().wireName();
    }

    private static String words(RegisteredKey key) {
        return key.party() + " key " + key.kid();
    }

    /** As the database keeps it. */
    private static @Nullable Instant stored(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }
}
