package io.depository.examination;

import io.depository.notification.Code;
import io.depository.notification.Draft;
import io.depository.notification.Finding;
import io.depository.notification.Findings;
import io.depository.notification.Notification;
import io.depository.notification.Voucher;
import io.depository.parties.Channel;
import io.depository.treaty.Act;
import io.depository.treaty.Bilingual;
import io.depository.treaty.Law;
import io.depository.treaty.LegalFact;
import io.depository.treaty.LegalPosition;
import io.depository.treaty.PartyCode;
import io.depository.treaty.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The decision on one arrival: a pure function of what was prepared and of what the register says. */
final class Deciding {

    private static final Bilingual CHANNEL_ALONE = new Bilingual(
            "Уведомление не подписано: за него ручается только канал, по которому оно пришло. Его рассмотрят сотрудники"
                    + " депозитария; о решении будет сообщено вторым подтверждением.",
            "The notification is not signed: only the channel that it came by vouches for it. The depository's staff"
                    + " will review it; a second acknowledgement will tell the decision.");
    private static final Bilingual NOBODY = new Bilingual(
            "Уведомление не подписано, и за него никто не ручается. Его рассмотрят сотрудники депозитария; о решении"
                    + " будет сообщено вторым подтверждением.",
            "The notification is not signed and nobody vouches for it. The depository's staff will review it; a second"
                    + " acknowledgement will tell the decision.");

    /** Refusals that speak of what a revocation refers to: idle where that could not be read. */
    private static final Set<Refusal.Kind> OF_ITS_TARGET =
            EnumSet.of(Refusal.Kind.NOTHING_TO_REVOKE, Refusal.Kind.TOO_LATE_TO_REVOKE);

    private Deciding() {}

    /** Decides; see the contract, sections 2 to 4. A repeat is looked for first, so that no answer ever changes. */
    static Decision decide(Prepared prepared, Snapshot snapshot) {
        return findRepeat(prepared, snapshot).orElseGet(() -> decideAfresh(prepared, snapshot));
    }

    /** Decides as if the same bytes had never come: for a dry run, which shows no stored letter. */
    static Decision decideAfresh(Prepared prepared, Snapshot snapshot) {
        return decideNew(prepared, snapshot, false);
    }

    /** Decides what was held and people have looked at: by the same rules as ever, but nothing holds it any longer. */
    static Decision decideReviewed(Prepared prepared, Snapshot snapshot) {
        return decideNew(prepared, snapshot, true);
    }

    private static Decision decideNew(Prepared prepared, Snapshot snapshot, boolean reviewed) {
        if (isNobodysMail(prepared)) {
            return new Decision.SetAside();
        }
        List<Finding> errors = new ArrayList<>(prepared.errors());
        if (errors.stream().anyMatch(error -> error.code().standsAlone())) {
            return new Decision.Returned(errors);
        }
        if (isReferenceReused(prepared, snapshot)) {
            errors.add(Findings.referenceReused(
                    String.valueOf(prepared.reading().heading().reference())));
        }
        Notification notification = prepared.reading().notification();
        if (!prepared.speakerAgrees() || lacksAgreement(errors)) {
            return new Decision.Returned(errors);
        }
        if (notification == null) {
            errors.addAll(lawOnDraft(prepared, snapshot));
            return new Decision.Returned(errors);
        }
        LegalPosition position = snapshot.position(notification.agreement());
        LegalFact fact = prepared.factOf(
                notification,
                snapshot.nextEntry(),
                LocalDate.ofInstant(snapshot.recordedAt(), position.agreement().zone()));
        List<Refusal> refusals = refusalsOf(position, fact, referredBy(fact, notification.agreement(), snapshot));
        if (refusals.stream().anyMatch(refusal -> codeOf(refusal).dependsOnOrder())
                && snapshot.hasEarlierUndecided(notification.party(), prepared)) {
            return new Decision.Wait();
        }
        noticeTooShort(position, fact).ifPresent(errors::add);
        refusals.forEach(refusal -> errors.add(Findings.refusal(codeOf(refusal), refusal.reason(), null)));
        if (!errors.isEmpty()) {
            return new Decision.Returned(errors);
        }
        Bilingual hold = reviewed ? null : holdReason(prepared, position, fact, notification);
        return hold != null
                ? new Decision.Held(hold)
                : new Decision.Registered(
                        notification,
                        fact,
                        Law.follow(
                                position, fact, !notification.authorizedBodies().isEmpty()));
    }

