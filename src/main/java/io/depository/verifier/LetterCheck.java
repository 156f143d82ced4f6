package io.depository.verifier;

import io.depository.register.Checkpoint;
import io.depository.register.InclusionReceipt;
import io.depository.register.LogKey;
import io.depository.register.Verification;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks one letter by the receipt that it carries (RFC 9162, 2.1.3.2; C2SP tlog-checkpoint): that the depository signed a
 * register which holds the record, and that the letter says what the record says.
 */
final class LetterCheck {

    private static final JsonMapper JSON = new JsonMapper();

    /** What a letter repeats of the record. */
    private static final List<String> REPEATED = List.of(
            "agreement",
            "party",
            "act",
            "reference",
            "channel",
            "receivedAt",
            "receivedOn",
            "sha256",
            "notificationSha256");

    private static final List<String> OF_AN_EFFECT = List.of("on", "article", "alternative");

    private final JsonNode letter;
    private final Findings findings = new Findings();

    private LetterCheck(JsonNode letter) {
        this.letter = letter;
    }

    /**
     * Checks the letter.
     *
     * @param keys the keys of the log that are believed, with what each may sign
     */
    static Findings check(JsonNode letter, List<LogKey> keys) {
        LetterCheck check = new LetterCheck(letter);
        try {
            check.receipt(keys);
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            check.findings.isFalse(
                    "Письмо или его квитанция не читаются: " + e.getMessage(),
                    "The letter or its receipt cannot be read: " + e.getMessage());
        }
        return check.findings;
    }

