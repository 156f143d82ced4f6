package io.depository.agreements;

import static io.depository.agreements.ClauseFields.acts;
import static io.depository.agreements.ClauseFields.bilingual;
import static io.depository.agreements.ClauseFields.text;

import io.depository.treaty.AccessionRule;
import io.depository.treaty.Act;
import io.depository.treaty.AmendmentRule;
import io.depository.treaty.AuthorizedBodiesRule;
import io.depository.treaty.Circle;
import io.depository.treaty.ConsentRule;
import io.depository.treaty.Counting;
import io.depository.treaty.DutyRule;
import io.depository.treaty.EntryIntoForceRule;
import io.depository.treaty.FinalClauses;
import io.depository.treaty.LegalPeriod;
import io.depository.treaty.LifetimeRule;
import io.depository.treaty.ProvisionalApplicationRule;
import io.depository.treaty.RefusedActs;
import io.depository.treaty.SignatureRule;
import io.depository.treaty.SuccessionRule;
import io.depository.treaty.WithdrawalRule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The final clauses of a file that is valid by the schema. */
final class ClausesReader {

    private final ClauseFields fields;
    private final boolean openToAll;

    /**
     * @param openToAll whether every state may take part
     */
    ClausesReader(ClauseFields fields, boolean openToAll) {
        this.fields = fields;
        this.openToAll = openToAll;
    }

    FinalClauses read(JsonNode node) {
        EntryIntoForceRule entryIntoForce = new EntryIntoForceReader(fields).read(node.get("entryIntoForce"));
        AccessionRule accession = accession(node.get("accession"));
        if (accession == null && entryIntoForce.counts().contains(Act.ACCESSION)) {
            throw fields.unexpected(
                    node.get("entryIntoForce").get("counts"),
                    "/clauses: ожидается статья о присоединении (accession), раз присоединения учитываются",
                    "/clauses: a rule on accession was expected, because accessions count");
        }
        ConsentRule consent = consent(node.get("consent"), entryIntoForce);
        refuseCountingWhatIsNoConsent(node.get("entryIntoForce").get("counts"), entryIntoForce, consent);
        return new FinalClauses(
                counting(node.get("counting")),
                signature(node.get("signature")),
                consent,
                entryIntoForce,
                accession,
                succession(node.get("succession")),
                provisionalApplication(node.get("provisionalApplication")),
                withdrawal(node.get("withdrawal")),
                authorizedBodies(node.get("authorizedBodies")),
                duties(node.get("duties")),
                amendment(node.get("amendment")),
                refused(node.get("refused")),
                lifetime(node));
    }

    private void refuseCountingWhatIsNoConsent(JsonNode node, EntryIntoForceRule entryIntoForce, ConsentRule consent) {
        for (Act act : entryIntoForce.counts()) {
            if (act != Act.ACCESSION && act != Act.SUCCESSION && !consent.acts().contains(act)) {
                throw fields.unexpected(
                        node,
                        "/clauses/entryIntoForce/counts: ожидается акт, которым выражают согласие, а не "
                                + act.wireName() + "; какие это акты, говорит /clauses/consent/acts",
                        "/clauses/entryIntoForce/counts: an act that expresses consent was expected, not "
                                + act.wireName() + "; /clauses/consent/acts says which do");
            }
        }
    }

    private Counting counting(JsonNode node) {
        if (node.isString()) {
            return Counting.always(ClauseFields.convention(node.asString()));
        }
        List<Counting.Span> spans = new ArrayList<>();
        Counting counting = null;
        for (JsonNode span : node) {
            spans.add(new Counting.Span(
                    ClauseFields.day(span.get("from")), ClauseFields.convention(text(span, "convention"))));
            try {
                counting = new Counting(spans);
            } catch (IllegalArgumentException e) {
                throw fields.unexpected(
                        span.has("from") ? span.get("from") : span,
                        "/clauses/counting: ожидаются способы счета в порядке их первых дней, первый — без дня",
                        "/clauses/counting: conventions in the order of their first days were expected, the first without"
                                + " one");
            }
        }
        return Objects.requireNonNull(counting, "The schema wants at least one convention");
    }

    private @Nullable SignatureRule signature(@Nullable JsonNode node) {
        return node == null
                ? null
                : new SignatureRule(
                        text(node, "article"),
                        fields.circleOr(node.get("openTo"), Circle.ALL),
                        ClauseFields.day(node.get("until")));
    }

    /** Where nothing is said of consent, the acts that count express it. */
    private ConsentRule consent(@Nullable JsonNode node, EntryIntoForceRule entryIntoForce) {
        if (node == null) {
            Set<Act> acts = EnumSet.copyOf(entryIntoForce.counts());
            acts.remove(Act.ACCESSION);
            acts.remove(Act.SUCCESSION);
            return new ConsentRule(entryIntoForce.article(), acts, null);
        }
        JsonNode openTo = node.get("openTo");
        boolean signatories = openTo == null || openTo.asString("").equals("signatories");
        return new ConsentRule(
                text(node, "article"), acts(node.get("acts")), signatories ? null : fields.circle(openTo));
    }

