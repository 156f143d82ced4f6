package io.depository.fuzz;

import io.depository.parties.Channel;

/** Mail: MIME, S/MIME and what may be in it. */
public final class MimeFuzz {

    private MimeFuzz() {}

    public static void fuzzerInitialize() {
        Fuzzed.warmUp();
    }

    public static void fuzzerTestOneInput(byte[] input) {
        Fuzzed.read(Channel.MAIL, input);
    }
}
