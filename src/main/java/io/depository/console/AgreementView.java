package io.depository.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.depository.correspondence.Names;
import io.depository.treaty.Agreement;
import io.depository.treaty.AgreementState;
import io.depository.treaty.Bilingual;
import io.depository.treaty.LegalFact;
import io.depository.treaty.LegalPosition;
import io.depository.treaty.Outlook;
import io.depository.treaty.Overlay;
import io.depository.treaty.Overlays;
import io.depository.treaty.PartyCode;
import io.depository.treaty.StandingOf;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as the open interface shows it, for a date in law and a size of the register.
 *
 * @param missing what entry into force still lacks; empty once it lacks nothing
 * @param earliest the day of entry into force, or the earliest one, if all that is missing were received on {@code asOf}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgreementView(
        String id,
        Bilingual title,
        Signed signed,
        @Nullable LocalDate entryIntoForce,
        int counted,
        int needed,
        List<StateView> states,
        List<EffectView> effects,
        Bilingual waitingFor,
        List<Bilingual> missing,
        LocalDate earliest,
        LocalDate asOf,
        long treeSize) {

    record Signed(String place, LocalDate on) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StateView(
            String party,
            Bilingual name,
            String standing,
            @Nullable Bilingual doubt,
            List<String> overlays,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            List<EffectView> effects) {}

    private record Shown(LegalPosition position, Overlays overlays, Names names) {}

    /** Shows the position as the law saw it at the end of that day, by the acts received until then. */
    static AgreementView of(
            LegalPosition known, Collection<LegalFact> marks, Names names, LocalDate asOf, long treeSize) {
        LegalPosition position = known.asOf(asOf);
        Shown shown = new Shown(position, new Overlays(position, marks, asOf), names);
        Agreement agreement = position.agreement();
        Outlook outlook = position.outlook(asOf);
        List<EffectView> effects =
                position.effects().stream().map(EffectView::of).toList();
        return new AgreementView(
                agreement.id(),
                agreement.title(),
                new Signed(agreement.signedPlace(), agreement.signedOn()),
                position.entryIntoForce().orElse(null),
                position.counted(),
                position.needed(),
                position.parties().stream()
                        .map(party -> stateView(party, shown, asOf, effects))
                        .toList(),
                effects,
                position.waitingFor(asOf),
                outlook.missing(),
                outlook.earliest(),
                asOf,
                treeSize);
    }

    private static StateView stateView(PartyCode code, Shown shown, LocalDate asOf, List<EffectView> effects) {
        StandingOf standing = shown.position().standingOf(code, asOf);
        Optional<AgreementState> named = shown.position().agreement().findState(code);
        String party = code.value();
        return new StateView(
                party,
                named.map(AgreementState::name).orElseGet(() -> shown.names().state(code)),
                standing.standing().wireName(),
                standing.doubtful() ? named.map(AgreementState::doubt).orElse(null) : null,
                shown.overlays().of(code).stream().map(Overlay::wireName).toList(),
                standing.since(),
                standing.until(),
                effects.stream().filter(effect -> party.equals(effect.party())).toList());
    }
}
