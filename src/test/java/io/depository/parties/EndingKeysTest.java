package io.depository.parties;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EndingKeysTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final TestDatabase fresh = TestDatabase.fresh();
    private final JdbcClient database = JdbcClient.create(fresh.asApplication());
    private final EndingKeys keys = new JdbcEndingKeys(database);

    @BeforeEach
    void knowsTwoStates() {
        database.sql("insert into state values ('KG', 'К', 'K'), ('KZ', 'К', 'K')")
                .update();
    }

    @Test
    void listsWhatEndsWithinThirtyDays() {
        insert("a", "KG", "EdDSA", days(6), null);
        insert("b", "KG", "S/MIME", days(29), null);
        insert("later", "KG", "EdDSA", days(31), null);
        insert("over", "KG", "EdDSA", NOW, null);
        insert("revoked", "KG", "EdDSA", days(6), NOW);
        insert("open", "KZ", "EdDSA", null, null);

        assertThat(keys.list(NOW))
                .extracting(key -> key.kid() + " " + key.days() + " " + key.succeeded())
                .containsExactly("a 7 true", "b 30 false");
    }

    @Test
    void knowsNoSuccessorThatIsRevokedOrEndsNoLaterOrIsOfAnotherKindOrState() {
        insert("a", "KG", "EdDSA", days(6), null);
        insert("revoked", "KG", "ES256", null, NOW);
        insert("certificate", "KG", "S/MIME", null, null);
        insert("another's", "KZ", "EdDSA", null, null);
        assertThat(keys.list(NOW)).extracting(EndingKeys.Ending::succeeded).containsExactly(false);

        insert("next", "KG", "ES256", null, null);
        assertThat(keys.list(NOW)).extracting(EndingKeys.Ending::succeeded).containsExactly(true);
    }

    @Test
    void warnsOfEachKeyThirtyDaysBeforeAndSevenOnceEach() {
        insert("a", "KG", "EdDSA", days(29), null);
        assertThat(warnings(NOW)).containsExactly("a 30");
        assertThat(warnings(NOW.plusSeconds(60))).isEmpty();
        assertThat(warnings(days(22).plusSeconds(1))).containsExactly("a 7");
        assertThat(new JdbcEndingKeys(JdbcClient.create(fresh.asApplication())).takeWarnings(days(23)))
                .isEmpty();
        insert("late", "KG", "EdDSA", days(24), null);
        assertThat(warnings(days(23))).containsExactly("late 7");
    }

    private List<String> warnings(Instant now) {
        return keys.takeWarnings(now).stream()
                .map(key -> key.kid() + " " + key.days())
                .toList();
    }

    private static Instant days(int days) {
        return NOW.plus(Duration.ofDays(days));
    }

    private void insert(
            String kid, String party, String algorithm, @Nullable Instant validTo, @Nullable Instant revokedAt) {
        database.sql("insert into party_key values (?, ?, ?, '', '2020-01-01Z', ?::timestamptz, ?::timestamptz)")
                .params(
                        kid,
                        party,
                        algorithm,
                        validTo == null ? null : validTo.toString(),
                        revokedAt == null ? null : revokedAt.toString())
                .update();
    }
}
