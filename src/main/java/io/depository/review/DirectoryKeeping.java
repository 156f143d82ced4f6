package io.depository.review;

import io.depository.parties.Channel;
import io.depository.parties.Directory;
import io.depository.parties.DirectoryBook;
import io.depository.parties.PartyCertificate;
import io.depository.parties.RegisteredKey;
import io.depository.parties.Registration;
import io.depository.register.Append;
import io.depository.register.Register;
import io.depository.register.Review;
import io.depository.review.Reviewing.Progress;
import io.depository.staff.Audit;
import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the directory: a new key by two people, a revocation or other channels by one. Each change is an entry in the
 * register and a line in the audit, in one transaction under the lock of the register's head.
 */
public class DirectoryKeeping {

    private static final int PEOPLE_FOR_A_KEY = 2;

    private final Directory directory;
    private final DirectoryBook book;
    private final KeyProposals proposals;
    private final Register register;
    private final Audit audit;
    private final TransactionTemplate transaction;

    DirectoryKeeping(
            Directory directory,
            DirectoryBook book,
            KeyProposals proposals,
            Register register,
            Audit audit,
            TransactionTemplate transaction) {
        this.directory = directory;
        this.book = book;
        this.proposals = proposals;
        this.register = register;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** A key that one person wants registered, and that waits for another one. */
    public record Waiting(PartyCode party, String kid, String by, Instant at, String reason) {}

    /** Keys that wait for a second person, the latest first, at most so many. */
    public List<Waiting> listWaiting(int limit) {
        return proposals.waiting(limit);
    }

    /** All keys ever registered for the party. Throws {@link Unknown} where the directory has no such state. */
    public List<RegisteredKey> listKeys(String party) {
        return book.listKeys(stateOf(party));
    }

    /** Where the party is told. Throws {@link Unknown} where the directory has no such state. */
    public List<Registration> listChannels(String party) {
        return directory.listChannels(stateOf(party));
    }

    /**
     * Registers a key once two different people want exactly the same: key, party and validity.
     *
     * @throws Unknown when the directory has no such state
     * @throws Conflict when it is registered already, or the same person asks twice
     */
    public Progress propose(String party, ProposedKey key, Instruction instruction) {
        PartyCode state = stateOf(party);
        return transaction.execute(status -> {
            Append append = register.lock();
            if (directory.findKey(key.kid()).isPresent()) {
                throw registeredAlready(key.kid());
            }
            List<Review> agreed = new ArrayList<>(proposals.of(state, key));
            if (agreed.stream().anyMatch(one -> one.by().equals(instruction.who()))) {
                throw new Conflict(
                        Conflict.Code.SAME_PERSON,
                        new Bilingual(
                                "Вы уже предложили этот ключ; его должен подтвердить другой сотрудник.",
                                "You have proposed this key already; another person must confirm it."));
            }
            Review mine = new Review(instruction.who(), append.recordedAt(), instruction.reason());
            agreed.add(mine);
            proposals.add(state, key, agreed.size(), mine);
            audit.write(instruction.who(), "keys.propose", onKey(state, key.kid()), instruction.reason());
            if (agreed.size() < PEOPLE_FOR_A_KEY) {
                return Progress.ANOTHER_NEEDED;
            }
            register(state, key, agreed, append);
            return Progress.DECIDED;
        });
    }

    private void register(PartyCode party, ProposedKey key, List<Review> agreed, Append append) {
        Instant validFrom = key.validFrom() == null ? append.recordedAt() : key.validFrom();
        RegisteredKey registered = new RegisteredKey(
                key.kid(), party, key.algorithm(), key.publicKey(), validFrom, key.validTo(), null, key.subject());
        if (!book.add(registered)) {
            throw registeredAlready(key.kid());
        }
        DirectoryEntries.keyRegistered(registered, Optional.empty(), agreed, append);
    }

    /**
     * Revokes a key from now on: what was received before stays vouched for.
     *
     * @throws Unknown when the directory has no such state, or the state no such key
     * @throws Conflict when it is revoked already
     */
    public void revoke(String party, String fingerprint, Instruction instruction) {
        PartyCode state = stateOf(party);
        String kid = PartyCertificate.canonical(fingerprint);
        transaction.executeWithoutResult(status -> {
            Append append = register.lock();
            Instant at = append.recordedAt();
            if (!book.revoke(state, kid, at)) {
                throw notToBeRevoked(state, kid);
            }
            audit.write(instruction.who(), "keys.revoke", onKey(state, kid), instruction.reason());
            Map<String, String> details = new LinkedHashMap<>();
            details.put("kid", kid);
            details.put("revokedAt", at.toString());
            DirectoryEntries.enter("key-revoked", state, details, List.of(reviewOf(instruction, at)), append);
        });
    }

    /**
     * Tells the party on these channels from now on, and on no others. Letters put down already keep their address.
     *
     * @throws Unknown when the directory has no such state
     */
    public void setChannels(String party, ChannelAddresses addresses, Instruction instruction) {
        PartyCode state = stateOf(party);
        Map<Channel, String> wanted = addresses.of(state);
        transaction.executeWithoutResult(status -> {
            Append append = register.lock();
            book.setChannels(state, wanted);
            audit.write(instruction.who(), "channels.set", "parties/" + state + "/channels", instruction.reason());
            DirectoryEntries.enter(
                    "channels-changed",
                    state,
                    ChannelAddresses.forTheRegister(wanted),
                    List.of(reviewOf(instruction, append.recordedAt())),
                    append);
        });
    }

    /** The state of that code. Throws {@link Unknown} where the directory has none. */
    public PartyCode stateOf(String party) {
        return Optional.of(party)
                .flatMap(PartyCode::find)
                .filter(code -> directory.findState(code).isPresent())
                .orElseThrow(() -> new Unknown(
                        new Bilingual("В справочнике нет такого государства.", "The directory has no such state.")));
    }

    private RuntimeException notToBeRevoked(PartyCode party, String kid) {
        boolean known = book.listKeys(party).stream().anyMatch(key -> key.kid().equals(kid));
        return known
                ? new Conflict(
                        Conflict.Code.ALREADY_DECIDED,
                        new Bilingual("Ключ уже отозван.", "The key is revoked already."))
                : new Unknown(new Bilingual("У этого государства нет такого ключа.", "That state has no such key."));
    }

    private static Conflict registeredAlready(String kid) {
        return new Conflict(
                Conflict.Code.ALREADY_DECIDED,
                new Bilingual("Ключ " + kid + " уже зарегистрирован.", "The key " + kid + " is registered already."));
    }

    private static Review reviewOf(Instruction instruction, Instant at) {
        return new Review(instruction.who(), at, instruction.reason());
    }

    private static String onKey(PartyCode party, String kid) {
        return "parties/" + party + "/keys/" + kid;
    }
}
