package io.depository.treaty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What would follow if some acts were received, beside what follows today. Changes nothing.
 *
 * <p>Article 12 of the seed agreement, two notifications received; supposed is a third, received on Thursday 5 March 2026.
 * Today: no date, one more needed. Then: in force on Saturday 4 April 2026, and the dates of three states are {@link
 * Change.What#MOVED} from none to that day.
 *
 * @param today what follows from the acts received by the day asked about
 * @param then what would follow from these and the supposed ones, on the later of that day and the last supposed receipt
 * @param changes each effect whose day would be another one, in the order in which letters show effects
 * @param supposed each supposed act in the order given, with its refusals where the law refuses it: it then has no effect
 */
public record WhatIf(Seen today, Seen then, List<Change> changes, List<Examined> supposed) {

    public WhatIf {
        changes = List.copyOf(changes);
        supposed = List.copyOf(supposed);
    }

    /**
     * A position as it is seen on a day.
     *
     * @param outlook what it lacks to enter into force, and when it could at the earliest
     */
    public record Seen(LegalPosition position, LocalDate asOf, Outlook outlook) {

        static Seen on(LocalDate day, LegalPosition position) {
            return new Seen(position, day, position.outlook(day));
        }

        /** Where each state that may be asked for stands on the day, in the order of {@link LegalPosition#parties}. */
        public Map<PartyCode, StandingOf> standings() {
            Map<PartyCode, StandingOf> standings = new LinkedHashMap<>();
            position.parties().forEach(party -> standings.put(party, position.standingOf(party, asOf)));
            return standings;
        }

        /** What it waits for on the day, in words. */
        public Bilingual waitingFor() {
            return position.waitingFor(asOf);
        }

        /** The day of general entry into force; empty while too few consents stand. */
        public Optional<LocalDate> entryIntoForce() {
            return position.entryIntoForce();
        }
    }

    /**
     * An effect whose day would be another one.
     *
     * @param today the effect as it is today; null where there is none
     * @param then the effect as it would be; null where there would be none
     */
    public record Change(
            What what, @Nullable Effect today, @Nullable Effect then) {

        /** How an effect can change. */
        public enum What {
            /** It is not there today. */
            NEW("new"),
            /** It is there with another day, or with none. */
            MOVED("moved"),
            /** It would not be there any more. */
            GONE("gone");

            private final String wireName;

            What(String wireName) {
                this.wireName = wireName;
            }

            public String wireName() {
                return wireName;
            }
        }

        /** The effect as it would be, or as it is where it would be gone. */
        public Effect latest() {
            return then == null ? Objects.requireNonNull(today) : then;
        }
    }

    /**
     * Supposes that the acts are received.
     *
     * @param known what is known; of it, what had been received by the end of the day counts
     * @param supposed each with the day on which it is supposed to be received, earlier or later
     * @param asOf the day asked about
     */
    public static WhatIf of(LegalPosition known, Collection<LegalFact> supposed, LocalDate asOf) {
        LegalPosition before = known.asOf(asOf);
        Docket docket = Docket.of(before, supposed);
        LocalDate until = asOf;
        for (LegalFact act : supposed) {
            until = act.receivedOn().isAfter(until) ? act.receivedOn() : until;
        }
        return new WhatIf(
                Seen.on(asOf, before),
                Seen.on(until, docket.position()),
                changes(before, docket.position()),
                docket.examined());
    }

    private static List<Change> changes(LegalPosition before, LegalPosition after) {
        Map<About, Effect> gone = new LinkedHashMap<>();
        before.effects().forEach(effect -> gone.put(About.of(effect), effect));
        List<Change> changes = new ArrayList<>();
        for (Effect now : after.effects()) {
            Effect told = gone.remove(About.of(now));
            if (told == null) {
                changes.add(new Change(Change.What.NEW, null, now));
            } else if (!Objects.equals(told.on(), now.on())) {
                changes.add(new Change(Change.What.MOVED, told, now));
            }
        }
        gone.values().forEach(told -> changes.add(new Change(Change.What.GONE, told, null)));
        changes.sort((one, other) -> EffectsInForce.IN_LETTERS.compare(one.latest(), other.latest()));
        return changes;
    }

    private record About(EffectKind kind, @Nullable PartyCode party) {
        static About of(Effect effect) {
            return new About(effect.kind(), effect.party());
        }
    }
}
