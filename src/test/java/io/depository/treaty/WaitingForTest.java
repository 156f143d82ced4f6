package io.depository.treaty;

import static io.depository.treaty.Days.*;
import static io.depository.treaty.Seed.completionBy;
import static io.depository.treaty.Seed.withdrawalBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingForTest {

    private final LegalPosition life = Seed.position(
            completionBy("AM").on(MON_2026_02_02),
            completionBy("BY").on(TUE_2026_03_03),
            completionBy("KG").on(THU_2026_03_05),
            completionBy("KZ").on(FRI_2026_03_06),
            withdrawalBy("AM").on(MON_2026_08_31));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-01 | Waits for 3 more notifications of completion of procedures: 0 of 3 received (Article 12)
            2026-02-02 | Waits for 2 more notifications of completion of procedures: 1 of 3 received (Article 12)
            2026-03-04 | Waits for 1 more notification of completion of procedures: 2 of 3 received (Article 12)
            2026-03-05 | Waits for its entry into force on Saturday 4 April 2026 (Article 12)
            2026-04-03 | Waits for its entry into force on Saturday 4 April 2026 (Article 12)
            2026-04-04 | In force since Saturday 4 April 2026; waits for the entry into force for KZ on Sunday 5 April 2026 (Article 12)
            2026-04-05 | In force since Saturday 4 April 2026; waits for nothing
            2026-08-31 | In force since Saturday 4 April 2026; waits for the withdrawal for AM on Sunday 28 February 2027 (Article 14)
            2027-02-28 | In force since Saturday 4 April 2026; waits for nothing
            """)
    void dayByDay(LocalDate asOf, String en) {
        assertThat(life.waitingFor(asOf).en()).isEqualTo(en);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-01 | Ожидается еще 3 уведомления о выполнении внутригосударственных процедур: получено 0 из 3 (статья 12)
            2026-03-04 | Ожидается еще 1 уведомление о выполнении внутригосударственных процедур: получено 2 из 3 (статья 12)
            2026-03-05 | Ожидается вступление в силу в субботу 4 апреля 2026 г. (статья 12)
            2026-04-04 | Соглашение действует, день вступления в силу — суббота 4 апреля 2026 г.; ожидается вступление в силу для KZ в воскресенье 5 апреля 2026 г. (статья 12)
            2026-04-05 | Соглашение действует, день вступления в силу — суббота 4 апреля 2026 г.; ничего не ожидается
            """)
    void dayByDayInRussian(LocalDate asOf, String ru) {
        assertThat(life.waitingFor(asOf).ru()).isEqualTo(ru);
    }
}
