package io.depository.treaty;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A state that an agreement names, and what is known of its signature.
 *
 * @param party its code
 * @param name its official name; null where the agreement's file leaves that to the directory
 * @param signature whether it signed
 * @param signedOn the day on which it signed; null where that was the day of the agreement's own signing
 * @param doubt what is doubtful about that, in words; never null where the signature is {@link Signature#DOUBTFUL}
 * @param source where the signature, or its absence, can be seen; null where the file does not say
 */
public record AgreementState(
        PartyCode party,
        @Nullable Bilingual name,
        Signature signature,
        @Nullable LocalDate signedOn,
        @Nullable Bilingual doubt,
        @Nullable String source) {

    public AgreementState {
        if (signature == Signature.DOUBTFUL && doubt == null) {
            throw new IllegalArgumentException("The doubtful signature of " + party + " needs words that say why");
        }
    }
}
