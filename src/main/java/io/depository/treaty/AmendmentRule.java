package io.depository.treaty;

/**
 * How the agreement is amended: kept as data, since no notification amends it by itself.
 *
 * @param article the article's number, bare
 * @param text the rule in words
 */
public record AmendmentRule(String article, Bilingual text) {}
