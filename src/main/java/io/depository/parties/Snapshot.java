package io.depository.parties;

import io.depository.treaty.PartyCode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The directory as it was read at one moment of the monotonic clock. */
final class Snapshot {

    private final long readAt;
    private final List<State> states;
    private final Map<PartyCode, State> byParty;
    private final Map<String, RegisteredKey> byKid;
    private final List<RegisteredKey> authorities;
    private final Map<PartyCode, List<Registration>> channels;

    Snapshot(long readAt, List<State> states, List<RegisteredKey> keys, List<Registration> registrations) {
        this.readAt = readAt;
        this.states = states.stream().sorted(Comparator.comparing(State::party)).toList();
        this.byParty = states.stream().collect(Collectors.toMap(State::party, Function.identity()));
        this.byKid = keys.stream().collect(Collectors.toMap(RegisteredKey::kid, Function.identity()));
        this.authorities = keys.stream().filter(RegisteredKey::isAuthority).toList();
        this.channels = registrations.stream()
                .sorted(Comparator.comparing(Registration::channel))
                .collect(Collectors.groupingBy(Registration::party));
    }

    /** Nanoseconds since it was read. */
    long age() {
        return System.nanoTime() - readAt;
    }

    List<State> states() {
        return states;
    }

    Optional<State> findState(PartyCode party) {
        return Optional.ofNullable(byParty.get(party));
    }

    Optional<RegisteredKey> findKey(String kid) {
        return Optional.ofNullable(byKid.get(kid));
    }

    List<RegisteredKey> authorities() {
        return authorities;
    }

    List<Registration> listChannels(PartyCode party) {
        return List.copyOf(channels.getOrDefault(party, List.of()));
    }
}
