package io.depository.fuzz;

import io.depository.parties.Channel;

/** Messages: JSON, or a JWS around it. */
public final class JsonFuzz {

    private JsonFuzz() {}

    public static void fuzzerInitialize() {
        Fuzzed.warmUp();
    }

    public static void fuzzerTestOneInput(byte[] input) {
        Fuzzed.read(Channel.JMS, input);
    }
}
