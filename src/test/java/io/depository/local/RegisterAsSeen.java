package io.depository.local;

import io.depository.agreements.AgreementFiles;
import io.depository.register.RecordReader;
import io.depository.treaty.Agreement;
import io.depository.treaty.Law;
import io.depository.treaty.LegalFact;
import io.depository.treaty.LegalPosition;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What anybody can see of the register over HTTP.
 *
 * @param key the verifier key of its checkpoints
 * @param agreement where the agreement stands, as the depository says
 */
record RegisterAsSeen(List<Entry> entries, String checkpoint, String key, JsonNode agreement) {

    private static final int PAGE = 50;

    /** An entry with its exact record. */
    record Entry(long index, byte[] record, byte[] leafHash) {

        JsonNode json() {
            return JsonMapper.shared().readTree(record);
        }

        boolean isNotification() {
            return json().get("type").asString().equals("notification");
        }
    }

    static RegisterAsSeen read(KilledDepository depository, String agreement) {
        List<Entry> entries = new ArrayList<>();
        Long from = 0L;
        while (from != null) {
            JsonNode page = depository.json("/api/register/entries?from=" + from + "&limit=" + PAGE);
            page.get("entries")
                    .forEach(entry -> entries.add(new Entry(
                            entry.get("index").asLong(), bytes(entry.get("record")), bytes(entry.get("leafHash")))));
            from = page.has("next") ? page.get("next").asLong() : null;
        }
        return new RegisterAsSeen(
                List.copyOf(entries),
                depository.text("/api/register/checkpoint"),
                depository.text("/api/register/key").strip(),
                depository.json("/api/agreements/" + agreement));
    }

    static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString());
    }

    /** What the law makes of the records alone. */
    LegalPosition replayed() {
        Agreement law = entries.stream()
                .flatMap(entry -> RecordReader.agreement(entry.record()).stream())
                .filter(record -> record.id().equals(agreement.get("id").asString()))
                .map(record ->
                        new AgreementFiles().load(record.id(), record.content()).agreement())
                .findFirst()
                .orElseThrow();
        List<LegalFact> facts = entries.stream()
                .flatMap(entry -> RecordReader.fact(entry.record()).stream())
                .map(RecordReader.RegisteredFact::fact)
                .filter(fact -> Law.movesDates(fact.act()))
                .toList();
        return LegalPosition.of(law, facts);
    }
}
