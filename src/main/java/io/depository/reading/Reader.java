package io.depository.reading;

import io.depository.notification.Finding;
import io.depository.notification.Findings;
import io.depository.notification.Heading;
import io.depository.notification.Voucher;
import io.depository.parties.Directory;
import io.depository.parties.RegisteredKey;
import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what came: recognises its form by its content, takes the notification out of its envelope, verifies the
 * signature and measures the text against the format. It decides nothing.
 *
 * <p>The notification's bytes are: on JMS and in a file, the whole body; from mail, the part after transfer decoding, and
 * where the message has one body only, without the line break that mail transport puts last. White space around a JWS is no
 * part of it, wherever it came from. No character set is converted: JSON is UTF-8 (RFC 8259 §8.1).
 *
 * <p>Safe for concurrent use. Nothing that a sender wrote makes it throw; what it throws is a fault of the depository's,
 * such as a key in the directory that is none.
 */
public final class Reader {

    /** From so many bytes on, arrivals are read one at a time: reading takes several times their size in memory. */
    private static final int LARGE = 4 << 20;

    private final Lock oneLarge = new ReentrantLock();
    private final NotificationSchema schema = new NotificationSchema();
    private final SignatureCheck signatures;
    private final CmsCheck certificates;

    /** Believes the keys and certificates of the directory, and no more. */
    public Reader(Directory directory) {
        this(directory, SmimeTrust.NONE);
    }

    public Reader(Directory directory, SmimeTrust trust) {
        this.signatures = new SignatureCheck(directory);
        this.certificates = new CmsCheck(directory, trust);
    }

    /** Reads the arrival; never null, and with an error wherever there is no notification. */
    public Reading read(Arrival arrival) {
        if (arrival.bytes().length < LARGE) {
            return readNow(arrival);
        }
        oneLarge.lock();
        try {
            return readNow(arrival);
        } finally {
            oneLarge.unlock();
        }
    }

    private Reading readNow(Arrival arrival) {
        if (arrival.tooLarge()) {
            return tooLarge(arrival);
        }
        if (!isMail(arrival)) {
            return content(arrival, Envelope.NONE, new Recognition.Found(arrival.bytes(), Cover.NONE));
        }
        Mail mail = MailReader.read(arrival.bytes(), certificates, arrival.receivedAt());
        if (mail.defect() != null) {
            return unreadable(arrival, mail.envelope(), Heading.UNREADABLE, mail.defect(), null);
        }
        Recognition.Chosen chosen =
                Recognition.choose(mail.parts(), mail.envelope().automatic());
        Recognition.Found found = chosen.found();
        return found == null
                ? unreadable(
                        arrival,
                        mail.envelope(),
                        headingOf(chosen.rivals(), arrival),
                        chosen.defect() == null ? Findings.noNotificationFound() : chosen.defect(),
                        mail.bounce())
                : content(arrival, mail.envelope(), found);
    }

    /** What staff look at in the arrival; empty where there is no notification that can be read. Never null. */
    public Inspection inspect(Arrival arrival) {
        return Inspection.of(read(arrival));
    }

    /** Mail is always mail and JMS never; a file or a dry run is told by its content. */
    private static boolean isMail(Arrival arrival) {
        return switch (arrival.channel()) {
            case MAIL -> true;
            case JMS -> false;
            case FILE, DRY_RUN -> Recognition.isMail(arrival.bytes());
        };
    }

    private Reading tooLarge(Arrival arrival) {
        boolean mail = isMail(arrival);
        Envelope envelope = mail
                ? MailReader.read(arrival.bytes(), certificates, arrival.receivedAt())
                        .envelope()
                : Envelope.NONE;
        Heading heading = mail ? Heading.UNREADABLE : JsonText.heading(arrival.bytes());
        return unreadable(
                arrival,
                envelope,
                heading,
                Findings.tooLarge(new Bilingual("размер для этого канала", "the size for this channel")),
                null);
    }

    /** Of several notifications only whom to ask which one is meant: the party by which all of them are. */
    private Heading headingOf(List<Recognition.Found> rivals, Arrival arrival) {
        Set<Optional<PartyCode>> authors =
                rivals.stream().map(rival -> authorOf(rival, arrival)).collect(Collectors.toSet());
        return authors.size() == 1
                ? authors.iterator()
                        .next()
                        .map(author -> new Heading(author.value(), null, null, null))
                        .orElse(Heading.UNREADABLE)
                : Heading.UNREADABLE;
    }

