package io.depository.treaty;

/**
 * What an amendment amends: it is an agreement of its own, with its own final clauses (VCLT 40).
 *
 * @param agreement the id of the agreement that it amends
 * @param article the article of that agreement by which it is amended, bare
 */
public record Amends(String agreement, String article) {}
