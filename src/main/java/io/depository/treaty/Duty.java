package io.depository.treaty;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the depository has to tell on a day.
 *
 * @param kind the wire name of the circular that tells it
 * @param party the state it concerns; null where it concerns the agreement as a whole
 * @param fallsOn the day on which to tell it
 * @param effectOn the day on which what is told takes effect
 * @param entry the register index of the act that it follows from
 * @param effects what is told
 */
public record Duty(
        String kind,
        @Nullable PartyCode party,
        LocalDate fallsOn,
        LocalDate effectOn,
        long entry,
        List<Effect> effects) {

    /** Entry into force is near; told before its day, never after. */
    public static final String ENTRY_INTO_FORCE_DUE = "entry-into-force-due";
    /** The agreement is in force; its effects name the states that it binds from this day. */
    public static final String ENTERED_INTO_FORCE = "entered-into-force";
    /** The agreement is in force for one more state. */
    public static final String ENTERED_INTO_FORCE_FOR_PARTY = "entered-into-force-for-party";
    /** A state is no longer a party. */
    public static final String WITHDRAWAL_EFFECTIVE = "withdrawal-effective";

    public Duty {
        effects = List.copyOf(effects);
    }
}
