package io.depository.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the depository knows of the demo states at the first start, as a directory file that a person may change. */
public final class DemoDirectory {

    private DemoDirectory() {}

    /** The home's directory file, with keys and drop folders; made where it is missing. */
    public static Path in(Path home) {
        Path file = home.resolve("directory.yaml");
        StringBuilder states = new StringBuilder("states:\n");
        try {
            for (DemoState state : DemoState.ALL) {
                Path drop = home.resolve("drop").resolve(state.party().value());
                Files.createDirectories(drop.resolve("in"));
                Files.createDirectories(drop.resolve("out"));
                states.append(written(state, DemoKeys.of(state, home)));
            }
            if (!Files.exists(file)) {
                Path incomplete = home.resolve("directory.incomplete");
                Files.deleteIfExists(incomplete);
                PrivateFiles.write(incomplete, states.toString());
                PrivateFiles.giveName(incomplete, file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("The directory cannot be kept in " + file, e);
        }
    }

    private static String written(DemoState state, DemoKeys keys) {
        return """
                  - party: %1$s
                    name: {ru: %2$s, en: %3$s}
                    channels: {jms: %1$s, file: %1$s, mail: %4$s}
                    keys:
                      - {kid: %5$s, algorithm: EdDSA, publicKey: %6$s, validFrom: %7$s}
                    certificates:
                      - {der: %8$s}
                """.formatted(
                        state.party(),
                        state.name().ru(),
                        state.name().en(),
                        state.mailAddress(),
                        keys.kid(),
                        keys.publicKey(),
                        DemoKeys.VALID_FROM,
                        keys.certificate());
    }
}
