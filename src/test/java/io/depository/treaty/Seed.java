package io.depository.treaty;

import io.depository.agreements.AgreementFiles;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The seed agreement as its file says it, and facts about it that read. */
final class Seed {

    static final Agreement AGREEMENT = new AgreementFiles().loadAll(null).get(0).agreement();

    private Seed() {}

    static PartyCode state(String code) {
        return new PartyCode(code);
    }

    /** A position in which the register holds those notes, in that order of decision: entry 1, 2, 3… */
    static LegalPosition position(Note... notes) {
        return LegalPosition.of(AGREEMENT, facts(notes));
    }

    static List<LegalFact> facts(Note... notes) {
        List<LegalFact> facts = new ArrayList<>();
        for (Note note : notes) {
            facts.add(note.asEntry(facts.size() + 1L));
        }
        return facts;
    }

    static Note completionBy(String party) {
        return new Note(party, Act.COMPLETION_OF_PROCEDURES);
    }

    static Note accessionBy(String party) {
        return new Note(party, Act.ACCESSION);
    }

    static Note withdrawalBy(String party) {
        return new Note(party, Act.WITHDRAWAL);
    }

    static Note signatureSettledOf(String party) {
        return new Note(party, Act.SIGNATURE);
    }

    static Note listBy(String party) {
        return new Note(party, Act.AUTHORIZED_BODIES);
    }

    static Note actBy(String party, Act act) {
        return new Note(party, act);
    }

    /** Takes back the note of that reference of the same state. */
    static Note revocationBy(String party, String reference) {
        return new Note(party, Act.REVOCATION).about(party, reference);
    }

    /** The day that the effect of that kind has for that party, or for all where null; empty where it has none. */
    static Optional<LocalDate> dayOf(LegalPosition position, EffectKind kind, @Nullable String party) {
        Effect effect = effectOf(position, kind, party);
        return effect == null ? Optional.empty() : Optional.ofNullable(effect.on());
    }

    static @Nullable Effect effectOf(LegalPosition position, EffectKind kind, @Nullable String party) {
        return position.findEffect(kind, party == null ? null : new PartyCode(party));
    }

    /** A note on its way to being a fact. Its reference is its act and its day, unless it is given another. */
    static final class Note {
        private final PartyCode party;
        private final Act act;
        private LocalDate receivedOn = Days.MON_2026_03_02;
        private LocalTime at = LocalTime.of(10, 0);
        private @Nullable String reference;
        private LegalFact.@Nullable Target target;
        private @Nullable LocalDate effectiveOn;
        private @Nullable LocalDate changedOn;

        private Note(String party, Act act) {
            this.party = new PartyCode(party);
            this.act = act;
        }

        Note on(LocalDate day) {
            this.receivedOn = day;
            return this;
        }

        Note at(int hour, int minute) {
            this.at = LocalTime.of(hour, minute);
            return this;
        }

        Note reference(String number) {
            this.reference = number;
            return this;
        }

        Note about(String party, String number) {
            this.target = new LegalFact.Target(new PartyCode(party), number);
            return this;
        }

        Note effectiveOn(LocalDate day) {
            this.effectiveOn = day;
            return this;
        }

        Note changedOn(LocalDate day) {
            this.changedOn = day;
            return this;
        }

        LegalFact asEntry(long entry) {
            String number = reference == null ? act.wireName() + "/" + receivedOn : reference;
            return new LegalFact(
                    entry,
                    party,
                    act,
                    number,
                    receivedOn.atTime(at).atZone(ZoneId.of("Europe/Minsk")).toInstant(),
                    receivedOn,
                    target,
                    effectiveOn,
                    changedOn);
        }

        LegalFact considered() {
            return asEntry(LegalFact.UNREGISTERED);
        }
    }
}
