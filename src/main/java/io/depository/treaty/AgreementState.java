package io.depository.treaty;

import org.jspecify.annotations.Nullable;

/**
 * A state that an agreement names, and what is known of its signature.
 *
 * @param party its code
 * @param name its official name
 * @param signature whether it signed
 * @param doubt what is doubtful about that, in words; never null where the signature is {@link Signature#DOUBTFUL}
 * @param source where the signature, or its absence, can be seen
 */
public record AgreementState(
        PartyCode party,
        Bilingual name,
        Signature signature,
        @Nullable Bilingual doubt,
        String source) {

    public AgreementState {
        if (signature == Signature.DOUBTFUL && doubt == null) {
            throw new IllegalArgumentException("The doubtful signature of " + party + " needs words that say why");
        }
    }
}