    /** The valid signer, else the party that the text names. */
    private Optional<PartyCode> authorOf(Recognition.Found rival, Arrival arrival) {
        Optional<Jws> jws = Jws.find(rival.bytes());
        SignatureCheck.Result signature = SignatureCheck.Result.together(signaturesOf(jws, rival.cover(), arrival));
        if (signature.valid().isPresent()) {
            return signature.valid().map(RegisteredKey::party);
        }
        byte[] payload = jws.isPresent() ? jws.get().payload() : rival.bytes();
        return payload == null ? Optional.empty() : named(JsonText.heading(payload));
    }

    private Reading content(Arrival arrival, Envelope envelope, Recognition.Found found) {
        Optional<Jws> jws = Jws.find(found.bytes());
        byte[] payload = jws.isPresent() ? jws.get().payload() : found.bytes();
        return judge(
                arrival,
                envelope,
                jws.map(Jws::bytes).orElse(found.bytes()),
                payload,
                SignatureCheck.Result.together(signaturesOf(jws, found.cover(), arrival)));
    }

    /** The text's own signature first, then those of S/MIME around it. */
    private List<SignatureCheck.Result> signaturesOf(Optional<Jws> jws, Cover cover, Arrival arrival) {
        List<SignatureCheck.Result> all = new ArrayList<>();
        jws.ifPresent(signed -> all.add(signatures.check(signed, arrival.receivedAt())));
        all.addAll(cover.signatures());
        return all;
    }

    private Reading judge(
            Arrival arrival,
            Envelope envelope,
            byte[] notificationBytes,
            byte @Nullable [] payload,
            SignatureCheck.Result signature) {
        Heading heading = payload == null ? Heading.UNREADABLE : JsonText.heading(payload);
        Text text = payload == null ? new Text(null, signature.defects()) : text(payload, signature.defects());
        Form form = text.form;
        RegisteredKey key = signature.key();
        RegisteredKey valid = signature.valid().orElse(null);
        return new Reading(
                heading,
                form == null ? null : form.draft(),
                form == null || !text.errors.isEmpty() ? null : form.notification(),
                notificationBytes,
                payload,
                voucher(arrival, valid, heading),
                key == null ? null : key.party(),
                valid == null ? null : valid.party(),
                signature.doubt(),
                text.errors,
                form == null ? List.of() : form.warnings(),
                envelope.automatic(),
                envelope.messageId(),
                envelope.subject(),
                null);
    }

    /** What a text is worth: its form, where it is JSON at all, and all errors of form and signature together. */
    private record Text(@Nullable Form form, List<Finding> errors) {}

    private Text text(byte[] payload, List<Finding> ofSignature) {
        Optional<Finding> defect = JsonScan.findDefect(payload);
        if (defect.isPresent()) {
            return new Text(null, List.of(defect.get()));
        }
        JsonText json = JsonText.of(payload);
        if (!json.duplicates().isEmpty()) {
            return new Text(null, json.duplicates());
        }
        Form form = Form.of(json.root(), schema);
        List<Finding> errors = new ArrayList<>(ofSignature);
        errors.addAll(form.errors());
        return new Text(form, errors);
    }

    private static Reading unreadable(
            Arrival arrival, Envelope envelope, Heading heading, Finding why, @Nullable Bounce bounce) {
        return new Reading(
                heading,
                null,
                null,
                null,
                null,
                voucher(arrival, null, heading),
                null,
                null,
                null,
                List.of(why),
                List.of(),
                envelope.automatic(),
                envelope.messageId(),
                envelope.subject(),
                bounce);
    }

    /**
     * A signature vouches only where neither the channel nor the text names another party than its own. What is no code
     * of a party names none: it is a defect of form, and the signer is told.
     */
    private static Voucher voucher(Arrival arrival, @Nullable RegisteredKey key, Heading heading) {
        PartyCode channelParty = arrival.channelParty();
        if (key != null
                && (channelParty == null || channelParty.equals(key.party()))
                && named(heading).filter(party -> !party.equals(key.party())).isEmpty()) {
            return new Voucher.Signature(key.party(), key.kid());
        }
        return channelParty == null ? new Voucher.Nobody() : new Voucher.ChannelAlone(channelParty);
    }

    private static Optional<PartyCode> named(Heading heading) {
        return Optional.ofNullable(heading.party()).flatMap(PartyCode::find);
    }
}
