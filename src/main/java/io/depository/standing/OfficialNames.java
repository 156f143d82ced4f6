package io.depository.standing;

import io.depository.correspondence.Names;
import io.depository.parties.Directory;
import io.depository.parties.State;
import io.depository.treaty.Agreement;
import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;
import java.util.List;

/** The official names of states, from the directory, and the titles of agreements, from their files. */
public final class OfficialNames implements Names {

    private final Directory directory;
    private final Agreements agreements;

    public OfficialNames(Directory directory, Agreements agreements) {
        this.directory = directory;
        this.agreements = agreements;
    }

    @Override
    public Bilingual state(PartyCode party) {
        return directory
                .findState(party)
                .map(State::name)
                .orElseThrow(() -> new IllegalArgumentException("The directory knows no state " + party));
    }

    @Override
    public List<PartyCode> states() {
        return directory.listStates().stream().map(State::party).toList();
    }

    @Override
    public Bilingual agreementTitle(String id) {
        return find(id).title();
    }

    @Override
    public Particulars particulars(String id) {
        Agreement agreement = find(id);
        return new Particulars(agreement.signedPlace(), agreement.signedOn(), agreement.zone());
    }

    private Agreement find(String id) {
        return agreements
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("No agreement is registered under " + id));
    }
}
