package io.depository.correspondence;

import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The official names that circulars are written with. Safe for concurrent use; answers from memory. */
public interface Names {

    /**
     * The official name of the state, in the nominative, with or without the English article ({@code the Kyrgyz
     * Republic}). Never null: throws where the depository does not know the state.
     */
    Bilingual state(PartyCode party);

    /** All states that the depository knows, in the order of their codes. */
    List<PartyCode> states();

    /** Where and when the agreement was signed, and where its days begin. Throws where there is no such agreement. */
    Particulars particulars(String agreement);

    /**
     * What a letter says of an agreement besides its title.
     *
     * @param place where it was signed, in English
     * @param signedOn the day it was signed
     * @param zone the zone in which its days begin and end
     */
    record Particulars(String place, LocalDate signedOn, ZoneId zone) {}

    /** The full title of the agreement, without quotation marks. Never null: throws where there is no such agreement. */
    Bilingual agreementTitle(String id);
}
