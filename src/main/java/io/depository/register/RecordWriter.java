package io.depository.register;

import io.depository.notification.Finding;
import io.depository.notification.Notification;
import io.depository.notification.Voucher;
import io.depository.register.tree.Hashing;
import io.depository.treaty.Determination;
import io.depository.treaty.Effect;
import io.depository.treaty.RecordedDate;
import io.depository.treaty.SettledSignature;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes records of version 1. The order of members is part of the format; an absent member is omitted; nothing here may
 * change what an existing version looks like.
 */
final class RecordWriter {

    private static final JsonFactory JSON = new JsonFactory();
    private static final HexFormat HEX = HexFormat.of();

    private final JsonGenerator json;

    private RecordWriter(JsonGenerator json) {
        this.json = json;
    }

    static byte[] notification(NotificationRecord record) {
        return write(writer -> writer.writeNotification(record));
    }

    static byte[] agreement(AgreementRecord record) {
        return write(writer -> {
            writer.head("agreement", record.index(), record.recordedAt().toString());
            writer.json.writeStringProperty("id", record.id());
            writer.json.writeStringProperty("sha256", sha256(record.content()));
            writer.json.writeBinaryProperty("content", record.content());
        });
    }

    static byte[] returned(ReturnRecord record) {
        return write(writer -> {
            writer.head("staff", record.index(), record.recordedAt().toString());
            writer.json.writeStringProperty("decision", "returned");
            writer.text("agreement", record.heading().agreement());
            writer.text("party", record.heading().party());
            writer.text("act", record.heading().act());
            writer.text("reference", record.heading().reference());
            writer.arrived(record.arrived());
            writer.list("reviews", record.reviews(), writer::review);
        });
    }

    static byte[] directory(DirectoryRecord record) {
        return write(writer -> {
            writer.head("staff", record.index(), record.recordedAt().toString());
            writer.json.writeStringProperty("decision", record.decision());
            writer.json.writeStringProperty("party", record.party().value());
            writer.json.writeObjectPropertyStart("details");
            record.details().forEach(writer.json::writeStringProperty);
            writer.json.writeEndObject();
            writer.list("reviews", record.reviews(), writer::review);
        });
    }

    static byte[] keyRotation(KeyRotation record) {
        return write(writer -> {
            writer.head("staff", record.index(), record.recordedAt().toString());
            writer.json.writeStringProperty("decision", RecordReader.LOG_KEY_ROTATED);
            writer.json.writeStringProperty("from", record.from());
            writer.json.writeStringProperty("to", record.to());
        });
    }

    static byte[] determination(DeterminationRecord record) {
        return write(writer -> {
            writer.head("staff", record.index(), record.recordedAt().toString());
            writer.determined(record.determination(), record.agreement());
            writer.list("effects", record.effects(), writer::effect);
            writer.list("corrects", record.corrects(), writer::effect);
        });
    }

    private void determined(Determination determination, String agreement) {
        if (determination instanceof RecordedDate date) {
            json.writeStringProperty("decision", RecordReader.DATE_RECORDED);
            json.writeStringProperty("agreement", agreement);
            json.writeStringProperty("effect", date.kind().wireName());
            json.writeNumberProperty("of", date.of());
            date("on", date.on());
        } else if (determination instanceof SettledSignature signature) {
            json.writeStringProperty("decision", RecordReader.SIGNATURE_SETTLED);
            json.writeStringProperty("agreement", agreement);
            json.writeStringProperty("party", signature.party().value());
            json.writeBooleanProperty("signed", signature.signed());
        }
        json.writeObjectPropertyStart("reason");
        json.writeStringProperty("ru", determination.reason().ru());
        json.writeStringProperty("en", determination.reason().en());
        json.writeEndObject();
        json.writeStringProperty("by", determination.author());
    }

