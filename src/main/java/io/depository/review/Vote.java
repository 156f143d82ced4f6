package io.depository.review;

import java.time.Instant;

/** What a person said about an arrival under review, and why. */
public record Vote(Verdict verdict, String by, Instant at, String reason) {}
