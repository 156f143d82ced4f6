package io.depository.agreements;

import io.depository.treaty.Agreement;
import io.depository.treaty.AgreementState;
import io.depository.treaty.Amends;
import io.depository.treaty.Circle;
import io.depository.treaty.PartyCode;
import io.depository.treaty.Signature;
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

    private final ClauseFields fields;
    private final JsonNode root;

    AgreementFile(String fileName, JsonNode root) {
        this.fields = new ClauseFields(fileName, root);
        this.root = root;
    }

    Agreement toAgreement() {
        JsonNode openTo = root.get("openTo");
        return new Agreement(
                ClauseFields.text(root, "id"),
                ClauseFields.bilingual(root.get("title")),
                ClauseFields.text(root.get("signed"), "place"),
                LocalDate.parse(ClauseFields.text(root.get("signed"), "on")),
                ClauseFields.text(root, "depository"),
                zone(root.get("zone")),
                states(root.get("states")),
                openTo == null ? Circle.of(List.of()) : fields.circle(openTo),
                amends(root.get("amends")),
                new ClausesReader(
                                fields, openTo != null && fields.circle(openTo).all())
                        .read(root.get("clauses")));
    }

    private ZoneId zone(JsonNode node) {
        try {
            return ZoneId.of(node.asString());
        } catch (DateTimeException e) {
            throw fields.unexpected(
                    node,
                    "/zone: ожидается часовой пояс IANA, например Europe/Minsk, а не " + node.asString(),
                    "/zone: an IANA time zone was expected, such as Europe/Minsk, not " + node.asString());
        }
    }

    /** The states that the file lists, then signatories that it names besides. */
    private List<AgreementState> states(@Nullable JsonNode nodes) {
        List<AgreementState> states = new ArrayList<>();
        JsonNode signatories = root.get("signatories");
        Circle signed = signatories == null ? Circle.of(List.of()) : fields.circle(signatories);
        Set<String> named = new HashSet<>();
        for (JsonNode node : nodes == null ? List.<JsonNode>of() : nodes) {
            JsonNode code = node.isString() ? node : node.get("party");
            if (!named.add(code.asString())) {
                throw fields.unexpected(
                        code,
                        "/states: ожидается каждое государство один раз, а " + code.asString() + " указано дважды",
                        "/states: each state was expected once, but " + code.asString() + " is there twice");
            }
            states.add(state(node, new PartyCode(code.asString()), signed));
        }
        signed.states().stream()
                .filter(party -> !named.contains(party.value()))
                .sorted()
                .forEach(party -> states.add(new AgreementState(
                        party,
                        null,
                        Signature.SIGNED,
                        null,
                        null,
                        root.path("source").asString(null))));
        return states;
    }

    private AgreementState state(JsonNode node, PartyCode party, Circle signed) {
        JsonNode name = node.get("name");
        JsonNode signature = node.get("signature");
        JsonNode signedOn = node.get("signedOn");
        JsonNode doubt = node.get("doubt");
        JsonNode source = node.has("source") ? node.get("source") : root.get("source");
        Signature bySignatories = signed.includes(party) || signedOn != null ? Signature.SIGNED : Signature.NOT_SIGNED;
        return new AgreementState(
                party,
                name == null ? null : ClauseFields.bilingual(name),
                signature == null ? bySignatories : signature(signature.asString()),
                signedOn == null ? null : LocalDate.parse(signedOn.asString()),
                doubt == null ? null : ClauseFields.bilingual(doubt),
                source == null ? null : source.asString());
    }

    private static @Nullable Amends amends(@Nullable JsonNode node) {
        return node == null
                ? null
                : new Amends(ClauseFields.text(node, "agreement"), ClauseFields.text(node, "article"));
    }

    private static Signature signature(String wireName) {
        for (Signature signature : Signature.values()) {
            if (signature.wireName().equals(wireName)) {
                return signature;
            }
        }
        throw new IllegalStateException("The schema allows a signature that is none: " + wireName);
    }
}