    /** The checkpoint in the letter's receipt, unverified; empty where there is none. */
    static Optional<String> checkpointIn(JsonNode letter) {
        JsonNode checkpoint = letter.path("receipt").path("checkpoint");
        try {
            return checkpoint.isString()
                    ? Optional.of(new String(checkpoint.binaryValue(), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty(); // no base64, so no checkpoint: the check of the letter says it
        }
    }

    private void receipt(List<LogKey> keys) {
        if (!letter.has("receipt")) {
            if (!letter.path("outcome").isString()) {
                findings.isFalse(
                        "Это не письмо депозитария, или квитанция из него удалена",
                        "This is no letter of the depository, or its receipt was removed");
                return;
            }
            findings.unproven(
                    "В письме нет квитанции: уведомление в нём не зарегистрировано, доказывать нечего",
                    "The letter has no receipt: what it answers was not registered, so there is nothing to prove");
            return;
        }
        InclusionReceipt receipt = read(letter.required("receipt"));
        Optional<Checkpoint> says = signed(receipt.checkpoint(), keys);
        if (says.isEmpty()) {
            findings.isFalse(
                    "Контрольная точка в квитанции не подписана этим ключом; если ключ менялся, дайте и выгрузку реестра",
                    "The receipt's checkpoint is not signed by this key; if the key was changed, give the exported"
                            + " register, too");
            return;
        }
        if (!says.get().agreesWith(receipt.treeSize(), receipt.rootHash())
                || !Verification.inclusion(
                        receipt.leafHash(),
                        receipt.index(),
                        receipt.treeSize(),
                        receipt.inclusionProof(),
                        receipt.rootHash())) {
            findings.isFalse(
                    "Квитанция не сходится: записи " + receipt.index() + " с этим хешем в подписанном реестре нет",
                    "The receipt does not add up: the signed register has no entry " + receipt.index()
                            + " with that hash");
            return;
        }
        findings.proven(
                "депозитарий подписал реестр из " + receipt.treeSize() + " записей, в котором есть запись "
                        + receipt.index() + ", и это доказательство бессрочно",
                "the depository signed a register of " + receipt.treeSize() + " entries that holds entry "
                        + receipt.index() + "; this proof holds for ever");
        content(receipt);
    }

    private static Optional<Checkpoint> signed(String note, List<LogKey> keys) {
        return keys.stream()
                .flatMap(key -> Verification.checkpoint(note, key.key())
                        .filter(says ->
                                says.size() >= key.from() && (key.until() == null || says.size() <= key.until()))
                        .stream())
                .findFirst();
    }

    private void content(InclusionReceipt receipt) {
        if (receipt.record().length == 0) {
            findings.unproven(
                    "что именно в записи: в квитанции нет самой записи; она есть в выгрузке реестра",
                    "what the entry says: the receipt lacks the record itself; the exported register has it");
            return;
        }
        if (!Arrays.equals(Verification.leafHash(receipt.record()), receipt.leafHash())) {
            findings.isFalse(
                    "Запись в квитанции не та, хеш которой в реестре",
                    "The record in the receipt is not the one in the register");
            return;
        }
        JsonNode record = JSON.readTree(receipt.record());
        if (letter.path("entry").asLong(receipt.index()) != receipt.index()) {
            findings.isFalse("Письмо называет другую запись", "The letter names another entry");
        }
        List<String> same = new ArrayList<>();
        for (String name : REPEATED) {
            if (letter.has(name) && (record.has(name) || isAbout(record))) {
                if (same(name, value(letter, name), value(record, name))) {
                    same.add(name);
                } else {
                    contradicted(name, letter.path(name), record.path(name));
                }
            }
        }
        if (!same.isEmpty()) {
            findings.proven(
                    "в письме то же, что в записи: " + String.join(", ", same),
                    "the letter says what the record says: " + String.join(", ", same));
        }
        effects(record);
        findings.unproven(
                "пояснения, тексты для людей и сопроводительные сведения письма: они не входят в запись",
                "explanations, texts for people and what else goes with the letter: they are no part of the record");
    }

    /** Letters tell instants to the millisecond, records to the microsecond. */
    private static boolean same(String name, String said, String recorded) {
        return name.equals("receivedAt")
                ? Instant.parse(said).equals(Instant.parse(recorded).truncatedTo(ChronoUnit.MILLIS))
                : said.equals(recorded);
    }

    /** Of a notification the record has all that a letter repeats; of the depository's own decisions some of it. */
    private static boolean isAbout(JsonNode record) {
        return record.path("type").asString("").equals("notification");
    }

    private void effects(JsonNode record) {
        int proven = 0;
        for (JsonNode effect : letter.path("effects")) {
            JsonNode recorded = find(record, effect);
            if (recorded == null) {
                findings.unproven(
                        "последствие " + named(effect) + ": его называет не эта запись",
                        "the effect " + named(effect) + ": another entry tells it");
                continue;
            }
            boolean same = true;
            for (String name : OF_AN_EFFECT) {
                if (!value(effect, name).equals(value(recorded, name))) {
                    contradicted(named(effect) + "." + name, effect.path(name), recorded.path(name));
                    same = false;
                }
            }
            proven += same ? 1 : 0;
        }
        if (proven > 0) {
            findings.proven(
                    "последствия с их датами и статьями: " + proven,
                    "effects with their dates and articles: " + proven);
        }
    }

    private static @Nullable JsonNode find(JsonNode record, JsonNode effect) {
        for (JsonNode recorded : record.path("effects")) {
            if (value(recorded, "effect").equals(value(effect, "effect"))
                    && value(recorded, "party").equals(value(effect, "party"))) {
                return recorded;
            }
        }
        return null;
    }

    private void contradicted(String name, JsonNode said, JsonNode recorded) {
        findings.isFalse(
                "В письме " + name + " " + said + ", а в реестре " + recorded,
                "The letter says " + name + " " + said + ", and the register " + recorded);
    }

    private static String named(JsonNode effect) {
        return (value(effect, "effect") + " " + value(effect, "party")).strip();
    }

    private static String value(JsonNode json, String name) {
        return json.path(name).asString("");
    }

    private static InclusionReceipt read(JsonNode json) {
        List<byte[]> proof = new ArrayList<>();
        json.required("inclusionProof").forEach(hash -> proof.add(hash.binaryValue()));
        return new InclusionReceipt(
                json.has("record") ? json.required("record").binaryValue() : new byte[0],
                json.required("leafHash").binaryValue(),
                json.required("index").longValue(),
                json.required("treeSize").longValue(),
                json.required("rootHash").binaryValue(),
                proof,
                new String(json.required("checkpoint").binaryValue(), StandardCharsets.UTF_8));
    }
}
