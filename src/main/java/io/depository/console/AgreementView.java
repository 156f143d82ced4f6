package io.depository.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.depository.treaty.Agreement;
import io.depository.treaty.AgreementState;
import io.depository.treaty.Bilingual;
import io.depository.treaty.LegalPosition;
import io.depository.treaty.StandingOf;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An agreement as the open interface shows it, for a date in law and a size of the register. */
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

    /** Shows the position as the law saw it at the end of that day, by the acts received until then. */
    static AgreementView of(LegalPosition known, LocalDate asOf, long treeSize) {
        LegalPosition position = known.asOf(asOf);
        Agreement agreement = position.agreement();
        List<EffectView> effects =
                position.effects().stream().map(EffectView::of).toList();
        return new AgreementView(
                agreement.id(),
                agreement.title(),
                new Signed(agreement.signedPlace(), agreement.signedOn()),
                position.entryIntoForce().orElse(null),
                position.counted(),
                position.needed(),
                agreement.states().stream()
                        .map(state -> stateView(state, position, asOf, effects))
                        .toList(),
                effects,
                position.waitingFor(asOf),
                asOf,
                treeSize);
    }

    private static StateView stateView(
            AgreementState state, LegalPosition position, LocalDate asOf, List<EffectView> effects) {
        StandingOf standing = position.standingOf(state.party(), asOf);
        String party = state.party().value();
        return new StateView(
                party,
                state.name(),
                standing.standing().wireName(),
                standing.doubtful() ? state.doubt() : null,
                List.of(),
                standing.since(),
                standing.until(),
                effects.stream().filter(effect -> party.equals(effect.party())).toList());
    }
}
