package io.depository.treaty;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The overlays of the states of an agreement on a day: they rest on acts that move no date besides those that do.
 * Immutable.
 */
public final class Overlays {

    private final LegalPosition position;
    private final LocalDate asOf;
    private final List<LegalFact> marks;
    private final Set<LegalFact.Target> revoked = new HashSet<>();

    /**
     * @param position as the law saw it on that day
     * @param marks the registered acts that move no date
     */
    public Overlays(LegalPosition position, Collection<LegalFact> marks, LocalDate asOf) {
        this.position = position;
        this.asOf = asOf;
        this.marks = marks.stream()
                .filter(mark -> !mark.receivedOn().isAfter(asOf))
                .sorted(LegalFact.IN_LAW)
                .toList();
        position.facts().stream()
                .filter(fact ->
                        fact.act() == Act.REVOCATION && !fact.receivedOn().isAfter(asOf))
                .map(LegalFact::refersTo)
                .filter(Objects::nonNull)
                .forEach(revoked::add);
    }

    /** Those of the state, in the order in which they are declared. */
    public Set<Overlay> of(PartyCode party) {
        Set<Overlay> overlays = EnumSet.noneOf(Overlay.class);
        if (position.appliedProvisionallySince(party, asOf).isPresent()) {
            overlays.add(Overlay.PROVISIONAL_APPLICATION);
        }
        if (hasReservation(party)) {
            overlays.add(Overlay.RESERVATION);
        }
        if (isLate(party)) {
            overlays.add(Overlay.LATE);
        }
        if (isDisputed(party)) {
            overlays.add(Overlay.DISPUTED);
        }
        return overlays;
    }

    private boolean hasReservation(PartyCode party) {
        Participation latest = position.chronicle().latestOf(party);
        boolean withConsent = latest != null
                && latest.consent().reservation()
                && latest.standsOn(asOf)
                && !isRevoked(latest.consent());
        return withConsent
                || marks.stream()
                        .anyMatch(mark ->
                                mark.act() == Act.RESERVATION && mark.party().equals(party) && !isRevoked(mark));
    }

    private boolean isDisputed(PartyCode party) {
        return marks.stream().anyMatch(mark -> {
            LegalFact.Target target = mark.refersTo();
            return mark.act() == Act.OBJECTION
                    && target != null
                    && target.party().equals(party)
                    && !mark.party().equals(party)
                    && !isRevoked(mark);
        });
    }

    /** A list of bodies that came late, or a duty that is overdue or was done late. */
    private boolean isLate(PartyCode party) {
        FinalClauses clauses = position.agreement().clauses();
        AuthorizedBodiesRule bodies = clauses.authorizedBodies();
        LegalFact list = latest(party, Act.AUTHORIZED_BODIES);
        if (bodies != null && list != null && bodies.isLate(list.changedOn(), list.receivedOn())) {
            return true;
        }
        return clauses.duties().stream().anyMatch(duty -> isLate(party, duty));
    }

    private boolean isLate(PartyCode party, DutyRule duty) {
        LocalDate from = from(party, duty);
        if (from == null || from.isAfter(asOf)) {
            return false;
        }
        LocalDate until =
                duty.within().endsOn(from, position.agreement().clauses().counting());
        LegalFact done = marks.stream()
                .filter(mark -> mark.act() == duty.act() && mark.party().equals(party))
                .findFirst()
                .orElse(null);
        return done == null ? asOf.isAfter(until) : done.receivedOn().isAfter(until);
    }

    private @Nullable LocalDate from(PartyCode party, DutyRule duty) {
        Participation latest = position.chronicle().latestOf(party);
        if (latest == null || latest.revocation() != null) {
            return null;
        }
        LocalDate bound = position.chronicle().boundOn(latest);
        return switch (duty.after()) {
            case CONSENT -> latest.consent().consentOn();
            case ENTRY_INTO_FORCE_FOR_PARTY -> bound;
            case ENTRY_INTO_FORCE ->
                bound == null || bound.isAfter(asOf)
                        ? null
                        : position.entryIntoForce().orElse(null);
        };
    }

    private @Nullable LegalFact latest(PartyCode party, Act act) {
        LegalFact latest = null;
        for (LegalFact mark : marks) {
            if (mark.act() == act && mark.party().equals(party)) {
                latest = mark;
            }
        }
        return latest;
    }

    private boolean isRevoked(LegalFact fact) {
        return revoked.contains(new LegalFact.Target(fact.party(), fact.reference()));
    }
}
