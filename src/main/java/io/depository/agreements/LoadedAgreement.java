package io.depository.agreements;

import io.depository.treaty.Agreement;

/**
 * An agreement, and the file that says it.
 *
 * @param content the exact bytes of the file; not to be changed
 * @param sha256 their digest
 */
public record LoadedAgreement(Agreement agreement, byte[] content, byte[] sha256) {}
