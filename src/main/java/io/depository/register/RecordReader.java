package io.depository.register;

import io.depository.treaty.Act;
import io.depository.treaty.Bilingual;
import io.depository.treaty.Determination;
import io.depository.treaty.EffectKind;
import io.depository.treaty.LegalFact;
import io.depository.treaty.PartyCode;
import io.depository.treaty.RecordedDate;
import io.depository.treaty.SettledSignature;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads records back, of every version that was ever written, so that all that is derived from the register can be
 * derived again.
 */
public final class RecordReader {

    static final String DATE_RECORDED = "date-recorded";
    static final String SIGNATURE_SETTLED = "signature-settled";

    static final String LOG_KEY_ROTATED = "log-key-rotated";

    private static final JsonMapper JSON = new JsonMapper();

    private RecordReader() {}

    /**
     * What every record says of itself.
     *
     * @param agreement its id; empty where it concerns none
     * @param party empty where it is nobody's
     */
    public record Heading(long index, String type, String agreement, String party, String recordedAt) {}

    /**
     * What the record says of itself.
     *
     * @throws UnreadableRecord when the bytes are no record of a known version
     */
    public static Heading heading(byte[] record) {
        JsonNode json = read(record);
        String type = text(json, "type");
        return new Heading(
                json.path("index").asLong(-1),
                type,
                json.path(type.equals("agreement") ? "id" : "agreement").asString(""),
                json.path("party").asString(""),
                text(json, "recordedAt"));
    }

    /** An act under an agreement. */
    public record RegisteredFact(String agreement, LegalFact fact) {}

    /**
     * The act that a record tells of; empty when it is about something else than a notification.
     *
     * @throws UnreadableRecord when the bytes are no record of a known version
     */
    public static Optional<RegisteredFact> fact(byte[] record) {
        JsonNode json = read(record);
        if (!text(json, "type").equals("notification")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RegisteredFact(text(json, "agreement"), factOf(json)));
        } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
            throw new UnreadableRecord("The record of entry " + json.get("index") + " cannot be read", e);
        }
    }

    /**
     * The agreement that a record holds; empty when it is about something else.
     *
     * @throws UnreadableRecord when the bytes are no record of a known version
     */
    public static Optional<AgreementRecord> agreement(byte[] record) {
        JsonNode json = read(record);
        if (!text(json, "type").equals("agreement")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AgreementRecord(
                    json.required("index").longValue(),
                    Instant.parse(text(json, "recordedAt")),
                    text(json, "id"),
                    json.required("content").binaryValue()));
        } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
            throw new UnreadableRecord("The record of entry " + json.get("index") + " cannot be read", e);
        }
    }

    /** What the depository determined under an agreement. */
    public record RegisteredDetermination(String agreement, Determination determination) {}

    /**
     * What a record says that the depository determined; empty when it is about something else.
     *
     * @throws UnreadableRecord when the bytes are no record of a known version
     */
    public static Optional<RegisteredDetermination> determination(byte[] record) {
        JsonNode json = read(record);
        JsonNode decision = json.get("decision");
        String name = decision == null ? "" : decision.asString("");
        if (!name.equals(DATE_RECORDED) && !name.equals(SIGNATURE_SETTLED)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RegisteredDetermination(text(json, "agreement"), determinationOf(name, json)));
        } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
            throw new UnreadableRecord("The record of entry " + json.get("index") + " cannot be read", e);
        }
    }

    /**
     * The effects that a record announces; empty when it announces none.
     *
     * @throws UnreadableRecord when the bytes are no record of a known version
     */
    public static Optional<Announced> announced(byte[] record) {
        JsonNode json = read(record);
        if (!json.has("effects") && !json.has("corrects")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Announced(
                    json.required("index").longValue(),
                    Instant.parse(text(json, "recordedAt")),
                    told(json.path("effects")),
                    told(json.path("corrects"))));
        } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
            throw new UnreadableRecord("The record of entry " + json.get("index") + " cannot be read", e);
        }
    }

    /**
     * The change of the log's key that a record tells of; empty when it is about something else.
     *
     * @throws UnreadableRecord when the bytes are no record of a known version
     */
    public static Optional<KeyRotation> keyRotation(byte[] record) {
        JsonNode json = read(record);
        if (!json.path("decision").asString("").equals(LOG_KEY_ROTATED)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new KeyRotation(
                    json.required("index").longValue(),
                    Instant.parse(text(json, "recordedAt")),
                    text(json, "from"),
                    text(json, "to")));
        } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
            throw new UnreadableRecord("The record of entry " + json.get("index") + " cannot be read", e);
        }
    }

    private static List<Announced.Told> told(JsonNode effects) {
        return effects.valueStream()
                .map(effect -> new Announced.Told(
                        EffectKind.of(text(effect, "effect")),
                        effect.has("party") ? new PartyCode(text(effect, "party")) : null,
                        date(effect.get("on")),
                        text(effect, "article")))
                .toList();
    }

    private static Determination determinationOf(String name, JsonNode json) {
        long index = json.required("index").longValue();
        Bilingual reason = new Bilingual(
                json.required("reason").required("ru").stringValue(),
                json.required("reason").required("en").stringValue());
        String author = text(json, "by");
        return name.equals(DATE_RECORDED)
                ? new RecordedDate(
                        index,
                        EffectKind.of(text(json, "effect")),
                        json.required("of").longValue(),
                        LocalDate.parse(text(json, "on")),
                        reason,
                        author)
                : new SettledSignature(
                        index,
                        new PartyCode(text(json, "party")),
                        json.required("signed").booleanValue(),
                        reason,
                        author);
    }

    private static LegalFact factOf(JsonNode json) {
        String act = text(json, "act");
        return new LegalFact(
                json.required("index").longValue(),
                new PartyCode(text(json, "party")),
                Act.find(act).orElseThrow(() -> new IllegalArgumentException("No such act: " + act)),
                text(json, "reference"),
                Instant.parse(text(json, "receivedAt")),
                LocalDate.parse(text(json, "receivedOn")),
                target(json.get("refersTo")),
                date(json.get("effectiveOn")),
                date(json.get("changedOn")),
                date(json.get("noticedOn")),
                json.has("reservation"));
    }

    private static JsonNode read(byte[] record) {
        JsonNode json;
        try {
            json = JSON.readTree(record);
        } catch (JacksonException e) {
            throw new UnreadableRecord("A record is not JSON", e);
        }
        JsonNode version = json.get("v");
        if (version == null || !version.isIntegralNumber() || version.longValue() != 1) {
            throw new UnreadableRecord("A record has version " + version + ", known is 1", null);
        }
        return json;
    }

    private static LegalFact.@Nullable Target target(@Nullable JsonNode json) {
        return json == null ? null : new LegalFact.Target(new PartyCode(text(json, "party")), text(json, "reference"));
    }

    private static @Nullable LocalDate date(@Nullable JsonNode json) {
        return json == null ? null : LocalDate.parse(json.stringValue());
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null || !value.isString()) {
            throw new UnreadableRecord("A record lacks the text " + name + ": entry " + json.get("index"), null);
        }
        return value.stringValue();
    }
}
