package io.depository.notification;

import io.depository.treaty.Act;
import io.depository.treaty.PartyCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules that need no law of an agreement: who speaks, to whom, about what, and whether what the act needs is there.
 * They are values in a list; a new rule is a new line.
 */
public final class Rules {

    /** A change of the list of authorized bodies is told within this many days (Article 5). */
    static final int DAYS_TO_TELL = 30;

    private static final List<String> DATES_OF_THE_PAST = List.of("/dated", "/changedOn", "/basis/dated");

    /** A reservation is made when consenting (VCLT 19); these acts consent to nothing. */
    private static final Set<Act> WITHOUT_CONSENT =
            EnumSet.of(Act.AUTHORIZED_BODIES, Act.DECLARATION, Act.OBJECTION, Act.WITHDRAWAL, Act.REVOCATION);

    static final Rule IS_ADDRESSED_TO_US = c -> {
        String found = c.draft().depository();
        return found == null || found.equals(c.depository())
                ? List.of()
                : List.of(Findings.wrongDepository(c.depository(), found));
    };

    static final Rule NAMES_A_KNOWN_AGREEMENT = c -> {
        String found = c.draft().agreement();
        return found == null || c.agreementIsKnown() ? List.of() : List.of(Findings.unknownAgreement(found));
    };

    static final Rule NAMES_A_KNOWN_STATE = c -> {
        PartyCode found = c.draft().party();
        return found == null || c.stateIsKnown() ? List.of() : List.of(Findings.unknownParty(found.value()));
    };

    /** The channel's party, the signer and the field {@code party} are one. */
    static final Rule SPEAKS_FOR_ITSELF = c -> {
        long speakers = Stream.of(c.channelParty(), c.signer(), c.draft().party())
                .filter(Objects::nonNull)
                .distinct()
                .count();
        return speakers < 2
                ? List.of()
                : List.of(Findings.notYourParty(
                        c.channelParty(), c.signer(), c.draft().party()));
    };

    /** No date is later than the day after receipt: somewhere it may already be tomorrow, nowhere the day after. */
    static final Rule IS_NOT_DATED_IN_FUTURE = c -> {
        List<Finding> found = new ArrayList<>();
        for (String pointer : DATES_OF_THE_PAST) {
            LocalDate date = c.draft().dates().get(pointer);
            if (date != null && date.isAfter(c.receivedOn().plusDays(1))) {
                found.add(Findings.datedInFuture(pointer, date, c.receivedOn()));
            }
        }
        return found;
    };

    static final Rule ATTACHMENTS_MATCH_THEIR_DIGESTS = c -> {
        List<Finding> found = new ArrayList<>();
        c.draft().attachments().forEach((index, attachment) -> {
            String actual = sha256(attachment.content());
            if (!actual.equalsIgnoreCase(attachment.sha256())) {
                found.add(Findings.attachmentDigest(index, attachment.sha256(), actual));
            }
        });
        return found;
    };

    /** Article 13 speaks of the receipt of a document of accession: the document must be there. */
    static final Rule ACCESSION_ATTACHES_ITS_DOCUMENT =
            c -> lacks(c, "attachments", Act.ACCESSION) ? List.of(Findings.documentMissing()) : List.of();

    static final Rule LIST_OF_BODIES_IS_GIVEN =
            c -> lacks(c, "authorizedBodies", Act.AUTHORIZED_BODIES) ? List.of(Findings.listMissing()) : List.of();

    static final Rule SAYS_WHAT_IT_REFERS_TO = c -> lacks(c, "refersTo", Act.REVOCATION, Act.OBJECTION)
            ? List.of(Findings.targetMissing(Objects.requireNonNull(c.draft().act())))
            : List.of();

    static final Rule ONLY_WITHDRAWAL_CHOOSES_ITS_DAY = c -> {
        Act act = c.draft().act();
        return c.draft().given().contains("effectiveOn") && act != null && act != Act.WITHDRAWAL
                ? List.of(Findings.effectiveOnMisplaced(act))
                : List.of();
    };

    static final Rule ONLY_CONSENT_CARRIES_A_RESERVATION = c -> {
        Act act = c.draft().act();
        return c.draft().given().contains("reservation") && act != null && WITHOUT_CONSENT.contains(act)
                ? List.of(Findings.reservationMisplaced(act))
                : List.of();
    };

    /** Article 5: the Parties designate their authorized bodies and notify the completion of procedures. */
    static final Rule COMPLETION_NAMES_ITS_BODIES = c -> lacks(c, "authorizedBodies", Act.COMPLETION_OF_PROCEDURES)
            ? List.of(Findings.article5ListMissing())
            : List.of();

    /** Article 5: a change of the list is told within 30 days. Changed on 1 March 2026, it is in time until 31 March. */
    static final Rule CHANGE_IS_TOLD_IN_TIME = c -> {
        LocalDate changedOn = c.draft().dates().get("/changedOn");
        if (changedOn == null) {
            return List.of();
        }
        LocalDate lastDay = changedOn.plusDays(DAYS_TO_TELL);
        return lastDay.isBefore(c.receivedOn())
                ? List.of(Findings.late(changedOn, lastDay, c.receivedOn()))
                : List.of();
    };

    /** What refuses. */
    public static final List<Rule> FORM_FREE = List.of(
            IS_ADDRESSED_TO_US,
            SPEAKS_FOR_ITSELF,
            NAMES_A_KNOWN_STATE,
            NAMES_A_KNOWN_AGREEMENT,
            IS_NOT_DATED_IN_FUTURE,
            LIST_OF_BODIES_IS_GIVEN,
            ONLY_WITHDRAWAL_CHOOSES_ITS_DAY,
            SAYS_WHAT_IT_REFERS_TO,
            ONLY_CONSENT_CARRIES_A_RESERVATION,
            ACCESSION_ATTACHES_ITS_DOCUMENT,
            ATTACHMENTS_MATCH_THEIR_DIGESTS);

    /** What refuses nothing, and is told all the same. */
    public static final List<Rule> REMARKS = List.of(COMPLETION_NAMES_ITS_BODIES, CHANGE_IS_TOLD_IN_TIME);

    private Rules() {}

    /** All defects that the rules find, in the order of the rules. */
    public static List<Finding> errors(Case examined) {
        return check(FORM_FREE, examined);
    }

    /** All warnings that the rules find, in the order of the rules. */
    public static List<Finding> warnings(Case examined) {
        return check(REMARKS, examined);
    }

    private static List<Finding> check(List<Rule> rules, Case examined) {
        return rules.stream().flatMap(rule -> rule.check(examined).stream()).toList();
    }

    private static boolean lacks(Case examined, String member, Act... acts) {
        Act act = examined.draft().act();
        return act != null
                && List.of(acts).contains(act)
                && !examined.draft().given().contains(member);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one says not", impossible);
        }
    }
}
