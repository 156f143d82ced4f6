package io.depository.treaty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The seed's rules told another way, to compare with: a world that lives one day after the other, does in the morning what
 * falls due, and then reads the day's post.
 */
final class DayByDay {

    private static final class Resident {
        private final boolean signed;
        private Standing standing;
        private Standing beforeConsent;
        private boolean left;
        private @Nullable LocalDate consentedOn;
        private boolean counts;
        private @Nullable LocalDate leavesOn;
        private final Set<String> consentNotes = new HashSet<>();
        private final Set<String> withdrawalNotes = new HashSet<>();

        Resident(Signature signature) {
            signed = signature != Signature.NOT_SIGNED;
            standing = signature == Signature.SIGNED ? Standing.SIGNATORY : Standing.ENTITLED;
            beforeConsent = standing;
        }
    }

    private final Map<PartyCode, Resident> residents = new HashMap<>();
    private final List<LegalFact> post;
    private int read;
    private @Nullable LocalDate inForceSince;

    DayByDay(LocalDate firstDay, List<LegalFact> facts) {
        Seed.AGREEMENT.states().forEach(state -> residents.put(state.party(), new Resident(state.signature())));
        post = new ArrayList<>(facts);
        post.sort(Comparator.comparing(LegalFact::receivedAt).thenComparing(LegalFact::entry));
        if (!post.isEmpty() && post.get(0).receivedOn().isBefore(firstDay)) {
            throw new IllegalArgumentException("The post begins before the world");
        }
    }

    Standing standingOf(PartyCode party) {
        return residents.get(party).standing;
    }

    @Nullable
    LocalDate inForceSince() {
        return inForceSince;
    }

    void live(LocalDate today) {
        if (inForceSince == null && consentsThirtyDaysOld(today) >= 3) {
            inForceSince = today;
        }
        for (Resident resident : residents.values()) {
            LocalDate consentedOn = resident.consentedOn;
            if (resident.standing == Standing.CONTRACTING
                    && inForceSince != null
                    && consentedOn != null
                    && !consentedOn.plusDays(30).isAfter(today)) {
                resident.standing = Standing.PARTY;
            }
            if (resident.standing == Standing.WITHDRAWING && today.equals(resident.leavesOn)) {
                resident.standing = Standing.FORMER;
                resident.left = true;
            }
        }
        while (read < post.size() && post.get(read).receivedOn().equals(today)) {
            receive(post.get(read++), today);
        }
    }

    private long consentsThirtyDaysOld(LocalDate today) {
        return residents.values().stream()
                .filter(resident -> resident.counts && resident.standing == Standing.CONTRACTING)
                .filter(resident -> resident.consentedOn != null
                        && !resident.consentedOn.plusDays(30).isAfter(today))
                .count();
    }

    private void receive(LegalFact note, LocalDate today) {
        Resident sender = residents.get(note.party());
        switch (note.act()) {
            case COMPLETION_OF_PROCEDURES -> consent(sender, note, sender.signed && !sender.left, true);
            case ACCESSION -> {
                boolean surelySigned =
                        Seed.AGREEMENT.findState(note.party()).orElseThrow().signature() == Signature.SIGNED;
                consent(sender, note, !surelySigned || sender.left, false);
            }
            case WITHDRAWAL -> withdraw(sender, note, today);
            case REVOCATION -> revoke(sender, note.refersTo());
            default -> throw new IllegalArgumentException("Nobody sends " + note.act());
        }
    }

    private static void consent(Resident sender, LegalFact note, boolean open, boolean counts) {
        boolean free = sender.standing == Standing.ENTITLED
                || sender.standing == Standing.SIGNATORY
                || sender.standing == Standing.FORMER;
        if (free && open) {
            sender.beforeConsent = sender.standing;
            sender.standing = Standing.CONTRACTING;
            sender.consentedOn = note.receivedOn();
            sender.counts = counts;
            sender.consentNotes.clear();
        }
        sender.consentNotes.add(note.reference());
    }

    private static void withdraw(Resident sender, LegalFact note, LocalDate today) {
        if (sender.standing == Standing.PARTY) {
            LocalDate sixMonths = today.plusMonths(6);
            LocalDate asked = note.effectiveOn();
            sender.leavesOn = asked != null && asked.isAfter(sixMonths) ? asked : sixMonths;
            sender.standing = Standing.WITHDRAWING;
            sender.withdrawalNotes.clear();
        }
        sender.withdrawalNotes.add(note.reference());
    }

    private static void revoke(Resident sender, LegalFact.@Nullable Target target) {
        if (target == null) {
            return;
        }
        if (sender.standing == Standing.CONTRACTING && sender.consentNotes.contains(target.reference())) {
            sender.standing = sender.beforeConsent;
            sender.consentedOn = null;
            sender.counts = false;
        } else if (sender.standing == Standing.WITHDRAWING && sender.withdrawalNotes.contains(target.reference())) {
            sender.standing = Standing.PARTY;
        }
    }
}
