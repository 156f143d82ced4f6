package io.depository.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.depository.treaty.Bilingual;
import io.depository.treaty.Effect;
import io.depository.treaty.PartyCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An effect in law; {@code on} is null while no date follows. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EffectView(
        String effect,
        @Nullable String party,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable LocalDate on,
        String article,
        Bilingual because,
        @Nullable LocalDate alternative,
        @Nullable LocalDate computed,
        @Nullable Boolean late) {

    static EffectView of(Effect effect) {
        PartyCode party = effect.party();
        return new EffectView(
                effect.kind().wireName(),
                party == null ? null : party.value(),
                effect.on(),
                effect.article(),
                effect.because(),
                effect.alternative(),
                effect.computed(),
                effect.late() ? Boolean.TRUE : null);
    }
}
