package io.depository.routing;

/**
 * The bytes of an arrival.
 *
 * @param kept all of them, or the first 64 KB where {@code tooLarge}
 * @param digest SHA-256 of all of them
 * @param size the number of all of them
 * @param tooLarge whether they exceed the channel's limit
 */
record RawContent(byte[] kept, byte[] digest, long size, boolean tooLarge) {}
