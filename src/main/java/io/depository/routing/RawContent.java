package io.depository.routing;

import java.util.Map;

/**
 * The bytes of an arrival.
 *
 * @param kept all of them, or the first 64 KB where {@code tooLarge}
 * @param digest SHA-256 of all of them, or of the first {@code digested}
 * @param size the number of all of them
 * @param tooLarge whether they exceed the channel's limit
 * @param digested how many the digest is about: all but of what exceeds {@link ContentSink#MOST_READ}
 */
record RawContent(byte[] kept, byte[] digest, long size, boolean tooLarge, long digested) {

    /** What is to be said beside a digest that is not of the whole; empty where it is. */
    Map<String, String> evidence() {
        return digested >= size ? Map.of() : Map.of("digestOf", "the first " + digested + " bytes of " + size);
    }
}
