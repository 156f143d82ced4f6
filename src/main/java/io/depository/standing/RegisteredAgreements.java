package io.depository.standing;

import io.depository.agreements.AgreementFiles;
import io.depository.agreements.LoadedAgreement;
import io.depository.register.AgreementRecord;
import io.depository.register.AgreementStore;
import io.depository.register.AgreementStore.RegisteredAgreement;
import io.depository.register.Append;
import io.depository.register.NewEntry;
import io.depository.register.Register;
import io.depository.treaty.Agreement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The agreements in the register, read once at start. The register decides what is in use, not the folder: a file that is
 * new to it is appended when staff have accepted it, and stops the start otherwise.
 */
public final class RegisteredAgreements implements Agreements {

    /** Accepts every file; for local mode. */
    private static final String ANY = "any";

    /** All versions of each agreement, by their entries. */
    private final Map<String, NavigableMap<Long, LoadedAgreement>> versions;

    private RegisteredAgreements(Map<String, NavigableMap<Long, LoadedAgreement>> versions) {
        this.versions = versions;
    }

    /**
     * Reads the register, appending accepted files that it does not know.
     *
     * @param files the agreement files found at start
     * @param accepted digests (lower-case hex) that staff have accepted
     * @throws UnregisteredAgreement for a file that is neither registered nor accepted
     */
    public static RegisteredAgreements open(
            List<LoadedAgreement> files,
            Set<String> accepted,
            AgreementFiles reader,
            Register register,
            AgreementStore store,
            TransactionTemplate transaction) {
        for (LoadedAgreement file : files) {
            if (store.find(file.sha256()).isEmpty()) {
                String digest = HexFormat.of().formatHex(file.sha256());
                if (!accepted.contains(ANY) && !accepted.contains(digest)) {
                    throw new UnregisteredAgreement(file.agreement().id(), digest);
                }
                transaction.executeWithoutResult(status -> append(file, register, store));
            }
        }
        Map<String, NavigableMap<Long, LoadedAgreement>> versions = new TreeMap<>();
        for (RegisteredAgreement registered : store.list()) {
            versions.computeIfAbsent(registered.id(), id -> new TreeMap<>())
                    .put(registered.entry(), reader.load("register entry " + registered.entry(), registered.content()));
        }
        return new RegisteredAgreements(versions);
    }

    private static void append(LoadedAgreement file, Register register, AgreementStore store) {
        Append append = register.lock();
        if (store.find(file.sha256()).isPresent()) {
            return; // Another node was faster.
        }
        String id = file.agreement().id();
        AgreementRecord entry = new AgreementRecord(append.size(), append.recordedAt(), id, file.content());
        long index = append.add(new NewEntry(NewEntry.Type.AGREEMENT, id, null, entry.toBytes()));
        append.seal();
        store.add(id, file.content(), index);
    }

    @Override
    public Optional<Agreement> find(String id) {
        return findAt(id, Long.MAX_VALUE);
    }

    @Override
    public Optional<Agreement> findAt(String id, long registerSize) {
        NavigableMap<Long, LoadedAgreement> all = versions.get(id);
        if (all == null) {
            return Optional.empty();
        }
        Map.Entry<Long, LoadedAgreement> known = all.lowerEntry(registerSize);
        return Optional.of((known == null ? all.firstEntry() : known).getValue().agreement());
    }

    @Override
    public SortedMap<Long, Agreement> versions(String id) {
        SortedMap<Long, Agreement> all = new TreeMap<>();
        versions.getOrDefault(id, new TreeMap<>()).forEach((entry, file) -> all.put(entry, file.agreement()));
        return all;
    }

    @Override
    public LoadedAgreement fileOf(String id) {
        NavigableMap<Long, LoadedAgreement> all = versions.get(id);
        if (all == null) {
            throw new IllegalArgumentException("No agreement is registered under " + id);
        }
        return all.lastEntry().getValue();
    }

    @Override
    public List<Agreement> list() {
        return versions.values().stream()
                .map(all -> all.lastEntry().getValue().agreement())
                .toList();
    }
}
