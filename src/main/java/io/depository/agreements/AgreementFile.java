package io.depository.agreements;

import io.depository.treaty.AccessionRule;
import io.depository.treaty.Act;
import io.depository.treaty.Agreement;
import io.depository.treaty.AgreementState;
import io.depository.treaty.AmendmentRule;
import io.depository.treaty.AuthorizedBodiesRule;
import io.depository.treaty.Bilingual;
import io.depository.treaty.CountingConvention;
import io.depository.treaty.EntryIntoForceRule;
import io.depository.treaty.FinalClauses;
import io.depository.treaty.LegalPeriod;
import io.depository.treaty.PartyCode;
import io.depository.treaty.RefusedActs;
import io.depository.treaty.Signature;
import io.depository.treaty.WithdrawalRule;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A file that is valid by the schema, made into an agreement; refuses what a schema cannot see. */
final class AgreementFile {

    private final String fileName;
    private final JsonNode root;

    AgreementFile(String fileName, JsonNode root) {
        this.fileName = fileName;
        this.root = root;
    }

    Agreement toAgreement() {
        return new Agreement(
                text(root, "id"),
                bilingual(root.get("title")),
                text(root.get("signed"), "place"),
                LocalDate.parse(text(root.get("signed"), "on")),
                text(root, "depository"),
                zone(root.get("zone")),
                states(root.get("states")),
                clauses(root.get("clauses")));
    }

    private ZoneId zone(JsonNode node) {
        try {
            return ZoneId.of(node.asString());
        } catch (DateTimeException e) {
            throw new UnreadableAgreement(
                    CheckedYaml.said(
                            fileName,
                            CheckedYaml.lineOf(node),
                            "/zone: an IANA time zone was expected, such as Europe/Minsk, not " + node.asString()),
                    e);
        }
    }

    private List<AgreementState> states(JsonNode nodes) {
        List<AgreementState> states = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (JsonNode node : nodes) {
            String party = text(node, "party");
            if (!named.add(party)) {
                throw unexpected(
                        node.get("party"), "/states: each state was expected once, but " + party + " is there twice");
            }
            JsonNode doubt = node.get("doubt");
            states.add(new AgreementState(
                    new PartyCode(party),
                    bilingual(node.get("name")),
                    signature(text(node, "signature")),
                    doubt == null ? null : bilingual(doubt),
                    text(node, "source")));
        }
        return states;
    }

    private FinalClauses clauses(JsonNode node) {
        EntryIntoForceRule entryIntoForce = entryIntoForce(node.get("entryIntoForce"));
        AccessionRule accession = accession(node.get("accession"));
        if (accession == null && entryIntoForce.counts().contains(Act.ACCESSION)) {
            throw unexpected(
                    node.get("entryIntoForce").get("counts"),
                    "/clauses: a rule on accession was expected, because accessions count");
        }
        return new FinalClauses(
                counting(text(node, "counting")),
                entryIntoForce,
                accession,
                withdrawal(node.get("withdrawal")),
                authorizedBodies(node.get("authorizedBodies")),
                amendment(node.get("amendment")),
                refused(node.get("refused")));
    }

    private static EntryIntoForceRule entryIntoForce(JsonNode node) {
        return new EntryIntoForceRule(
                text(node, "article"),
                node.get("needed").asInt(),
                acts(node.get("counts")),
                period(node.get("period")),
                period(node.get("laterPeriod")));
    }

    private static @Nullable AccessionRule accession(@Nullable JsonNode node) {
        return node == null ? null : new AccessionRule(text(node, "article"), period(node.get("period")));
    }

    private static @Nullable WithdrawalRule withdrawal(@Nullable JsonNode node) {
        return node == null ? null : new WithdrawalRule(text(node, "article"), period(node.get("notice")));
    }

    private static @Nullable AuthorizedBodiesRule authorizedBodies(@Nullable JsonNode node) {
        return node == null
                ? null
                : new AuthorizedBodiesRule(
                        text(node, "article"), node.get("changesWithinDays").asInt());
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

    private static Set<Act> acts(JsonNode nodes) {
        Set<Act> acts = new HashSet<>();
        nodes.forEach(node -> acts.add(Act.find(node.asString()).orElseThrow()));
        return acts;
    }

    private static LegalPeriod period(JsonNode node) {
        String text = node.asString();
        int amount = Integer.parseInt(text.substring(1, text.length() - 1));
        return text.endsWith("D") ? LegalPeriod.ofDays(amount) : LegalPeriod.ofMonths(amount);
    }

    private static CountingConvention counting(String wireName) {
        for (CountingConvention counting : CountingConvention.values()) {
            if (counting.wireName().equals(wireName)) {
                return counting;
            }
        }
        throw new IllegalStateException("The schema allows a counting convention that is none: " + wireName);
    }

    private static Signature signature(String wireName) {
        for (Signature signature : Signature.values()) {
            if (signature.wireName().equals(wireName)) {
                return signature;
            }
        }
        throw new IllegalStateException("The schema allows a signature that is none: " + wireName);
    }

    private static Bilingual bilingual(JsonNode node) {
        return new Bilingual(text(node, "ru"), text(node, "en"));
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asString();
    }

    private UnreadableAgreement unexpected(JsonNode at, String whatIsWrong) {
        return new UnreadableAgreement(CheckedYaml.said(fileName, CheckedYaml.lineOf(at), whatIsWrong));
    }
}
