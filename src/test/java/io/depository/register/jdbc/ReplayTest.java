package io.depository.register.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.depository.notification.Notification;
import io.depository.notification.Voucher;
import io.depository.register.AgreementRecord;
import io.depository.register.AgreementStore;
import io.depository.register.Append;
import io.depository.register.FactStore;
import io.depository.register.NewEntry;
import io.depository.register.NotificationRecord;
import io.depository.register.RecordReader;
import io.depository.register.RegisterReader;
import io.depository.register.tree.Hashing;
import io.depository.testing.TestDatabase;
import io.depository.treaty.Act;
import io.depository.treaty.LegalFact;
import io.depository.treaty.PartyCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is derived from the register can be derived again from its records alone. */
class ReplayTest {

    private static final List<String> PARTIES = List.of("AM", "BY", "KZ", "KG", "TJ", "UZ");
    private static final List<String> AGREEMENTS = List.of("a-1", "a-2");
    private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");

    @TempDir
    Path folder;

    private HikariDataSource source;
    private RegisterNode node;
    private FactStore facts;
    private AgreementStore agreements;

    @BeforeEach
    void startANode() {
        source = TestDatabase.fresh().asApplication();
        node = new RegisterNode(source, folder, "a");
        facts = new JdbcFactStore(node.database);
        agreements = new JdbcAgreementStore(node.database);
    }

    @AfterEach
    void stopIt() {
        source.close();
    }

    @Test
    void factsKeptAreFactsReadFromTheRecords() {
        long seed = System.nanoTime();
        System.out.println("Facts against a replay, seed " + seed);
        Random random = new Random(seed);
        for (int batch = 0; batch < 20; batch++) {
            register(random, 1 + random.nextInt(10));
        }
        List<RecordReader.RegisteredFact> replayed = new ArrayList<>();
        Long from = 0L;
        while (from != null) {
            RegisterReader.Page page = node.reader.entries(from, 7);
            page.entries().forEach(entry -> RecordReader.fact(entry.record()).ifPresent(replayed::add));
            from = page.next();
        }
        assertThat(replayed).hasSize((int) node.reader.size());
        for (String agreement : AGREEMENTS) {
            List<LegalFact> moving = replayed.stream()
                    .filter(replay -> replay.agreement().equals(agreement))
                    .map(RecordReader.RegisteredFact::fact)
                    .filter(fact -> movesDates(fact.act()))
                    .toList();
            assertThat(facts.movingFacts(agreement, Long.MAX_VALUE)).isEqualTo(moving);
            long cut = node.reader.size() / 2;
            assertThat(facts.movingFacts(agreement, cut))
                    .isEqualTo(
                            moving.stream().filter(fact -> fact.entry() < cut).toList());
        }
        for (RecordReader.RegisteredFact replay : replayed) {
            assertThat(facts.find(
                            replay.agreement(),
                            replay.fact().party(),
                            replay.fact().reference()))
                    .hasValue(replay.fact());
        }
        assertThat(facts.find("a-1", new PartyCode("AM"), "never sent")).isEmpty();
    }

    @Test
    void agreementsKeptAreAgreementsReadFromTheRecords() {
        byte[] content = "id: a-1\n".getBytes(StandardCharsets.UTF_8);
        byte[] digest = Hashing.sha256().digest(content);
        assertThat(agreements.find(digest)).isEmpty();
        long entry = node.inLock(append -> {
            byte[] record = new AgreementRecord(append.size(), append.recordedAt(), "a-1", content).toBytes();
            long index = append.add(new NewEntry(NewEntry.Type.AGREEMENT, "a-1", null, record));
            append.seal();
            agreements.add("a-1", content, index);
            return index;
        });
        RegisterReader.RegisteredEntry registered =
                node.reader.entries(entry, 1).entries().get(0);
        AgreementRecord replayed = RecordReader.agreement(registered.record()).orElseThrow();
        assertThat(registered.party()).isNull();
        assertThat(replayed.index()).isEqualTo(entry);
        assertThat(replayed.recordedAt()).isEqualTo(registered.recordedAt());
        Optional<AgreementStore.RegisteredAgreement> found = agreements.find(digest);
        assertThat(found).hasValueSatisfying(agreement -> {
            assertThat(agreement.id()).isEqualTo(replayed.id());
            assertThat(agreement.content()).isEqualTo(replayed.content());
            assertThat(agreement.entry()).isEqualTo(entry);
        });
        assertThat(agreements.list())
                .extracting(AgreementStore.RegisteredAgreement::entry)
                .containsExactly(entry);
    }

    private void register(Random random, int count) {
        node.transaction.executeWithoutResult(status -> {
            Append append = node.register.lock();
            List<FactStore.NewFact> decided = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                decided.add(add(append, random));
            }
            append.seal();
            facts.add(decided);
        });
    }

    private static FactStore.NewFact add(Append append, Random random) {
        PartyCode party = new PartyCode(pick(random, PARTIES));
        String agreement = pick(random, AGREEMENTS);
        Act act = pick(random, Arrays.asList(Act.values()));
        Instant receivedAt =
                Instant.ofEpochSecond(1_767_225_600L + random.nextInt(40_000_000), random.nextInt(1_000_000_000));
        LegalFact.Target target = random.nextBoolean()
                ? new LegalFact.Target(new PartyCode(pick(random, PARTIES)), "№ " + random.nextInt(9))
                : null;
        Notification notification = new Notification(
                "cis-executive-committee",
                "№ " + append.size() + "/'\"",
                party,
                agreement,
                act,
                LocalDate.of(2026, 1, 1),
                null,
                List.of(),
                perhaps(random),
                perhaps(random),
                target,
                null,
                null,
                List.of());
        LocalDate receivedOn = LocalDate.ofInstant(receivedAt, MINSK);
        byte[] record = new NotificationRecord(
                        append.size(),
                        append.recordedAt(),
                        new NotificationRecord.Rules("aa", "from-day-after"),
                        notification,
                        new NotificationRecord.Arrived("file", receivedAt, receivedOn, "bb", "cc"),
                        new Voucher.Nobody(),
                        List.of(),
                        List.of(),
                        List.of(),
                        receivedOn.plusDays(1),
                        List.of())
                .toBytes();
        long index = append.add(new NewEntry(NewEntry.Type.NOTIFICATION, agreement, party, record));
        LegalFact fact = new LegalFact(
                index,
                party,
                act,
                notification.reference(),
                receivedAt,
                receivedOn,
                target,
                notification.effectiveOn(),
                notification.changedOn(),
                receivedOn.plusDays(1),
                notification.reservation() != null);
        return new FactStore.NewFact(agreement, fact, movesDates(act));
    }

    private static boolean movesDates(Act act) {
        return act != Act.AUTHORIZED_BODIES && act != Act.DECLARATION;
    }

    private static @Nullable LocalDate perhaps(Random random) {
        return random.nextBoolean() ? LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700)) : null;
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
