package io.depository.treaty;

import java.util.List;

/**
 * An act that was examined, and what the law makes of it.
 *
 * @param refusals every rule that it breaks; empty where it is registered. An act that is refused has no effect
 * @param effects what follows from it by all that is known, the day that matters most last; what it was to bring and another
 *     act took back is not among them
 * @param notes what else a lawyer should know of it: why a consent does not count, by what it was taken back, what is doubtful
 */
public record Examined(LegalFact act, List<Refusal> refusals, List<Effect> effects, List<Bilingual> notes) {

    public Examined {
        refusals = List.copyOf(refusals);
        effects = List.copyOf(effects);
        notes = List.copyOf(notes);
    }

    /** Whether the law lets it be registered. */
    public boolean isRegistered() {
        return refusals.isEmpty();
    }

    /** Whether it is a consent that counts towards entry into force. */
    public boolean isCounted() {
        return effects.stream().anyMatch(effect -> effect.kind() == EffectKind.CONSENT_COUNTED);
    }
}
