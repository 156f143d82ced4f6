package io.depository.treaty;

/**
 * How a new state takes the place of a party (Vienna Convention on Succession of States in respect of Treaties, VCSST, of
 * 23 August 1978). The succession may date back: the state is a party from the day of the succession that it names, or
 * from the general entry into force where that is later (VCSST 23).
 *
 * @param article the article's number, bare; or of the VCSST, where the agreement is silent
 * @param openTo who may notify a succession
 */
public record SuccessionRule(String article, Circle openTo) {

    /** Where an agreement that is open to all states is silent (VCSST 17). */
    public static final SuccessionRule WHERE_SILENT = new SuccessionRule(Article.ofVcsst("17"), Circle.ALL);
}
