package io.depository.review;

import io.depository.examination.Determining;
import io.depository.inbox.Wake;
import io.depository.register.Append;
import io.depository.register.Register;
import io.depository.staff.Audit;
import io.depository.standing.Agreements;
import io.depository.treaty.AgreementState;
import io.depository.treaty.Bilingual;
import io.depository.treaty.Determination;
import io.depository.treaty.Effect;
import io.depository.treaty.EffectKind;
import io.depository.treaty.LegalPosition;
import io.depository.treaty.PartyCode;
import io.depository.treaty.RecordedDate;
import io.depository.treaty.SettledSignature;
import io.depository.treaty.Signature;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a supervisor determines under an agreement: another day than the one that is counted, or whether a state signed
 * where its copy leaves that in doubt. Each is an entry in the register and a line in the audit, in one transaction.
 */
public class Determinations {

    private static final Set<EffectKind> DATED =
            Set.of(EffectKind.ENTRY_INTO_FORCE, EffectKind.ENTRY_INTO_FORCE_FOR_PARTY, EffectKind.WITHDRAWAL_EFFECTIVE);

    private final Agreements agreements;
    private final Determining determining;
    private final Register register;
    private final Audit audit;
    private final Wake wake;
    private final TransactionTemplate transaction;

    Determinations(
            Agreements agreements,
            Determining determining,
            Register register,
            Audit audit,
            Wake wake,
            TransactionTemplate transaction) {
        this.agreements = agreements;
        this.determining = determining;
        this.register = register;
        this.audit = audit;
        this.wake = wake;
        this.transaction = transaction;
    }

    /**
     * Records that an effect takes effect on that day, whatever the day is that is counted; both are kept.
     *
     * @param kind general entry into force, entry into force for a state, or the effect of a withdrawal
     * @param party the state that it concerns; null for general entry into force
     * @return the index of its entry
     * @throws Unknown when there is no such agreement
     * @throws Conflict when no day follows yet that could be another one, or that day is the one that stands
     */
    public long recordDate(
            String agreement,
            EffectKind kind,
            @Nullable PartyCode party,
            LocalDate on,
            Bilingual reason,
            Instruction instruction) {
        return determine(agreement, "agreements.date", instruction, (position, append) -> {
            Effect effect = DATED.contains(kind) ? find(position, kind, party) : null;
            if (effect == null || effect.on() == null) {
                throw new Conflict(
                        Conflict.Code.NOT_IN_THAT_STATE,
                        new Bilingual(
                                "По реестру такого последствия с датой нет: записать другой день нельзя.",
                                "By the register no such effect has a day yet, so that no other one can be recorded."));
            }
            if (on.equals(effect.on())) {
                throw new Conflict(
                        Conflict.Code.ALREADY_DECIDED,
                        new Bilingual("Этот день уже действует.", "That day stands already."));
            }
            long of = kind == EffectKind.ENTRY_INTO_FORCE ? RecordedDate.GENERAL : effect.entry();
            return new RecordedDate(append.size(), kind, of, on, reason, instruction.who());
        });
    }

    /**
     * Records whether a state signed, where the agreement's file says that this is in doubt or not known.
     *
     * @return the index of its entry
     * @throws Unknown when there is no such agreement, or it does not name the state
     * @throws Conflict when the file leaves no doubt
     */
    public long settleSignature(
            String agreement, PartyCode party, boolean signed, Bilingual reason, Instruction instruction) {
        return determine(agreement, "agreements.signature", instruction, (position, append) -> {
            AgreementState state = position.agreement()
                    .findState(party)
                    .orElseThrow(() -> new Unknown(new Bilingual(
                            "Соглашение не называет этого государства.", "The agreement does not name that state.")));
            if (state.signature() != Signature.DOUBTFUL && state.doubt() == null) {
                throw new Conflict(
                        Conflict.Code.NOT_IN_THAT_STATE,
                        new Bilingual(
                                "Подпись этого государства не под сомнением.",
                                "The signature of that state is not in doubt."));
            }
            return new SettledSignature(append.size(), party, signed, reason, instruction.who());
        });
    }

    private long determine(
            String agreement,
            String what,
            Instruction instruction,
            BiFunction<LegalPosition, Append, Determination> decide) {
        if (agreements.find(agreement).isEmpty()) {
            throw new Unknown(new Bilingual("Такого соглашения нет.", "There is no such agreement."));
        }
        long entry = Objects.requireNonNull(transaction.execute(status -> {
            Append append = register.lock();
            Determination determination = decide.apply(determining.position(agreement, append), append);
            determining.record(agreement, determination, append);
            audit.write(instruction.who(), what, "agreements/" + agreement, instruction.reason());
            return determination.entry();
        }));
        wake.dispatch();
        return entry;
    }

    private static @Nullable Effect find(LegalPosition position, EffectKind kind, @Nullable PartyCode party) {
        return position.effects().stream()
                .filter(effect -> effect.kind() == kind && Objects.equals(effect.party(), party))
                .findFirst()
                .orElse(null);
    }
}
