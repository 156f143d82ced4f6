package io.depository.correspondence;

import io.depository.notification.Heading;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes letters as the JSON that goes over the wire: UTF-8, members in a fixed order, the same bytes for the same
 * letter. Pure and safe for concurrent use.
 *
 * <p>What is absent is omitted, with two exceptions that spare readers a question: {@code errors}, {@code warnings} and
 * {@code effects} are always arrays, empty where there is nothing to say, and an effect's {@code on} is null while no
 * date follows. Instants are UTC with three decimals, cut and not rounded; dates are the depository's; base64 is the
 * standard alphabet with padding (RFC 4648, section 4). A character that UTF-8 cannot carry (half a surrogate pair in a
 * sender's reference) is replaced by U+FFFD.
 */
public final class LetterWriter {

    private static final int USUAL_SIZE = 4096;

    private final JsonFactory json = new JsonFactory();

    /**
     * The acknowledgement as JSON, valid against {@code schemas/acknowledgement-1.json}.
     *
     * @throws IllegalArgumentException where the letter says what its outcome does not allow, or not what it demands
     */
    public byte[] write(Acknowledgement letter) {
        Completeness.check(letter);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
            LetterJson out = new LetterJson(generator);
            generator.writeStartObject();
            out.text("type", "acknowledgement");
            out.textIfAny("id", letter.id());
            if (letter.dryRun()) {
                generator.writeBooleanProperty("dryRun", true);
            }
            out.text("outcome", letter.outcome().wireName());
            heading(out, letter.heading());
            out.text("channel", letter.channel().wireName());
            out.text("receivedAt", LetterJson.instant(letter.receivedAt()));
            out.text("receivedOn", letter.receivedOn().toString());
            out.text("sha256", letter.sha256());
            out.textIfAny("notificationSha256", letter.notificationSha256());
            out.findings("errors", letter.errors());
            out.findings("warnings", letter.warnings());
            if (letter.review() != null) {
                out.bilingual("review", letter.review());
            }
            if (letter.entry() != null) {
                generator.writeNumberProperty("entry", letter.entry());
            }
            out.effects("effects", letter.effects());
            if (letter.receipt() != null) {
                out.receipt(letter.receipt());
            }
            generator.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void heading(LetterJson out, Heading heading) {
        out.textIfAny("party", heading.party());
        out.textIfAny("agreement", heading.agreement());
        out.textIfAny("act", heading.act());
        out.textIfAny("reference", heading.reference());
    }

    /**
     * The circular as JSON, valid against {@code schemas/circular-1.json}, its text written with the names as they are
     * now, and where every state stands. A correction has one member more than other circulars, {@code corrected}: the effects as they had been told.
     *
     * @throws IllegalArgumentException where the circular tells of a day (of entry into force, of withdrawal) and has
     *     no effect that bears it
     */
    public byte[] write(Circular letter, StandingTable standing, Names names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * USUAL_SIZE);
        try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
            LetterJson out = new LetterJson(generator);
            generator.writeStartObject();
            out.text("type", "circular");
            out.text("id", letter.id());
            out.text("number", letter.number());
            out.text("kind", letter.kind().wireName());
            out.text("agreement", letter.agreement());
            out.textIfAny("party", wireName(letter.party()));
            out.textIfAny("act", letter.act() == null ? null : letter.act().wireName());
            out.textIfAny("reference", letter.reference());
            out.textIfAny("receivedOn", wireName(letter.receivedOn()));
            generator.writeNumberProperty("entry", letter.entry());
            out.textsIfAny("statement", letter.statement());
            out.bodiesIfAny("authorizedBodies", letter.authorizedBodies());
            out.effects("effects", letter.effects());
            if (!letter.corrected().isEmpty()) {
                out.effects("corrected", letter.corrected());
            }
            out.standing("standing", standing);
            out.text("issuedAt", LetterJson.instant(letter.issuedAt()));
            out.bilingual("text", CircularText.of(letter, standing, names));
            out.receipt(letter.receipt());
            generator.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static @Nullable String wireName(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
