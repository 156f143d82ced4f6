package io.depository.lawyer;

import io.depository.treaty.Act;
import io.depository.treaty.Agreement;
import io.depository.treaty.AgreementState;
import io.depository.treaty.Bilingual;
import io.depository.treaty.Docket;
import io.depository.treaty.EffectKind;
import io.depository.treaty.LegalFact;
import io.depository.treaty.PartyCode;
import io.depository.treaty.RecordedDate;
import io.depository.treaty.Signature;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An agreement and the acts of a file about it, examined as far as they had been received by a day. */
final class Case {

    private final List<ActRow> rows;
    private final Docket docket;

    /**
     * @param file how reasons call the acts file
     * @param asOf what was received later is left out; null where nothing is
     */
    Case(Agreement agreement, String file, List<ActRow> rows, @Nullable LocalDate asOf) {
        this(agreement, file, rows, asOf, null);
    }

    /**
     * @param general the day that the depositary recorded for the general entry into force; null where that is not told
     */
    Case(Agreement agreement, String file, List<ActRow> rows, @Nullable LocalDate asOf, @Nullable LocalDate general) {
        this.rows = rows.stream()
                .filter(row -> asOf == null || !row.act().receivedOn().isAfter(asOf))
                .toList();
        List<LegalFact> acts = this.rows.stream().map(ActRow::act).toList();
        docket = Docket.of(signedAs(agreement, rows), acts, recorded(file, general));
    }

    /** The rows that were examined, in the order of the file. */
    List<ActRow> rows() {
        return rows;
    }

    Docket docket() {
        return docket;
    }

    /** The agreement with the signatures that the rows tell, whatever its own file says of these states. */
    private static Agreement signedAs(Agreement agreement, List<ActRow> rows) {
        Map<PartyCode, AgreementState> states = new LinkedHashMap<>();
        agreement.states().forEach(state -> states.put(state.party(), state));
        for (ActRow row : rows) {
            LocalDate signed = row.signed();
            if (signed != null) {
                PartyCode party = row.act().party();
                AgreementState known = states.get(party);
                states.put(
                        party,
                        new AgreementState(
                                party, known == null ? null : known.name(), Signature.SIGNED, signed, null, null));
            }
        }
        return new Agreement(
                agreement.id(),
                agreement.title(),
                agreement.signedPlace(),
                agreement.signedOn(),
                agreement.depository(),
                agreement.zone(),
                List.copyOf(states.values()),
                agreement.openTo(),
                agreement.amends(),
                agreement.clauses());
    }

    private List<RecordedDate> recorded(String file, @Nullable LocalDate general) {
        List<RecordedDate> dates = new ArrayList<>();
        if (general != null) {
            dates.add(new RecordedDate(
                    0,
                    EffectKind.ENTRY_INTO_FORCE,
                    RecordedDate.GENERAL,
                    general,
                    new Bilingual("так сказано в --recorded-general", "so says --recorded-general"),
                    "--recorded-general"));
        }
        Bilingual reason = new Bilingual("так сказано в столбце recorded", "so says the column recorded");
        for (ActRow row : rows) {
            LocalDate day = row.recorded();
            if (day != null) {
                EffectKind kind = row.act().act() == Act.WITHDRAWAL
                        ? EffectKind.WITHDRAWAL_EFFECTIVE
                        : EffectKind.ENTRY_INTO_FORCE_FOR_PARTY;
                dates.add(new RecordedDate(row.line(), kind, row.line(), day, reason, file));
            }
        }
        return dates;
    }
}