    /**
     * A repeat is answered with the latest decision that was made on at least the same authority: what nobody vouched
     * for never makes the real notification a duplicate.
     */
    private static Optional<Decision> findRepeat(Prepared prepared, Snapshot snapshot) {
        PartyCode speaker = prepared.speaker();
        if (speaker == null) {
            return Optional.empty();
        }
        int weight = prepared.reading().voucher().weight();
        return prepared.sameAs().stream()
                .map(identity -> snapshot.decisionsOn(speaker, identity))
                .filter(earlier -> earlier.stream().anyMatch(one -> one.weight() >= weight))
                .findFirst()
                .map(earlier ->
                        new Decision.Repeat(earlier.get(earlier.size() - 1).acknowledgement()));
    }

    private static boolean isNobodysMail(Prepared prepared) {
        return prepared.arrival().channel() == Channel.MAIL
                && prepared.speaker() == null
                && prepared.errors().stream().anyMatch(error -> error.code() == Code.NO_NOTIFICATION_FOUND);
    }

    /** Other bytes under a used reference. A signed copy of the note that used it up is the same note. */
    private static boolean isReferenceReused(Prepared prepared, Snapshot snapshot) {
        String reference = prepared.reading().heading().reference();
        if (prepared.speaker() == null || !prepared.speakerAgrees() || reference == null) {
            return false;
        }
        Optional<String> usedBy = snapshot.usedBy(prepared.speaker(), reference);
        boolean signedCopy = prepared.reading().voucher() instanceof Voucher.Signature
                && usedBy.equals(Optional.ofNullable(prepared.payloadDigest()));
        return usedBy.isPresent() && !usedBy.get().equals(prepared.identity()) && !signedCopy;
    }

    /**
     * What the law says to a text whose form is broken elsewhere, so that the state learns of all at once. Judged by who
     * does what alone; nothing that rests on the order of decisions makes it wait, for it is returned anyway.
     */
    private static List<Finding> lawOnDraft(Prepared prepared, Snapshot snapshot) {
        Draft draft = prepared.reading().draft();
        if (draft == null || draft.party() == null || draft.agreement() == null || draft.act() == null) {
            return List.of();
        }
        LegalPosition position = snapshot.position(draft.agreement());
        LegalFact fact = new LegalFact(
                snapshot.nextEntry(),
                draft.party(),
                draft.act(),
                String.valueOf(draft.reference()),
                prepared.arrival().receivedAt(),
                prepared.receivedOn(),
                null,
                draft.dates().get("/effectiveOn"),
                draft.dates().get("/changedOn"));
        List<Finding> findings = new ArrayList<>();
        noticeTooShort(position, fact).ifPresent(findings::add);
        refusalsOf(position, fact, null)
                .forEach(refusal -> findings.add(Findings.refusal(codeOf(refusal), refusal.reason(), null)));
        return findings;
    }

    private static List<Refusal> refusalsOf(LegalPosition position, LegalFact fact, @Nullable LegalFact referred) {
        return Law.refusals(position, fact, referred).stream()
                .filter(refusal -> fact.refersTo() != null || !OF_ITS_TARGET.contains(refusal.kind()))
                .toList();
    }

    /** A withdrawal may ask for a later day than the notice period gives, never for an earlier one. */
    private static Optional<Finding> noticeTooShort(LegalPosition position, LegalFact fact) {
        LocalDate asked = fact.effectiveOn();
        if (fact.act() != Act.WITHDRAWAL || asked == null) {
            return Optional.empty();
        }
        LocalDate earliest = Law.earliestWithdrawal(position.agreement(), fact.receivedOn());
        return !asked.isBefore(earliest)
                ? Optional.empty()
                : Optional.of(Findings.refusal(
                        Code.SCHEMA,
                        new Bilingual(
                                "Выход не может вступить в силу раньше " + earliest
                                        + ": срок уведомления считается со дня его получения.",
                                "The withdrawal cannot take effect before " + earliest
                                        + ": the period of notice runs from the day of receipt."),
                        "/effectiveOn"));
    }

    private static @Nullable LegalFact referredBy(LegalFact fact, String agreement, Snapshot snapshot) {
        LegalFact.Target target = fact.refersTo();
        return target == null ? null : snapshot.registeredAct(agreement, target).orElse(null);
    }

    private static boolean lacksAgreement(List<Finding> errors) {
        return errors.stream().anyMatch(error -> error.code() == Code.UNKNOWN_AGREEMENT);
    }

    private static @Nullable Bilingual holdReason(
            Prepared prepared, LegalPosition position, LegalFact fact, Notification notification) {
        Voucher voucher = prepared.reading().voucher();
        if (prepared.reading().doubt() != null) {
            return prepared.reading().doubt();
        }
        if (voucher instanceof Voucher.Nobody) {
            return NOBODY;
        }
        if (voucher instanceof Voucher.ChannelAlone) {
            return CHANNEL_ALONE;
        }
        return Law.holdReason(position, fact, notification.reservation() != null)
                .orElse(null);
    }

    private static Code codeOf(Refusal refusal) {
        return Code.valueOf(refusal.kind().name());
    }
}
