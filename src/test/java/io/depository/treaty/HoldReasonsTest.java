package io.depository.treaty;

import static io.depository.treaty.Days.*;
import static io.depository.treaty.Seed.accessionBy;
import static io.depository.treaty.Seed.actBy;
import static io.depository.treaty.Seed.completionBy;
import static io.depository.treaty.Seed.position;
import static io.depository.treaty.Seed.signatureSettledOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldReasonsTest {

    @ParameterizedTest
    @CsvSource({
        "completion-of-procedures, KG, false, ''",
        "completion-of-procedures, KG, true, reservation",
        "completion-of-procedures, RU, false, in doubt",
        "completion-of-procedures, AZ, false, in doubt",
        "accession, RU, false, in doubt",
        "accession, MD, false, ''",
        "accession, MD, true, VCLT 19",
        "authorized-bodies, RU, false, ''",
        "declaration, KG, false, ''",
        "objection, KG, false, ''",
        "withdrawal, KG, false, two members",
        "revocation, KG, false, two members"
    })
    void byAct(String act, String party, boolean withReservation, String reason) {
        LegalFact fact = actBy(party, Act.find(act).orElseThrow()).considered();

        Optional<Bilingual> hold = Law.holdReason(position(), fact, withReservation);

        assertThat(hold.isPresent()).isEqualTo(!reason.isEmpty());
        hold.ifPresent(because -> {
            assertThat(because.en()).contains(reason);
            assertThat(because.ru()).matches(".*[а-я].*");
        });
    }

    @Test
    void tellsAllReasons() {
        assertThat(Law.holdReason(position(), completionBy("RU").considered(), true))
                .hasValueSatisfying(because -> assertThat(because.en()).contains("in doubt", "reservation"));
    }

    @Test
    void endsWithTheDoubt() {
        LegalPosition settled = position(signatureSettledOf("RU").on(FRI_2026_03_20));

        assertThat(Law.holdReason(settled, completionBy("RU").on(THU_2026_03_05).considered(), false))
                .isEmpty();
        assertThat(Law.holdReason(settled, accessionBy("AZ").considered(), false))
                .isPresent();
    }
}
