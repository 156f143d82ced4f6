package io.depository.treaty;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The recorded days of an agreement, each found by what it is about. Immutable. */
final class RecordedDates {

    private record About(EffectKind kind, long of) {}

    private final List<RecordedDate> all;
    private final Map<About, RecordedDate> latest = new HashMap<>();

    RecordedDates(Collection<RecordedDate> dates) {
        all = dates.stream()
                .sorted(Comparator.comparingLong(RecordedDate::entry))
                .toList();
        all.forEach(date -> latest.put(new About(date.kind(), date.of()), date));
    }

    /** All of them, in the order of their entries, those that a later one replaced included. */
    List<RecordedDate> all() {
        return all;
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
