package io.depository.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depository.parties.Channel;
import io.depository.testing.TestDatabase;
import io.depository.treaty.PartyCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcIntakeTest {

    private static final Instant MAR_01 = Instant.parse("2026-03-01T20:59:59.999999999Z");

    private TestDatabase database;
    private JdbcClient client;
    private Intake intake;
    private final AtomicInteger wakes = new AtomicInteger();

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        client = JdbcClient.create(database.asApplication());
        intake = JdbcIntakes.over(database.asApplication(), new Wake() {
            @Override
            public void examination() {
                wakes.incrementAndGet();
            }

            @Override
            public void dispatch() {}
        });
    }

    @Test
    void numbersReceiptsInTheOrderOfArrival() {
        List<NewReceipt> arrivals = IntStream.range(0, 200)
                .mapToObj(i -> aReceipt("key-" + (997 * i % 200), "content " + i))
                .toList();
        assertThat(intake.store(arrivals)).isEqualTo(200);
        assertThat(client.sql("select channel_key from receipt order by id")
                        .query(String.class)
                        .list())
                .containsExactlyElementsOf(
                        arrivals.stream().map(NewReceipt::channelKey).toList());
        assertThat(count("select count(*) from work where state = 'received' and channel_party = 'KG'"))
                .isEqualTo(200);
        assertThat(wakes).hasValue(1);
    }

    @Test
    void passesOverWhatIsAlreadyStoredInThisBatchOrBefore() {
        assertThat(intake.store(List.of(aReceipt("a", "x"), aReceipt("b", "x"), aReceipt("a", "x"))))
                .isEqualTo(2);
        assertThat(intake.store(List.of(aReceipt("b", "x"), aReceipt("c", "y"))))
                .isEqualTo(1);
        assertThat(count("select count(*) from receipt")).isEqualTo(3);
        assertThat(count("select count(*) from work")).isEqualTo(3);
        assertThat(count("select count(*) from document")).isEqualTo(2);
    }

    @Test
    void keepsTheWholeBesideTheHeadOfTheSameBytes() {
        byte[] whole = "too large for one channel, whole on another".getBytes(UTF_8);
        NewReceipt head = receipt("head", Arrays.copyOf(whole, 9), whole, true, "x", Map.of());
        NewReceipt full = receipt("full", whole, whole, false, "x", Map.of());
        intake.store(List.of(head));
        intake.store(List.of(full));
        assertThat(client.sql("select d.content from receipt r join document d using (digest, too_large) order by r.id")
                        .query(byte[].class)
                        .list())
                .containsExactly(Arrays.copyOf(whole, 9), whole);
    }

    @Test
    void keepsTextThatPostgreSqlWouldRefuse() {
        intake.store(List.of(
                receipt("nul", new byte[0], new byte[0], false, "a\0b\uD83Dc\uD83D\uDCDC", Map.of("k\0", "\0\uDC00"))));
        assertThat(client.sql("select correlation from receipt")
                        .query(String.class)
                        .single())
                .isEqualTo("a\\u0000b\\ud83dc\uD83D\uDCDC");
        assertThat(client.sql("select evidence ->> 'k\\u0000' from receipt")
                        .query(String.class)
                        .single())
                .isEqualTo("\\u0000\\udc00");
    }

    @Test
    void cutsTheInstantToMicrosecondsAndNeverRoundsItIntoTheNextDay() {
        intake.store(List.of(aReceipt("instant", "x")));
        assertThat(client.sql("select received_at from receipt")
                        .query((row, number) -> row.getTimestamp(1).toInstant())
                        .single())
                .isEqualTo(Instant.parse("2026-03-01T20:59:59.999999Z"));
    }

    @Test
    void storesNoneWhenOneIsRefused() {
        NewReceipt wrong = new NewReceipt(
                Channel.JMS, "wrong", null, null, new byte[0], new byte[3], 0, false, MAR_01, null, Map.of());
        assertThatThrownBy(() -> intake.store(List.of(aReceipt("right", "x"), wrong)))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(count("select count(*) from receipt")).isZero();
        assertThat(wakes).hasValue(0);
    }

    @Test
    void letsBatchesOfTheSameDocumentsPassEachOther() {
        List<NewReceipt> one = new ArrayList<>();
        List<NewReceipt> other = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            one.add(aReceipt("one-" + i, "content " + i));
            other.add(aReceipt("other-" + i, "content " + (99 - i)));
        }
        int stored =
                List.of(one, other).parallelStream().mapToInt(intake::store).sum();
        assertThat(stored).isEqualTo(200);
    }

    private long count(String sql) {
        return client.sql(sql).query(Long.class).single();
    }

    private static NewReceipt aReceipt(String key, String content) {
        byte[] bytes = content.getBytes(UTF_8);
        return receipt(key, bytes, bytes, false, "ID:1", Map.of("kind", "bytes"));
    }

    private static NewReceipt receipt(
            String key, byte[] kept, byte[] all, boolean tooLarge, String correlation, Map<String, String> evidence) {
        return new NewReceipt(
                Channel.JMS,
                key,
                new PartyCode("KG"),
                "kg",
                kept,
                sha256(all),
                all.length,
                tooLarge,
                MAR_01,
                correlation,
                evidence);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
