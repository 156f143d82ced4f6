package io.depository.treaty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What the depository has to tell on a day, because something takes effect (VCLT 77(1)(e), (f)).
 *
 * <p>Entry into force on Saturday 4 April 2026 is announced on Saturday 28 March and told on the day itself; for a state
 * bound from Sunday 5 April both are told for that state apart.
 */
public final class Duties {

    /** How many days ahead an entry into force is announced. */
    public static final int DAYS_AHEAD = 7;

    private Duties() {}

    /** All duties that follow from the position, those whose day has passed included, in the order of their days. */
    public static List<Duty> of(LegalPosition position) {
        List<Duty> duties = new ArrayList<>();
        for (Effect effect : position.effects()) {
            LocalDate on = effect.on();
            if (on == null || isOfOld(position, effect)) {
                continue;
            }
            if (effect.kind() == EffectKind.ENTRY_INTO_FORCE) {
                addEntry(duties, effect, on, Duty.ENTERED_INTO_FORCE, withParties(position, effect, on));
            } else if (effect.kind() == EffectKind.ENTRY_INTO_FORCE_FOR_PARTY && !isGeneral(position, on)) {
                addEntry(duties, effect, on, Duty.ENTERED_INTO_FORCE_FOR_PARTY, List.of(effect));
            } else if (effect.kind() == EffectKind.WITHDRAWAL_EFFECTIVE) {
                duties.add(
                        new Duty(Duty.WITHDRAWAL_EFFECTIVE, effect.party(), on, on, effect.entry(), List.of(effect)));
            }
        }
        duties.sort(Comparator.comparing(Duty::fallsOn));
        return List.copyOf(duties);
    }

    /**
     * The duties to states that the agreement binds from the day of its general entry into force, but that were not named
     * when that was told: their notification was received in time and registered after it. Told on 4 April 2026 for three
     * states, a fourth one's completion received on 5 March and decided on 10 April is told at once, for that state apart.
     *
     * @param named the states named when general entry into force was told
     */
    public static List<Duty> ofLatecomers(LegalPosition position, Set<PartyCode> named) {
        List<Duty> duties = new ArrayList<>();
        for (Effect effect : position.effects()) {
            LocalDate on = effect.on();
            if (effect.kind() == EffectKind.ENTRY_INTO_FORCE_FOR_PARTY
                    && on != null
                    && isGeneral(position, on)
                    && !named.contains(effect.party())) {
                duties.add(new Duty(
                        Duty.ENTERED_INTO_FORCE_FOR_PARTY, effect.party(), on, on, effect.entry(), List.of(effect)));
            }
        }
        return List.copyOf(duties);
    }

    private static void addEntry(List<Duty> duties, Effect effect, LocalDate on, String told, List<Effect> effects) {
        duties.add(new Duty(
                Duty.ENTRY_INTO_FORCE_DUE, effect.party(), on.minusDays(DAYS_AHEAD), on, effect.entry(), effects));
        duties.add(new Duty(told, effect.party(), on, on, effect.entry(), effects));
    }

    /** The general entry into force names the states for which the agreement is in force from that day. */
    private static List<Effect> withParties(LegalPosition position, Effect general, LocalDate on) {
        List<Effect> effects = new ArrayList<>();
        effects.add(general);
        for (Effect effect : position.effects()) {
            if (effect.kind() == EffectKind.ENTRY_INTO_FORCE_FOR_PARTY && on.equals(effect.on())) {
                effects.add(effect);
            }
        }
        return effects;
    }

    /** An entry into force that is older than the register was told when it came. */
    private static boolean isOfOld(LegalPosition position, Effect effect) {
        return effect.kind() == EffectKind.ENTRY_INTO_FORCE
                && position.agreement().clauses().entryIntoForce().inForceSince() != null;
    }

    private static boolean isGeneral(LegalPosition position, LocalDate on) {
        return position.entryIntoForce().filter(on::equals).isPresent();
    }
}
