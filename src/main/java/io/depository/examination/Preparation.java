package io.depository.examination;

import io.depository.inbox.Claimed;
import io.depository.notification.Case;
import io.depository.notification.Code;
import io.depository.notification.Draft;
import io.depository.notification.Finding;
import io.depository.notification.Rules;
import io.depository.notification.Voucher;
import io.depository.parties.Directory;
import io.depository.reading.Arrival;
import io.depository.reading.Reader;
import io.depository.reading.Reading;
import io.depository.standing.Agreements;
import io.depository.treaty.PartyCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The first step of an examination: all that can be said of an arrival without the register. Runs in parallel. */
final class Preparation {

    private static final Set<Code> DISAGREEMENT = EnumSet.of(Code.NOT_YOUR_PARTY, Code.UNKNOWN_PARTY);

    private final Reader reader;
    private final Directory directory;
    private final Agreements agreements;
    private final String depository;
    private final ZoneId zone;

    Preparation(Reader reader, Directory directory, Agreements agreements, String depository, ZoneId zone) {
        this.reader = reader;
        this.directory = directory;
        this.agreements = agreements;
        this.depository = depository;
        this.zone = zone;
    }

    Prepared prepare(Claimed claimed) {
        Arrival arrival = new Arrival(
                claimed.channel(), claimed.channelParty(), claimed.content(), claimed.tooLarge(), claimed.receivedAt());
        return prepare(claimed.receipt(), arrival, claimed.digest());
    }

    Prepared prepare(long receipt, Arrival arrival, byte[] digest) {
        Reading reading = reader.read(arrival);
        LocalDate receivedOn = LocalDate.ofInstant(arrival.receivedAt(), zone);
        List<Finding> errors = new ArrayList<>(reading.errors());
        List<Finding> warnings = new ArrayList<>(reading.warnings());
        Draft draft = reading.draft();
        if (draft != null && errors.stream().noneMatch(error -> error.code().standsAlone())) {
            Case examined = caseOf(arrival, reading, draft, receivedOn);
            // A place is told once: that a member does not belong there says more than that it is malformed.
            List<Finding> byRules = Rules.errors(examined);
            errors.removeIf(error -> byRules.stream().anyMatch(error::isAlso));
            errors.addAll(byRules);
            warnings.addAll(Rules.warnings(examined));
        }
        PartyCode speaker = speakerOf(arrival, reading);
        String whole = HexFormat.of().formatHex(digest);
        byte[] notification = reading.notificationBytes();
        byte[] payload = reading.payload();
        return new Prepared(
                receipt,
                arrival,
                whole,
                reading,
                receivedOn,
                speaker,
                speaker != null && errors.stream().noneMatch(error -> DISAGREEMENT.contains(error.code())),
                notification == null ? whole : sha256(notification),
                payload == null ? null : sha256(payload),
                errors,
                warnings);
    }

    private Case caseOf(Arrival arrival, Reading reading, Draft draft, LocalDate receivedOn) {
        PartyCode party = draft.party();
        String agreement = draft.agreement();
        return new Case(
                draft,
                arrival.channelParty(),
                reading.signer(),
                receivedOn,
                depository,
                party != null && directory.findState(party).isPresent(),
                agreement != null && agreements.find(agreement).isPresent());
    }

    /**
     * The signer, else the channel's party, else the known state that the text names, else the state whose key the
     * signature claims. On nobody's channel a valid signature says who speaks even where the text names another: the
     * answer is the signer's, and what is decided is no decision on a note of the party named.
     */
    private @Nullable PartyCode speakerOf(Arrival arrival, Reading reading) {
        if (reading.voucher() instanceof Voucher.Signature signature) {
            return signature.party();
        }
        if (arrival.channelParty() != null) {
            return arrival.channelParty();
        }
        if (reading.validSigner() != null) {
            return reading.validSigner();
        }
        return Optional.ofNullable(reading.heading().party())
                .flatMap(PartyCode::find)
                .filter(party -> directory.findState(party).isPresent())
                .orElse(reading.signer());
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one says not", e);
        }
    }
}
