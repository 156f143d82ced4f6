package io.depository.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.depository.correspondence.Names;
import io.depository.treaty.AgreementState;
import io.depository.treaty.Bilingual;
import io.depository.treaty.Effect;
import io.depository.treaty.Examined;
import io.depository.treaty.PartyCode;
import io.depository.treaty.StandingOf;
import io.depository.treaty.WhatIf;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would follow beside what follows today.
 *
 * @param changes each effect whose day would be another one
 * @param acts the supposed acts in the order of the question
 * @param treeSize the size of the register that the answer rests on
 */
record WhatIfView(
        String agreement, SeenView today, SeenView then, List<ChangeView> changes, List<ActView> acts, long treeSize) {

    /**
     * One side.
     *
     * @param missing what entry into force still lacks; empty once it lacks nothing
     * @param earliest the day of entry into force, or the earliest one, if all that is missing were received on {@code asOf}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SeenView(
            LocalDate asOf,
            @Nullable LocalDate entryIntoForce,
            int counted,
            int needed,
            List<StandingView> states,
            Bilingual waitingFor,
            List<Bilingual> missing,
            LocalDate earliest) {

        static SeenView of(WhatIf.Seen seen, Names names) {
            return new SeenView(
                    seen.asOf(),
                    seen.entryIntoForce().orElse(null),
                    seen.position().counted(),
                    seen.position().needed(),
                    seen.standings().entrySet().stream()
                            .map(entry -> StandingView.of(entry.getKey(), entry.getValue(), seen, names))
                            .toList(),
                    seen.waitingFor(),
                    seen.outlook().missing(),
                    seen.outlook().earliest());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StandingView(
            String party,
            Bilingual name,
            String standing,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {

        static StandingView of(PartyCode party, StandingOf standing, WhatIf.Seen seen, Names names) {
            return new StandingView(
                    party.value(),
                    seen.position()
                            .agreement()
                            .findState(party)
                            .map(AgreementState::name)
                            .orElseGet(() -> names.state(party)),
                    standing.standing().wireName(),
                    standing.since(),
                    standing.until());
        }
    }

    /**
     * An effect whose day would be another one.
     *
     * @param change {@code new}, {@code moved} or {@code gone}
     * @param today its day today; null where there is none
     * @param then its day then; null where there would be none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(
            String change,
            String effect,
            @Nullable String party,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            LocalDate today,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            LocalDate then,

            String article,
            Bilingual because,
            @Nullable LocalDate alternative) {

        static ChangeView of(WhatIf.Change change) {
            Effect latest = change.latest();
            Effect today = change.today();
            Effect then = change.then();
            PartyCode party = latest.party();
            return new ChangeView(
                    change.what().wireName(),
                    latest.kind().wireName(),
                    party == null ? null : party.value(),
                    today == null ? null : today.on(),
                    then == null ? null : then.on(),
                    latest.article(),
                    latest.because(),
                    latest.alternative());
        }
    }

    /** A supposed act; {@code refusals} is empty where the law lets it be registered. */
    record ActView(
            String party,
            String act,
            LocalDate receivedOn,
            List<RefusalView> refusals,
            List<EffectView> effects,
            List<Bilingual> notes) {

        static ActView of(Examined examined) {
            return new ActView(
                    examined.act().party().value(),
                    examined.act().act().wireName(),
                    examined.act().receivedOn(),
                    examined.refusals().stream()
                            .map(refusal -> new RefusalView(refusal.kind().name(), refusal.reason()))
                            .toList(),
                    examined.effects().stream().map(EffectView::of).toList(),
                    examined.notes());
        }
    }

    /** Why the law refuses an act, with the code of acknowledgements. */
    record RefusalView(String code, Bilingual message) {}

    static WhatIfView of(WhatIf whatIf, Names names, long treeSize) {
        return new WhatIfView(
                whatIf.today().position().agreement().id(),
                SeenView.of(whatIf.today(), names),
                SeenView.of(whatIf.then(), names),
                whatIf.changes().stream().map(ChangeView::of).toList(),
                whatIf.supposed().stream().map(ActView::of).toList(),
                treeSize);
    }
}
