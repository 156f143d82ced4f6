package io.depository.reading;

import io.depository.notification.Code;
import io.depository.notification.Finding;
import io.depository.notification.Findings;
import io.depository.parties.Directory;
import io.depository.treaty.Bilingual;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads a notice of a new key: a compact JWS whose header says {@code "typ": "key-notice+jws"}, so that it can be taken
 * for nothing else that a state signs, nor anything else for it (RFC 8725 §3.11). Its payload is one JSON object of
 * strings, and has no member that is not known: what a key may do must not depend on what nobody reads.
 *
 * <p>Safe for concurrent use. Nothing that a sender wrote makes it throw.
 */
public final class KeyNoticeReader {

    /** The {@code typ} of the header. */
    public static final String TYPE = "key-notice+jws";

    private static final Set<String> REQUIRED = Set.of("version", "depository", "party", "reference", "proof");
    private static final Set<String> OPTIONAL = Set.of("publicKey", "certificate", "validFrom", "validTo");

    private final SignatureCheck signatures;

    public KeyNoticeReader(Directory directory) {
        this.signatures = new SignatureCheck(directory);
    }

    /** Reads the notice, its signature as of the instant of receipt. */
    public KeyNotice read(byte[] bytes, Instant receivedAt) {
        Jws jws = Jws.find(bytes).orElse(null);
        byte[] payload = jws == null ? null : jws.payload();
        if (jws == null || payload == null) {
            return new KeyNotice(
                    Map.of(),
                    null,
                    List.of(Findings.refusal(
                            Code.SYNTAX,
                            new Bilingual(
                                    "Нужен компактный JWS (RFC 7515), подписанный действующим ключом государства.",
                                    "Send a compact JWS (RFC 7515), signed with a valid key of the state."),
                            null)));
        }
        SignatureCheck.Result signature = signatures.check(jws, receivedAt);
        List<Finding> errors = new ArrayList<>(signature.defects());
        if (!SignatureCheck.isOfType(jws, TYPE)) {
            errors.add(Findings.signatureInvalid(
                    new Bilingual("typ в заголовке должен быть " + TYPE, "typ in the header must be " + TYPE)));
        }
        return new KeyNotice(members(payload, errors), signature.key(), errors);
    }

    private static Map<String, String> members(byte[] payload, List<Finding> errors) {
        Optional<Finding> defect = JsonScan.findDefect(payload);
        if (defect.isPresent()) {
            errors.add(defect.get());
            return Map.of();
        }
        JsonText json = JsonText.of(payload);
        errors.addAll(json.duplicates());
        if (!json.root().isObject()) {
            errors.add(schema("", "нужен объект JSON", "a JSON object is wanted"));
            return Map.of();
        }
        return members(json.root(), errors);
    }

    private static Map<String, String> members(JsonNode object, List<Finding> errors) {
        Map<String, String> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String at = Pointer.member("", member.getKey());
            if (!REQUIRED.contains(member.getKey()) && !OPTIONAL.contains(member.getKey())) {
                errors.add(schema(at, "такого поля здесь нет: уберите его", "there is no such field: leave it out"));
            } else if (!member.getValue().isString()) {
                errors.add(schema(at, "нужна строка", "a string is wanted"));
            } else {
                members.put(member.getKey(), member.getValue().stringValue());
            }
        }
        REQUIRED.stream()
                .filter(name -> !object.has(name))
                .sorted()
                .forEach(name -> errors.add(schema("/" + name, "поле обязательно", "the field is required")));
        if (object.has("publicKey") == object.has("certificate")) {
            errors.add(schema(
                    "/publicKey", "нужно одно из полей publicKey и certificate", "give publicKey or certificate"));
        }
        return members;
    }

    private static Finding schema(String at, String ru, String en) {
        return Findings.refusal(Code.SCHEMA, new Bilingual("Поле " + at + ": " + ru + ".", at + ": " + en + "."), at);
    }

    /**
     * What the new key signs to show that whoever announces it holds it: depository, party, reference and fingerprint with
     * a space between, in UTF-8. Without that a state could have another's key registered as its own.
     */
    public static byte[] proven(String depository, String party, String reference, String kid) {
        return String.join(" ", depository, party, reference, kid).getBytes(StandardCharsets.UTF_8);
    }
}
