package io.depository.lawyer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would follow from acts that are only supposed. */
class WhatIfCommandTest {

    private static final String ACTS = """
            party,act,received,reference
            KG,completion-of-procedures,2026-01-12,KG-1
            KZ,completion-of-procedures,2026-02-16,KZ-1
            """;

    @TempDir
    Path folder;

    @Test
    void showsBothSidesAndWhatChanges() {
        Run run = Run.of(
                "what-if",
                "--agreement",
                Run.SEED,
                "--acts",
                acts(),
                "--suppose",
                "BY:completion-of-procedures:2026-03-12",
                "--suppose",
                "KG:completion-of-procedures:2026-03-13");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.lines())
                .startsWith("what,party,subject,today,then,article")
                .contains(
                        "as-of,,,2026-03-10,2026-03-13,",
                        "entry-into-force,,,,2026-04-11,",
                        "counted,,,2,3,",
                        "needed,,,3,3,",
                        "missing,,,1 more notification,,",
                        "earliest,,,2026-04-09,2026-04-11,",
                        "standing,BY,,signatory,contracting,",
                        "new,,entry-into-force,,2026-04-11,12",
                        "moved,KG,entry-into-force-for-party,,2026-04-11,12",
                        "supposed,BY,completion-of-procedures,,counted,",
                        "supposed,KG,completion-of-procedures,,ALREADY_DONE,");
    }

    @Test
    void explainsInTheLanguageAskedFor() {
        Run run = Run.of(
                "what-if",
                "--agreement",
                Run.SEED,
                "--acts",
                acts(),
                "--suppose",
                "Республика Беларусь:completion-of-procedures:2026-03-12",
                "--explain",
                "--lang",
                "ru");
        assertThat(run.out())
                .contains("missing,,,еще 1 уведомление,,,")
                .contains("суббота 11 апреля 2026 г.")
                .contains("это уведомление");
    }

    @Test
    void supposesRevocationsAndNeedsNoActs() {
        Run revoked = Run.of(
                "what-if", "--agreement", Run.SEED, "--acts", acts(), "--suppose", "KG:revocation:2026-03-12:KG-1");
        assertThat(revoked.lines())
                .contains("gone,KG,consent-counted,2026-01-12,,12", "new,KG,consent-withdrawn,,2026-03-12,12");

        Run first = Run.of("what-if", "--agreement", Run.SEED, "--suppose", "KG:completion-of-procedures:2026-03-12");
        assertThat(first.lines()).contains("counted,,,0,1,", "earliest,,,2026-04-09,2026-04-11,");
    }

    @ParameterizedTest
    @CsvSource({
        "KG, PARTY:ACT:DATE was expected",
        "kg:accession:2026-03-12, two capital letters",
        "KG:ratify:2026-03-12, there is no act",
        "KG:accession:soon, a day such as",
        "KG:revocation:2026-03-12, which note it takes back"
    })
    void refusesWhatItCannotUnderstand(String supposed, String said) {
        Run run = Run.of("what-if", "--agreement", Run.SEED, "--suppose", supposed);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--suppose " + supposed + ": ").contains(said);
    }

    private String acts() {
        return Run.file(folder, "acts.csv", ACTS.getBytes(StandardCharsets.UTF_8));
    }
}
