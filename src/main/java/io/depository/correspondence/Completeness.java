package io.depository.correspondence;

import io.depository.parties.Channel;

/** What an acknowledgement must and must not say, by its outcome: errors only and always when returned, and so on. */
final class Completeness {

    private final Acknowledgement letter;

    private Completeness(Acknowledgement letter) {
        this.letter = letter;
    }

    static void check(Acknowledgement letter) {
        Completeness completeness = new Completeness(letter);
        boolean dry = letter.dryRun();
        boolean recorded = letter.outcome() == Outcome.REGISTERED && !dry;
        completeness.expect("id", letter.id() != null, !dry);
        completeness.expect("channel dry-run", letter.channel() == Channel.DRY_RUN, dry);
        completeness.expect("entry", letter.entry() != null, recorded);
        completeness.expect("receipt", letter.receipt() != null, recorded);
        completeness.expect("errors", !letter.errors().isEmpty(), letter.outcome() == Outcome.RETURNED);
        completeness.expect("review", letter.review() != null, letter.outcome() == Outcome.UNDER_REVIEW);
        if (letter.outcome() == Outcome.RETURNED) {
            completeness.expect("effects", !letter.effects().isEmpty(), false);
        }
    }

    private void expect(String what, boolean present, boolean wanted) {
        if (present != wanted) {
            throw new IllegalArgumentException(
                    "An acknowledgement that is " + letter.outcome().wireName()
                            + (letter.dryRun() ? " in a dry run" : "")
                            + (wanted ? " lacks " : " must not have ") + what + "; notification " + letter.heading());
        }
    }
}
