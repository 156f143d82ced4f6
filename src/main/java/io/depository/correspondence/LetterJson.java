package io.depository.correspondence;

import io.depository.notification.Finding;
import io.depository.notification.Notification;
import io.depository.register.InclusionReceipt;
import io.depository.treaty.Bilingual;
import io.depository.treaty.Effect;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The pieces that letters are made of, each in its fixed order of members. */
final class LetterJson {

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final JsonGenerator generator;

    LetterJson(JsonGenerator generator) {
        this.generator = generator;
    }

    static String instant(Instant instant) {
        return INSTANT.format(instant);
    }

    void text(String name, String value) {
        generator.writeStringProperty(name, Legible.wellFormed(value));
    }

    void textIfAny(String name, @Nullable String value) {
        if (value != null) {
            text(name, value);
        }
    }

    void bilingual(String name, Bilingual value) {
        generator.writeObjectPropertyStart(name);
        text("ru", value.ru());
        text("en", value.en());
        generator.writeEndObject();
    }

    void textsIfAny(String name, Notification.@Nullable Texts value) {
        if (value != null && (value.ru() != null || value.en() != null)) {
            generator.writeObjectPropertyStart(name);
            textIfAny("ru", value.ru());
            textIfAny("en", value.en());
            generator.writeEndObject();
        }
    }

    void findings(String name, List<Finding> findings) {
        generator.writeArrayPropertyStart(name);
        for (Finding finding : findings) {
            generator.writeStartObject();
            text("code", finding.code().name());
            textIfAny("at", finding.at());
            bilingual("message", finding.message());
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    void effects(String name, List<Effect> effects) {
        generator.writeArrayPropertyStart(name);
        for (Effect effect : effects) {
            effect(effect);
        }
        generator.writeEndArray();
    }

    private void effect(Effect effect) {
        generator.writeStartObject();
        text("effect", effect.kind().wireName());
        textIfAny("party", effect.party() == null ? null : effect.party().value());
        if (effect.on() == null) {
            generator.writeNullProperty("on");
        } else {
            text("on", effect.on().toString());
        }
        text("article", effect.article());
        bilingual("because", effect.because());
        textIfAny(
                "alternative",
                effect.alternative() == null ? null : effect.alternative().toString());
        textIfAny(
                "computed", effect.computed() == null ? null : effect.computed().toString());
        if (effect.late()) {
            generator.writeBooleanProperty("late", true);
        }
        generator.writeEndObject();
    }

    void bodiesIfAny(String name, List<Notification.AuthorizedBody> bodies) {
        if (bodies.isEmpty()) {
            return;
        }
        generator.writeArrayPropertyStart(name);
        for (Notification.AuthorizedBody body : bodies) {
            generator.writeStartObject();
            textsIfAny("name", body.name());
            textIfAny("address", body.address());
            textIfAny("email", body.email());
            textIfAny("phone", body.phone());
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    void standing(String name, StandingTable table) {
        generator.writeObjectPropertyStart(name);
        text("asOf", table.asOf().toString());
        generator.writeNumberProperty("treeSize", table.treeSize());
        dayIfAny("entryIntoForce", table.entryIntoForce());
        generator.writeNumberProperty("needed", table.needed());
        generator.writeArrayPropertyStart("states");
        for (StandingTable.Row row : table.states()) {
            generator.writeStartObject();
            text("party", row.party().value());
            bilingual("name", row.name());
            text("standing", row.standing().wireName());
            if (row.doubt() != null) {
                bilingual("doubt", row.doubt());
            }
            dayIfAny("since", row.since());
            dayIfAny("until", row.until());
            if (row.consent() != null) {
                consent(row.consent());
            }
            generator.writeEndObject();
        }
        generator.writeEndArray();
        generator.writeEndObject();
    }

    private void consent(StandingTable.Consent consent) {
        generator.writeObjectPropertyStart("consent");
        text("act", consent.act().wireName());
        text("reference", consent.reference());
        text("receivedOn", consent.receivedOn().toString());
        generator.writeNumberProperty("entry", consent.entry());
        generator.writeBooleanProperty("counted", consent.counted());
        if (consent.reservation()) {
            generator.writeBooleanProperty("reservation", true);
        }
        dayIfAny("inForceOn", consent.inForceOn());
        generator.writeEndObject();
    }

    private void dayIfAny(String name, @Nullable LocalDate day) {
        textIfAny(name, day == null ? null : day.toString());
    }

    /** Hashes and the signed note in base64, as the contract has it; the numbers stay numbers. */
    void receipt(InclusionReceipt receipt) {
        generator.writeObjectPropertyStart("receipt");
        generator.writeBinaryProperty("record", receipt.record());
        generator.writeBinaryProperty("leafHash", receipt.leafHash());
        generator.writeNumberProperty("index", receipt.index());
        generator.writeNumberProperty("treeSize", receipt.treeSize());
        generator.writeBinaryProperty("rootHash", receipt.rootHash());
        generator.writeArrayPropertyStart("inclusionProof");
        for (byte[] hash : receipt.inclusionProof()) {
            generator.writeBinary(hash);
        }
        generator.writeEndArray();
        generator.writeBinaryProperty("checkpoint", receipt.checkpoint().getBytes(StandardCharsets.UTF_8));
        generator.writeEndObject();
    }
}
