package io.depository.fuzz;

import io.depository.parties.Channel;

/** Files: anything, told apart by its content. */
public final class RecognitionFuzz {

    private RecognitionFuzz() {}

    public static void fuzzerInitialize() {
        Fuzzed.warmUp();
    }

    public static void fuzzerTestOneInput(byte[] input) {
        Fuzzed.read(Channel.FILE, input);
    }
}
