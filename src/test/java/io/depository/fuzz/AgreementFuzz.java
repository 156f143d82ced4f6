package io.depository.fuzz;

import io.depository.agreements.AgreementFiles;
import io.depository.agreements.UnreadableAgreement;

/** Agreement files: YAML by our schema. */
public final class AgreementFuzz {

    private static final AgreementFiles FILES = new AgreementFiles();

    private AgreementFuzz() {}

    /** Loads the classes, which takes longer than any input may. */
    public static void fuzzerInitialize() {
        FILES.loadAll(null);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            FILES.load("fuzzed.yaml", input);
        } catch (UnreadableAgreement said) {
            if (said.getMessage() == null || !said.getMessage().contains("fuzzed.yaml")) {
                throw new AssertionError("An error that does not name its file", said);
            }
        }
    }
}