    private @Nullable AccessionRule accession(@Nullable JsonNode node) {
        return node == null
                ? null
                : new AccessionRule(
                        text(node, "article"),
                        fields.circleOr(node.get("openTo"), Circle.ALL),
                        ClauseFields.isTrue(node.get("signatoriesToo")),
                        ClauseFields.isTrue(node.get("onceInForce")),
                        new EntryIntoForceRule.Later(
                                fields.period(node.get("period")),
                                fields.clock(node.get("clock")),
                                false,
                                ClauseFields.isTrue(node.get("laterDay"))));
    }

    private @Nullable SuccessionRule succession(@Nullable JsonNode node) {
        if (node == null) {
            return openToAll ? SuccessionRule.WHERE_SILENT : null;
        }
        return new SuccessionRule(text(node, "article"), fields.circleOr(node.get("openTo"), Circle.ALL));
    }

    private @Nullable ProvisionalApplicationRule provisionalApplication(@Nullable JsonNode node) {
        return node == null
                ? null
                : new ProvisionalApplicationRule(
                        text(node, "article"),
                        fields.period(node.get("period")),
                        node.has("untilAfter") ? fields.period(node.get("untilAfter")) : null,
                        ClauseFields.isTrue(node.get("bySignature")));
    }

    private @Nullable WithdrawalRule withdrawal(@Nullable JsonNode node) {
        return node == null
                ? null
                : new WithdrawalRule(
                        text(node, "article"),
                        fields.period(node.get("notice")),
                        earliest(node.get("notBefore")),
                        window(node.get("window")),
                        ClauseFields.isTrue(node.get("atEndOfTerm")));
    }

    private WithdrawalRule.@Nullable Earliest earliest(@Nullable JsonNode node) {
        return node == null
                ? null
                : new WithdrawalRule.Earliest(
                        fields.period(node.get("period")),
                        WithdrawalRule.From.of(text(node, "from")),
                        text(node, "of").equals("effect"));
    }

    private WithdrawalRule.@Nullable Window window(@Nullable JsonNode node) {
        return node == null
                ? null
                : new WithdrawalRule.Window(
                        fields.period(node.get("after")),
                        longer(node.get("every"), "/clauses/withdrawal/window/every"),
                        fields.period(node.get("open")),
                        WithdrawalRule.From.of(text(node, "from")));
    }

    private LifetimeRule lifetime(JsonNode clauses) {
        JsonNode term = clauses.get("term");
        JsonNode minimum = clauses.get("minimum");
        JsonNode withdrawal = clauses.get("withdrawal");
        if (term == null && withdrawal != null && ClauseFields.isTrue(withdrawal.get("atEndOfTerm"))) {
            throw fields.unexpected(
                    withdrawal.get("atEndOfTerm"),
                    "/clauses: ожидается срок действия (term), раз выход возможен по его окончании (atEndOfTerm)",
                    "/clauses: a term was expected, because a state leaves at its end (atEndOfTerm)");
        }
        return new LifetimeRule(
                term == null ? null : term(term),
                minimum == null
                        ? null
                        : new LifetimeRule.Minimum(
                                text(minimum, "article"), minimum.get("parties").asInt()));
    }

    private LifetimeRule.Term term(JsonNode node) {
        return new LifetimeRule.Term(
                text(node, "article"),
                node.has("length") ? fields.period(node.get("length")) : null,
                ClauseFields.day(node.get("until")),
                node.has("renewal") ? longer(node.get("renewal"), "/clauses/term/renewal") : null);
    }

    /** A period of more than nothing. */
    private LegalPeriod longer(JsonNode node, String where) {
        LegalPeriod period = fields.period(node);
        if (period.amount() == 0) {
            throw fields.unexpected(
                    node,
                    where + ": ожидается срок больше нуля, иначе он не кончится",
                    where + ": a period of more than nothing was expected: it is repeated");
        }
        return period;
    }

    private static @Nullable AuthorizedBodiesRule authorizedBodies(@Nullable JsonNode node) {
        return node == null
                ? null
                : new AuthorizedBodiesRule(
                        text(node, "article"), node.get("changesWithinDays").asInt());
    }

    private List<DutyRule> duties(@Nullable JsonNode nodes) {
        List<DutyRule> duties = new ArrayList<>();
        if (nodes != null) {
            nodes.forEach(node -> duties.add(new DutyRule(
                    text(node, "article"),
                    ClauseFields.act(node.get("act")),
                    fields.period(node.get("within")),
                    DutyRule.After.of(text(node, "after")),
                    bilingual(node.get("what")))));
        }
        return duties;
    }

    private static @Nullable AmendmentRule amendment(@Nullable JsonNode node) {
        return node == null ? null : new AmendmentRule(text(node, "article"), bilingual(node.get("text")));
    }

    private static List<RefusedActs> refused(@Nullable JsonNode nodes) {
        List<RefusedActs> refused = new ArrayList<>();
        if (nodes != null) {
            nodes.forEach(node -> refused.add(new RefusedActs(acts(node.get("acts")), bilingual(node.get("because")))));
        }
        return refused;
    }
}
