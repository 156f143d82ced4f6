package io.depository.treaty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The consents that count towards entry into force, and the threshold that they reach.
 *
 * <p>Entry into force is final once its day has come (VCLT 55): the consents that brought it about are then fixed. Brought
 * about on Saturday 4 April 2026, it stands whatever is received on that day or later.
 *
 * <p>Grows while facts are told, then rests.
 */
final class CountedConsents {

    /** A threshold that fell: the act by which it did, and the day of entry into force that went with it. */
    record Lost(LegalFact by, LocalDate generalOn) {}

    private final Agreement agreement;
    private final Signatures signatures;
    private final RecordedDates recorded;
    private final List<LegalFact> consents = new ArrayList<>();
    private @Nullable Threshold threshold;
    private boolean isFinal;
    private @Nullable Lost lost;

    CountedConsents(Agreement agreement, Signatures signatures, RecordedDates recorded) {
        this.agreement = agreement;
        this.signatures = signatures;
        this.recorded = recorded;
        find();
    }

    private CountedConsents(CountedConsents other, Signatures signatures) {
        agreement = other.agreement;
        this.signatures = signatures;
        recorded = other.recorded;
        consents.addAll(other.consents);
        threshold = other.threshold;
        isFinal = other.isFinal;
        lost = other.lost;
    }

    /** The same consents so far, to grow on their own beside those signatures. */
    CountedConsents copy(Signatures own) {
        return new CountedConsents(this, own);
    }

    /** In order of receipt. */
    List<LegalFact> all() {
        return List.copyOf(consents);
    }

    @Nullable
    Threshold threshold() {
        return threshold;
    }

    /** How the threshold was last lost; null where it never was. */
    @Nullable
    Lost lost() {
        return lost;
    }

    /** What is told from now on was received on that day or later. */
    void comeTo(LocalDate day) {
        if (threshold != null && !threshold.generalOn().isAfter(day)) {
            isFinal = true;
        }
    }

    void add(LegalFact consent) {
        consents.add(consent);
        find();
    }

    void remove(LegalFact consent, LegalFact by) {
        if (consents.remove(consent)) {
            recount(by);
        }
    }

    /** An act has changed whose consents are asked for, or which of them count. */
    void recount(LegalFact by) {
        Threshold before = threshold;
        find();
        if (before != null && threshold == null) {
            lost = new Lost(by, before.generalOn());
        }
    }

    private void find() {
        if (!isFinal) {
            threshold = Thresholds.find(agreement, consents, signatures.known(), recorded);
        }
    }
}
