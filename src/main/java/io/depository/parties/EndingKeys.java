package io.depository.parties;

import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.util.List;

/** Keys and certificates that end soon by their validity. Those that are revoked or have ended are none of them. */
public interface EndingKeys {

    /** All that end within thirty days from then on, the earliest first. */
    List<Ending> list(Instant now);

    /** Those of them of which nobody has been warned yet, thirty days before or seven: each is given once, to one caller. */
    List<Ending> takeWarnings(Instant now);

    /**
     * A key that ends soon.
     *
     * @param endsAt first instant after its validity
     * @param days within how many days it ends: 30 or 7
     * @param succeeded whether another of the same kind is registered for the party, and counts from then on
     */
    record Ending(PartyCode party, String kid, String algorithm, Instant endsAt, int days, boolean succeeded) {}
}
