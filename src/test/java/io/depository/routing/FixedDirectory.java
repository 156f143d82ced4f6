package io.depository.routing;

import io.depository.parties.Channel;
import io.depository.parties.Directory;
import io.depository.parties.RegisteredKey;
import io.depository.parties.Registration;
import io.depository.parties.State;
import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A directory of a few states, each registered on all channels. */
record FixedDirectory(List<PartyCode> parties) implements Directory {

    static FixedDirectory of(String... codes) {
        return new FixedDirectory(List.of(codes).stream().map(PartyCode::new).toList());
    }

    @Override
    public List<State> listStates() {
        return parties.stream().map(FixedDirectory::state).toList();
    }

    @Override
    public Optional<State> findState(PartyCode party) {
        return parties.contains(party) ? Optional.of(state(party)) : Optional.empty();
    }

    @Override
    public Optional<RegisteredKey> findKey(String kid) {
        return Optional.empty();
    }

    @Override
    public List<RegisteredKey> listAuthorities() {
        return List.of();
    }

    @Override
    public List<Registration> listChannels(PartyCode party) {
        return List.of(
                new Registration(party, Channel.JMS, party.value()),
                new Registration(party, Channel.FILE, party.value()),
                new Registration(party, Channel.MAIL, "mfa@" + party.value().toLowerCase(Locale.ROOT) + ".local"));
    }

    @Override
    public Optional<String> findMailAddress(PartyCode party) {
        return Optional.empty();
    }

    private static State state(PartyCode party) {
        return new State(party, new Bilingual(party.value(), party.value()));
    }
}
