package io.depository.treaty;

/**
 * The answer to whether a state signed the agreement, where its copy leaves that in doubt. It says what was so from the
 * beginning, whenever it is recorded.
 *
 * @param signed whether the state signed
 */
public record SettledSignature(long entry, PartyCode party, boolean signed, Bilingual reason, String author)
        implements Determination {}