    private static byte[] write(Consumer<RecordWriter> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            members.accept(new RecordWriter(json));
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private void head(String type, long index, String recordedAt) {
        json.writeNumberProperty("v", 1);
        json.writeStringProperty("type", type);
        json.writeNumberProperty("index", index);
        json.writeStringProperty("recordedAt", recordedAt);
    }

    private void writeNotification(NotificationRecord record) {
        Notification notification = record.notification();
        NotificationRecord.Arrived arrived = record.arrived();
        head("notification", record.index(), record.recordedAt().toString());
        json.writeStringProperty("agreement", notification.agreement());
        json.writeStringProperty("agreementDigest", record.rules().agreementDigest());
        json.writeStringProperty("convention", record.rules().convention());
        json.writeStringProperty("party", notification.party().value());
        json.writeStringProperty("act", notification.act().wireName());
        json.writeStringProperty("reference", notification.reference());
        date("dated", notification.dated());
        arrived(arrived);
        voucher(record.voucher());
        content(notification);
        list(
                "warnings",
                record.warnings(),
                (Finding warning) -> json.writeString(warning.code().name()));
        list("effects", record.effects(), this::effect);
        list("corrects", record.corrects(), this::effect);
        date("noticedOn", record.noticedOn());
        list("reviews", record.reviews(), this::review);
    }

    private void arrived(NotificationRecord.Arrived arrived) {
        json.writeStringProperty("channel", arrived.channel());
        json.writeStringProperty("receivedAt", arrived.receivedAt().toString());
        date("receivedOn", arrived.receivedOn());
        json.writeStringProperty("sha256", arrived.sha256());
        json.writeStringProperty("notificationSha256", arrived.notificationSha256());
    }

    private void content(Notification notification) {
        basis(notification.basis());
        if (notification.refersTo() != null) {
            json.writeObjectPropertyStart("refersTo");
            json.writeStringProperty("party", notification.refersTo().party().value());
            json.writeStringProperty("reference", notification.refersTo().reference());
            json.writeEndObject();
        }
        date("changedOn", notification.changedOn());
        date("effectiveOn", notification.effectiveOn());
        texts("statement", notification.statement());
        texts("reservation", notification.reservation());
        list("authorizedBodies", notification.authorizedBodies(), this::authorizedBody);
        list("attachments", notification.attachments(), this::attachment);
    }

    private void voucher(Voucher voucher) {
        json.writeObjectPropertyStart("voucher");
        if (voucher instanceof Voucher.Signature signature) {
            json.writeStringProperty("by", "signature");
            json.writeStringProperty("party", signature.party().value());
            json.writeStringProperty("kid", signature.kid());
        } else if (voucher instanceof Voucher.ChannelAlone channel) {
            json.writeStringProperty("by", "channel");
            json.writeStringProperty("party", channel.party().value());
        } else {
            json.writeStringProperty("by", "nobody");
        }
        json.writeEndObject();
    }

    private void basis(Notification.@Nullable Basis basis) {
        if (basis != null) {
            json.writeObjectPropertyStart("basis");
            text("title", basis.title());
            text("number", basis.number());
            date("dated", basis.dated());
            json.writeEndObject();
        }
    }

    private void authorizedBody(Notification.AuthorizedBody body) {
        json.writeStartObject();
        texts("name", body.name());
        if (body.address() != null || body.email() != null || body.phone() != null) {
            json.writeStringProperty("contactSha256", sha256(contact(body)));
        }
        json.writeEndObject();
    }

    /** What the digest of a contact is made of: its members as a JSON object in this order, absent ones omitted. */
    private static byte[] contact(Notification.AuthorizedBody body) {
        return write(writer -> {
            writer.text("address", body.address());
            writer.text("email", body.email());
            writer.text("phone", body.phone());
        });
    }

    /** The digest is of what came, not what the sender says of it; the two were compared before. */
    private void attachment(Notification.Attachment attachment) {
        json.writeStartObject();
        json.writeStringProperty("fileName", attachment.fileName());
        json.writeStringProperty("mediaType", attachment.mediaType());
        json.writeStringProperty("sha256", sha256(attachment.content()));
        json.writeEndObject();
    }

    private void effect(Effect effect) {
        json.writeStartObject();
        json.writeStringProperty("effect", effect.kind().wireName());
        text("party", effect.party() == null ? null : effect.party().value());
        date("on", effect.on());
        json.writeStringProperty("article", effect.article());
        date("alternative", effect.alternative());
        date("computed", effect.computed());
        if (effect.late()) {
            json.writeBooleanProperty("late", true);
        }
        json.writeEndObject();
    }

    private void review(Review review) {
        json.writeStartObject();
        json.writeStringProperty("by", review.by());
        json.writeStringProperty("at", review.at().toString());
        json.writeStringProperty("reason", review.reason());
        json.writeEndObject();
    }

    private <T> void list(String name, List<T> values, Consumer<? super T> writer) {
        if (!values.isEmpty()) {
            json.writeArrayPropertyStart(name);
            values.forEach(writer);
            json.writeEndArray();
        }
    }

    private void texts(String name, Notification.@Nullable Texts texts) {
        if (texts != null) {
            json.writeObjectPropertyStart(name);
            text("ru", texts.ru());
            text("en", texts.en());
            json.writeEndObject();
        }
    }

    private void text(String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    private void date(String name, @Nullable LocalDate value) {
        text(name, value == null ? null : value.toString());
    }

    private static String sha256(byte[] bytes) {
        return HEX.formatHex(Hashing.sha256().digest(bytes));
    }
}
