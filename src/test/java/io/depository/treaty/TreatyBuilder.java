package io.depository.treaty;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A treaty of a few clauses, and what states do under it, read from one line: {@code "AM 1996-10-31"}. */
final class TreatyBuilder {

    static final Set<Act> RATIFICATIONS = Set.of(Act.RATIFICATION);

    private static final Bilingual TITLE = new Bilingual("Договор", "Treaty");

    private EntryIntoForceRule entry;
    private @Nullable AccessionRule accession;
    private @Nullable SignatureRule signature;
    private @Nullable ProvisionalApplicationRule provisional;
    private @Nullable WithdrawalRule withdrawal;
    private List<DutyRule> duties = List.of();
    private LifetimeRule lifetime = LifetimeRule.UNLIMITED;
    private final List<LegalFact> facts = new ArrayList<>();

    /** In force on the day of the last of so many ratifications, and so for later states. */
    static TreatyBuilder ofRatifications(int needed) {
        return new TreatyBuilder(
                EntryIntoForceRule.of("12", needed, RATIFICATIONS, LegalPeriod.ofDays(0), LegalPeriod.ofDays(0)));
    }

    TreatyBuilder(EntryIntoForceRule entry) {
        this.entry = entry;
    }

    TreatyBuilder later(EntryIntoForceRule.Later later) {
        entry = new EntryIntoForceRule(
                entry.article(), entry.ways(), entry.counts(), entry.from(), later, entry.binds(), null);
        return this;
    }

    TreatyBuilder binding(String states) {
        Circle binds =
                Circle.of(Stream.of(states.split(" ")).map(PartyCode::new).toList());
        entry = new EntryIntoForceRule(
                entry.article(), entry.ways(), entry.counts(), entry.from(), entry.later(), binds, null);
        return this;
    }

    TreatyBuilder accession(EntryIntoForceRule.Later later) {
        accession = new AccessionRule("13", Circle.ALL, false, false, later);
        return this;
    }

    TreatyBuilder openForSignature() {
        signature = new SignatureRule("10", Circle.ALL, null);
        return this;
    }

    TreatyBuilder provisional(ProvisionalApplicationRule rule) {
        provisional = rule;
        return this;
    }

    TreatyBuilder withdrawal(WithdrawalRule rule) {
        withdrawal = rule;
        return this;
    }

    TreatyBuilder lifetime(LifetimeRule rule) {
        lifetime = rule;
        return this;
    }

    TreatyBuilder duty(DutyRule rule) {
        duties = List.of(rule);
        return this;
    }

    /** Ratifications, "AM 1996-10-31, BY 1996-11-01". */
    TreatyBuilder ratified(String acts) {
        return acts(Act.RATIFICATION, acts);
    }

    TreatyBuilder acts(Act act, String acts) {
        for (String one : acts.split(", ")) {
            String[] words = one.split(" ");
            facts.add(fact(act, words[0], LocalDate.parse(words[1]), null));
        }
        return this;
    }

    TreatyBuilder revoked(String party, Act act, String day) {
        String reference = facts.stream()
                .filter(fact -> fact.party().value().equals(party) && fact.act() == act)
                .findFirst()
                .orElseThrow()
                .reference();
        facts.add(fact(
                Act.REVOCATION, party, LocalDate.parse(day), new LegalFact.Target(new PartyCode(party), reference)));
        return this;
    }

    TreatyBuilder fact(java.util.function.UnaryOperator<LegalFact> change) {
        facts.add(change.apply(facts.remove(facts.size() - 1)));
        return this;
    }

    Agreement agreement() {
        return new Agreement(
                "treaty",
                TITLE,
                "Oslo",
                LocalDate.of(1900, 1, 1),
                "depository",
                ZoneOffset.UTC,
                List.of(),
                Circle.ALL,
                null,
                new FinalClauses(
                        Counting.always(CountingConvention.DAY_N_AFTER),
                        signature,
                        new ConsentRule("11", RATIFICATIONS, Circle.ALL),
                        entry,
                        accession,
                        null,
                        provisional,
                        withdrawal,
                        null,
                        duties,
                        null,
                        List.of(),
                        lifetime));
    }

    LegalPosition position() {
        return LegalPosition.of(agreement(), facts);
    }

    /** The day from which the state is bound; null while there is none. */
    @Nullable
    LocalDate boundOn(String party) {
        return position().boundSince(new PartyCode(party)).orElse(null);
    }

    /** The effect of that kind for a state, or in general where none is named; null where there is none. */
    @Nullable
    Effect effect(EffectKind kind, @Nullable String party) {
        return position().findEffect(kind, party == null ? null : new PartyCode(party));
    }

    /** An act that is only considered. */
    LegalFact fact(Act act, String party, LocalDate on, LegalFact.@Nullable Target target) {
        int entryNumber = facts.size() + 1;
        return new LegalFact(
                entryNumber,
                new PartyCode(party),
                act,
                party + "-" + entryNumber,
                on.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
                on,
                target,
                null,
                null);
    }
}
