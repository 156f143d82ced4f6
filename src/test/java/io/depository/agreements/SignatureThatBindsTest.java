package io.depository.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.treaty.Act;
import io.depository.treaty.Agreement;
import io.depository.treaty.Law;
import io.depository.treaty.LegalFact;
import io.depository.treaty.LegalPosition;
import io.depository.treaty.PartyCode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** VCLT 12: consent by signature, where the agreement says that a signature has that effect. */
class SignatureThatBindsTest {

    private static final String FILE = """
            version: "1"
            id: by-signature
            title: {ru: Соглашение, en: Agreement}
            signed: {place: Minsk, on: "2026-03-01"}
            depository: minsk
            zone: UTC
            states: [AM, BY, KG]
            clauses:
              counting: day-n-after
              signature: {article: "9", until: "2026-12-31"}
              consent: {article: "9", acts: [signature]}
              entryIntoForce:
                article: "10"
                needed: 2
                counts: [signature]
                period: P0D
                laterPeriod: P0D
            """;

    private final Agreement agreement = new AgreementFiles()
            .load("by-signature.yaml", FILE.getBytes(StandardCharsets.UTF_8))
            .agreement();

    @Test
    void bringsTheAgreementIntoForce() {
        LegalPosition two = LegalPosition.of(
                agreement, List.of(signature(1, "AM", "2026-03-02"), signature(2, "BY", "2026-03-05")));

        assertThat(two.entryIntoForce()).contains(LocalDate.of(2026, 3, 5));
        assertThat(two.boundSince(new PartyCode("AM"))).contains(LocalDate.of(2026, 3, 5));
        assertThat(Law.refusals(two, signature(3, "KG", "2026-04-01"))).isEmpty();
        LegalPosition three = two.with(signature(3, "KG", "2026-04-01"));
        assertThat(three.boundSince(new PartyCode("KG"))).contains(LocalDate.of(2026, 4, 1));
    }

    @Test
    void bindsNobodyOnceTheAgreementIsClosedForSignature() {
        LegalFact late = signature(1, "AM", "2027-01-01");
        LegalPosition none = LegalPosition.of(agreement, List.of());

        assertThat(Law.refusals(none, late)).isNotEmpty();
        assertThat(none.with(late).counted()).isZero();
    }

    private static LegalFact signature(long entry, String party, String on) {
        LocalDate day = LocalDate.parse(on);
        return new LegalFact(
                entry,
                new PartyCode(party),
                Act.SIGNATURE,
                "note " + entry,
                day.atTime(12, 0).toInstant(ZoneOffset.UTC),
                day,
                null,
                null,
                null);
    }
}
