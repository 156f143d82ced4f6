package io.depository.parties;

import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;

/** A state that the depository knows, by code and official name. */
public record State(PartyCode party, Bilingual name) {}
