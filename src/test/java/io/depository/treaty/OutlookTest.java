package io.depository.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is still missing, from whom it could come, and the earliest day that could follow. */
class OutlookTest {

    private static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);

    /** AM and BY signed, RU's signature is in doubt, KZ and UZ did not sign; AM has ratified. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            consent: {article: "10", acts: [ratification]}                     | ratification                      |                     | BY RU
            consent: {article: "10", acts: [ratification], openTo: all}        | ratification                      |                     | BY KZ RU UZ
            consent: {article: "10", acts: [ratification]}                     | ratification, accession           |                     | BY KZ RU UZ
            consent: {article: "10", acts: [ratification, definitive-signature]} | ratification, definitive-signature |                   | BY KZ RU UZ
            consent: {article: "10", acts: [ratification], openTo: all}        | ratification                      | 'from: [AM, KZ],'   | KZ
            """)
    void namesWhoCouldStillConsent(String consent, String counts, String from, String candidates) {
        LegalPosition position = WrittenTreaty.position(
                WrittenTreaty.of("""
                        states:
                          - {party: AM, signature: signed}
                          - {party: BY, signature: signed}
                          - {party: KZ, signature: not-signed}
                          - {party: RU, signature: doubtful, doubt: {ru: Неясно, en: Unclear}}
                          - {party: UZ, signature: not-signed}
                        clauses:
                          counting: day-n-after
                          signature: {article: "9"}
                          %s
                          accession: {article: "12", period: P0D}
                          entryIntoForce: {article: "11", needed: 2, %s counts: [%s], period: P30D, laterPeriod: P0D}
                        """.formatted(consent, from == null ? "" : from.replace("'", ""), counts)),
                "AM ratification 2026-03-01");

        assertThat(position.outlook(MON_2026_03_02).candidates().stream()
                        .map(PartyCode::value)
                        .toList())
                .containsExactly(candidates.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"P30D, P60D, 2026-04-01", "P60D, P30D, 2026-04-01", "P30D, P30D, 2026-04-01", "P0D, P30D, 2026-03-02"})
    void takesTheEarlierOfTwoWays(String one, String other, LocalDate earliest) {
        Outlook outlook = WrittenTreaty.position(WrittenTreaty.of("""
                        states: [AM, BY, KZ]
                        signatories: states
                        clauses:
                          counting: day-n-after
                          entryIntoForce:
                            article: "11"
                            counts: [ratification]
                            earliest:
                              - {needed: 3, period: %s}
                              - {all: signatories, period: %s}
                            laterPeriod: P0D
                        """.formatted(one, other)))
                .outlook(MON_2026_03_02);

        assertThat(outlook.earliest()).isEqualTo(earliest);
        assertThat(outlook.missing()).hasSize(2);
        assertThat(outlook.missing().get(0).en()).startsWith("way 1: ");
        assertThat(outlook.missing().get(1).ru()).startsWith("способ 2: ");
    }

    @Test
    void saysTheDayOnceItIsReached() {
        Outlook outlook = TreatyBuilder.ofRatifications(2)
                .ratified("AM 2026-03-01, BY 2026-03-02")
                .position()
                .outlook(MON_2026_03_02);

        assertThat(outlook.missing()).isEmpty();
        assertThat(outlook.candidates()).isEmpty();
        assertThat(outlook.earliest()).isEqualTo(MON_2026_03_02);
    }
}
