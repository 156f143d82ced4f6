package io.depository.reading;

/**
 * A report that a mail did not reach its recipient (RFC 3464, action {@code failed}). Anybody can write one: it is
 * evidence that a letter may not have arrived, and moves nothing in law.
 *
 * @param messageId the Message-ID of the mail that came back, in angle brackets
 * @param reason what the reporting server says, in one line
 */
public record Bounce(String messageId, String reason) {}
