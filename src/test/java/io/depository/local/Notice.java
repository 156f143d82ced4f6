package io.depository.local;

import io.depository.testing.Digests;

/**
 * What a ministry has to say, and what must become of it.
 *
 * @param party who speaks
 * @param bytes the notification: JSON or a JWS
 * @param signed whether a valid signature vouches for it
 * @param fate what must become of it
 * @param contest of notices that exclude each other, the name that they share: one of them is registered; else empty
 * @param forMail whether a mail that carries it can be answered: a party can be read in it
 */
record Notice(String party, byte[] bytes, boolean signed, Fate fate, String contest, boolean forMail) {

    /** What must become of it, as an acknowledgement says it. */
    enum Fate {
        REGISTERED("registered"),
        HELD("under-review"),
        RETURNED("returned"),
        /** Registered or returned, as another one of the same contest was returned or registered. */
        CONTESTED("");

        private final String outcome;

        Fate(String outcome) {
            this.outcome = outcome;
        }

        boolean allows(String said) {
            return this == CONTESTED ? !said.equals(HELD.outcome) : said.equals(outcome);
        }
    }

    /** By what the depository knows it, with its party. */
    String sha256() {
        return Digests.sha256(bytes);
    }
}
