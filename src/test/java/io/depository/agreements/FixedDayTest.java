package io.depository.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.treaty.Act;
import io.depository.treaty.Agreement;
import io.depository.treaty.Effect;
import io.depository.treaty.EffectKind;
import io.depository.treaty.LegalFact;
import io.depository.treaty.LegalPosition;
import io.depository.treaty.PartyCode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Montreal Protocol, Article 16, with two instruments in place of eleven. */
class FixedDayTest {

    private static final String FILE = """
            version: "1"
            id: fixed-day
            title: {ru: Протокол, en: Protocol}
            signed: {place: Montreal, on: "1987-09-16"}
            depository: united-nations
            zone: UTC
            openTo: all
            clauses:
              counting: day-n-after
              consent: {article: "14", acts: [ratification], openTo: all}
              entryIntoForce:
                article: "16"
                needed: 2
                counts: [ratification]
                period: P90D
                onDay: "1989-01-01"
                laterPeriod: P90D
            """;

    private final Agreement agreement = new AgreementFiles()
            .load("fixed-day.yaml", FILE.getBytes(StandardCharsets.UTF_8))
            .agreement();

    @ParameterizedTest
    @CsvSource({
        "1988-03-31, 1989-01-01", // Thursday, Sunday
        "1988-12-16, 1989-01-01", // Friday
        "1989-01-01, 1989-01-01",
        "1989-01-02, 1989-04-02" // Monday: 90 days later, Sunday
    })
    void comesWhereTheConditionIsMetByThen(LocalDate second, LocalDate inForce) {
        LegalPosition position = LegalPosition.of(
                agreement, List.of(ratification(1, "MX", LocalDate.of(1988, 3, 31)), ratification(2, "US", second)));

        assertThat(position.entryIntoForce()).contains(inForce);
        assertThat(position.boundSince(new PartyCode("MX"))).contains(inForce);
    }

    @Test
    void saysWhyNoPeriodIsCounted() {
        LegalPosition position = LegalPosition.of(
                agreement,
                List.of(
                        ratification(1, "MX", LocalDate.of(1988, 3, 31)),
                        ratification(2, "US", LocalDate.of(1988, 12, 16))));

        Effect effect = position.effects().stream()
                .filter(one -> one.kind() == EffectKind.ENTRY_INTO_FORCE)
                .findFirst()
                .orElseThrow();
        assertThat(effect.alternative()).isNull();
        assertThat(effect.because().en())
                .isEqualTo(
                        "Article 16: second instrument received Friday 16 December 1988 (entry 2); the condition was met"
                                + " by the day that is fixed: Sunday 1 January 1989; counted: entries 1, 2");
        assertThat(effect.because().ru())
                .contains("; к установленному дню условие выполнено: воскресенье 1 января 1989 г.");
    }

    @Test
    void isTheEarliestDayWhileItIsAhead() {
        LegalPosition one = LegalPosition.of(agreement, List.of(ratification(1, "MX", LocalDate.of(1988, 3, 31))));

        assertThat(one.outlook(LocalDate.of(1988, 12, 1)).earliest()).isEqualTo(LocalDate.of(1989, 1, 1));
        assertThat(one.outlook(LocalDate.of(1989, 1, 2)).earliest()).isEqualTo(LocalDate.of(1989, 4, 2));
    }

    private static LegalFact ratification(long entry, String party, LocalDate on) {
        return new LegalFact(
                entry,
                new PartyCode(party),
                Act.RATIFICATION,
                "note " + entry,
                on.atTime(12, 0).toInstant(ZoneOffset.UTC),
                on,
                null,
                null,
                null);
    }
}
