package io.depository.testing;

import io.depository.parties.Channel;
import io.depository.parties.Directory;
import io.depository.parties.RegisteredKey;
import io.depository.parties.Registration;
import io.depository.parties.State;
import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A directory in memory: the eleven states of the first agreement and Germany, each with a key and three channels. */
public final class TestDirectory implements Directory {

    public static final List<String> ELEVEN = List.of("AM", "AZ", "BY", "KG", "KZ", "MD", "RU", "TJ", "TM", "UA", "UZ");

    private final Map<PartyCode, State> states = new TreeMap<>();
    private final Map<PartyCode, SigningKey> keys = new TreeMap<>();
    private final Map<String, RegisteredKey> registered = new ConcurrentHashMap<>();

    public TestDirectory() {
        List<String> codes = new ArrayList<>(ELEVEN);
        codes.add("DE");
        for (String code : codes) {
            PartyCode party = new PartyCode(code);
            states.put(party, new State(party, new Bilingual("Государство " + code, "State of " + code)));
            SigningKey key = SigningKey.of(code);
            keys.put(party, key);
            register(key.registered());
        }
    }

    /** The demo key of a state. */
    public SigningKey keyOf(String party) {
        SigningKey key = keys.get(new PartyCode(party));
        if (key == null) {
            throw new IllegalArgumentException("No key for " + party);
        }
        return key;
    }

    /** Registers a further key, or the same one anew. */
    public void register(RegisteredKey key) {
        registered.put(key.kid(), key);
    }

    /** The same key, revoked. */
    public static RegisteredKey revoked(RegisteredKey key, Instant at) {
        return new RegisteredKey(
                key.kid(), key.party(), key.algorithm(), key.publicKey(), key.validFrom(), key.validTo(), at);
    }

    @Override
    public List<State> listStates() {
        return List.copyOf(states.values());
    }

    @Override
    public Optional<State> findState(PartyCode party) {
        return Optional.ofNullable(states.get(party));
    }

    @Override
    public Optional<RegisteredKey> findKey(String kid) {
        return Optional.ofNullable(registered.get(kid));
    }

    @Override
    public List<RegisteredKey> listAuthorities() {
        return registered.values().stream().filter(RegisteredKey::isAuthority).toList();
    }

    @Override
    public List<Registration> listChannels(PartyCode party) {
        return List.of(
                new Registration(party, Channel.JMS, party.value()),
                new Registration(party, Channel.FILE, party.value()),
                new Registration(party, Channel.MAIL, mailOf(party)));
    }

    @Override
    public Optional<String> findMailAddress(PartyCode party) {
        return states.containsKey(party) ? Optional.of(mailOf(party)) : Optional.empty();
    }

    private static String mailOf(PartyCode party) {
        return "mfa@" + party.value().toLowerCase(java.util.Locale.ROOT) + ".local";
    }
}
