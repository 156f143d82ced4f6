package io.depository.register;

import java.time.Instant;

/**
 * A witness's cosignature that was verified (C2SP tlog-cosignature).
 *
 * @param witness its verifier key
 * @param at to the second, as the witness says
 * @param line the signature line, without its line feed
 */
public record Cosigned(String witness, Instant at, String line) {}
