package io.depository.lawyer;

import io.depository.treaty.Act;
import io.depository.treaty.Agreement;
import io.depository.treaty.Bilingual;
import io.depository.treaty.LegalFact;
import io.depository.treaty.PartyCode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Acts that are only supposed to be received, each at the end of its day, as options write them: {@code PARTY:ACT:DATE} or {@code PARTY:ACT:DATE:REFERENCE}. */
final class Supposed {

    private static final String OPTION = "--suppose";

    private final CellReader reader;
    private final ZoneId zone;
    private final List<Mistake> mistakes = new ArrayList<>();

    private Supposed(Agreement agreement) {
        this.reader = new CellReader(agreement);
        this.zone = agreement.zone();
    }

    /**
     * The acts, in the order of the options.
     *
     * @throws MistakenFile where any of them cannot be understood
     */
    static List<LegalFact> acts(List<String> options, Agreement agreement) {
        Supposed supposed = new Supposed(agreement);
        List<LegalFact> acts = new ArrayList<>();
        for (String option : options) {
            LegalFact act = supposed.act(option);
            if (act != null) {
                acts.add(act);
            }
        }
        if (!supposed.mistakes.isEmpty()) {
            throw new MistakenFile(supposed.mistakes);
        }
        return acts;
    }

    private @Nullable LegalFact act(String option) {
        String[] parts = option.split(":", 4);
        try {
            if (parts.length < 3) {
                throw new CellReader.NotUnderstood(
                        "ожидается ГОСУДАРСТВО:ДЕЙСТВИЕ:ДЕНЬ, например KG:completion-of-procedures:2026-03-05",
                        "PARTY:ACT:DATE was expected, such as KG:completion-of-procedures:2026-03-05");
            }
            PartyCode party = reader.party(parts[0].strip());
            Act act = reader.act(parts[1].strip());
            LocalDate received = reader.day(parts[2].strip());
            String last = parts.length > 3 ? parts[3].strip() : "";
            boolean revokes = act == Act.REVOCATION;
            if (revokes && last.isEmpty()) {
                throw new CellReader.NotUnderstood(
                        "отзыв указывает, какую ноту он отзывает: ГОСУДАРСТВО:revocation:ДЕНЬ:НОМЕР",
                        "a revocation says which note it takes back: PARTY:revocation:DATE:REFERENCE");
            }
            return new LegalFact(
                    LegalFact.UNREGISTERED,
                    party,
                    act,
                    revokes || last.isEmpty() ? option : last,
                    received.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1),
                    received,
                    revokes ? new LegalFact.Target(party, last) : null,
                    null,
                    null);
        } catch (CellReader.NotUnderstood e) {
            mistakes.add(Mistake.in(
                    OPTION + " " + option, new Bilingual(e.what().ru(), e.what().en())));
            return null;
        }
    }
}
