package io.depository.notification;

import io.depository.treaty.PartyCode;

/** Who vouches for a notification: a valid signature, the channel's account alone, or nobody. */
public sealed interface Voucher {

    /** A valid signature by a key of that party. */
    record Signature(PartyCode party, String kid) implements Voucher {}

    /** Only the channel that it came by, which is that party's. */
    record ChannelAlone(PartyCode party) implements Voucher {}

    /** Nobody. */
    record Nobody() implements Voucher {}

    /** How much it weighs: a repeat is answered only with a decision made on at least the same authority. */
    default int weight() {
        if (this instanceof Signature) {
            return 2;
        }
        return this instanceof ChannelAlone ? 1 : 0;
    }
}
