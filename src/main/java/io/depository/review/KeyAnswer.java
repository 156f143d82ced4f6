package io.depository.review;

import io.depository.notification.Finding;
import io.depository.parties.RegisteredKey;
import io.depository.reading.KeyNotice;
import io.depository.register.InclusionReceipt;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What is answered to a state that announces a key: JSON, in the words of an acknowledgement. */
final class KeyAnswer {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 200;

    private final KeyNotice notice;
    private final String sha256;
    private final Instant receivedAt;

    KeyAnswer(KeyNotice notice, String sha256, Instant receivedAt) {
        this.notice = notice;
        this.sha256 = sha256;
        this.receivedAt = receivedAt;
    }

    String sha256() {
        return sha256;
    }

    /** The notice's own reference, which a notice that is registered has. */
    String reference() {
        return String.valueOf(notice.member("reference"));
    }

    byte[] returned(List<Finding> errors) {
        Map<String, Object> answer = head("returned");
        answer.put("errors", errors.stream().map(KeyAnswer::told).toList());
        return JSON.writeValueAsBytes(answer);
    }

    byte[] registered(RegisteredKey key, long entry, InclusionReceipt receipt) {
        Map<String, Object> answer = head("registered");
        answer.put("kid", key.kid());
        answer.put("algorithm", key.algorithm());
        answer.put("validFrom", key.validFrom().toString());
        putIfThere(answer, "validTo", key.validTo());
        putIfThere(
                answer,
                "signedBy",
                notice.signer() == null ? null : notice.signer().kid());
        answer.put("entry", entry);
        Map<String, Object> proof = new LinkedHashMap<>();
        proof.put("leafHash", receipt.leafHash());
        proof.put("index", receipt.index());
        proof.put("treeSize", receipt.treeSize());
        proof.put("rootHash", receipt.rootHash());
        proof.put("inclusionProof", receipt.inclusionProof());
        proof.put("checkpoint", receipt.checkpoint().getBytes(StandardCharsets.UTF_8));
        answer.put("receipt", proof);
        return JSON.writeValueAsBytes(answer);
    }

    private Map<String, Object> head(String outcome) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("type", "key-acknowledgement");
        head.put("outcome", outcome);
        putIfThere(head, "party", cut(notice.member("party")));
        putIfThere(head, "reference", cut(notice.member("reference")));
        head.put("receivedAt", receivedAt.toString());
        head.put("sha256", sha256);
        return head;
    }

    private static Map<String, Object> told(Finding finding) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("code", finding.code().name());
        putIfThere(told, "at", finding.at());
        told.put("message", finding.message());
        return told;
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static void putIfThere(Map<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value.toString());
        }
    }
}
