package io.depository.review;

import io.depository.treaty.Bilingual;

/** Decides what is under review. */
public class Reviewing {

    /** The answer about a number that no arrival has. */
    public static Unknown noSuchArrival(long arrival) {
        return new Unknown(new Bilingual(
                "Поступления " + arrival + " нет; список дает GET /api/inbox.",
                "There is no arrival " + arrival + "; GET /api/inbox lists them."));
    }
}
