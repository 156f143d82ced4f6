package io.depository.witness;

import java.util.List;

/**
 * The witnesses that the depository's operator names, beside the parties.
 *
 * @param keys their verifier keys (C2SP tlog-cosignature, type 0x04)
 */
public record WitnessKeys(List<String> keys) {

    public WitnessKeys {
        keys = List.copyOf(keys);
    }
}
