package io.depository.treaty;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the depository determined under an agreement, each found by what it is about. Immutable. */
final class RecordedDates {

    private record About(EffectKind kind, long of) {}

    private final List<Determination> all;
    private final Map<About, RecordedDate> latest = new HashMap<>();
    private final Map<PartyCode, SettledSignature> signatures = new HashMap<>();

    RecordedDates(Collection<? extends Determination> determinations) {
        all = determinations.stream()
                .sorted(Comparator.comparingLong(Determination::entry))
                .map(Determination.class::cast)
                .toList();
        for (Determination determination : all) {
            if (determination instanceof RecordedDate date) {
                latest.put(new About(date.kind(), date.of()), date);
            } else if (determination instanceof SettledSignature signature) {
                signatures.put(signature.party(), signature);
            }
        }
    }

    /** All of them, in the order of their entries, those that a later one replaced included. */
    List<Determination> all() {
        return all;
    }

    /** Whether the state signed, as it was settled; null where nobody settled it. */
    @Nullable
    Boolean signed(PartyCode party) {
        SettledSignature settled = signatures.get(party);
        return settled == null ? null : settled.signed();
    }

    /** The one that counts for the general entry into force; null where none is recorded. */
    @Nullable
    RecordedDate general() {
        return find(EffectKind.ENTRY_INTO_FORCE, RecordedDate.GENERAL);
    }

    /** The one that counts for that effect of the act; null where none is recorded. */
    @Nullable
    RecordedDate find(EffectKind kind, LegalFact act) {
        return find(kind, act.entry());
    }

    private @Nullable RecordedDate find(EffectKind kind, long of) {
        return latest.isEmpty() ? null : latest.get(new About(kind, of));
    }
}
