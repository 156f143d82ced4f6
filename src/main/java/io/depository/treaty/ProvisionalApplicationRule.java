package io.depository.treaty;

/**
 * How the agreement is applied before it is in force (VCLT 25): by a state that says so, from the end of the period after
 * receipt until the agreement enters into force for it, or until it takes that back.
 *
 * @param article the article's number, bare
 */
public record ProvisionalApplicationRule(String article, LegalPeriod period) {}
