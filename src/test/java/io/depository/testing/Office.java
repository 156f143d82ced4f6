package io.depository.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.depository.calendar.ClockWatch;
import io.depository.calendar.FallingDue;
import io.depository.calendar.Today;
import io.depository.configuration.Settings;
import io.depository.examination.DryRun;
import io.depository.examination.Examination;
import io.depository.inbox.Intake;
import io.depository.inbox.NewReceipt;
import io.depository.inbox.Wake;
import io.depository.parties.Channel;
import io.depository.parties.Directory;
import io.depository.review.Instruction;
import io.depository.review.Reviewing;
import io.depository.review.Verdict;
import io.depository.treaty.PartyCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A depository without transports: the real rooms on a real database, where a test says what arrives and when, and asks
 * for each step itself. Nothing listens and nothing runs in the background.
 */
public final class Office implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final TestDatabase database;
    private final TestDirectory directory;
    private final Clock clock;
    private final Period offset;
    private final Path home;
    private final HikariDataSource pool;
    private final AnnotationConfigApplicationContext rooms = new AnnotationConfigApplicationContext();
    private final AtomicLong arrivals = new AtomicLong();

    private Office(TestDatabase database, TestDirectory directory, Clock clock, Period offset, Path home) {
        this.database = database;
        this.directory = directory;
        this.clock = clock;
        this.offset = offset;
        this.home = home;
        this.pool = database.asApplication();
        rooms.registerBean("dataSource", DataSource.class, () -> pool);
        rooms.registerBean(
                "transactionManager", DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(pool));
        rooms.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(rooms.getBean(DataSourceTransactionManager.class)));
        rooms.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(pool));
        rooms.registerBean(JdbcClient.class, () -> JdbcClient.create(pool));
        rooms.registerBean("clock", Clock.class, () -> clock);
        rooms.registerBean(Today.class, () -> new Today(clock, ZoneId.of("Europe/Minsk"), offset));
        rooms.registerBean(
                ClockWatch.class, () -> new ClockWatch(clock, () -> clock.millis() * 1_000_000, clock::instant));
        rooms.registerBean("directory", Directory.class, () -> directory);
        rooms.registerBean(Wake.class, Asleep::new);
        rooms.registerBean(Settings.class, () -> settings(home, offset));
        rooms.getEnvironment().getSystemProperties().put("depository.id", "cis-executive-committee");
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(rooms);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(java.util.regex.Pattern.compile(
                ".*\\.(TimeWiring|DispatchWiring|RoutingWiring|PartiesWiring|KeepingConfiguration"
                        + "|JdbcDirectory|JdbcDirectoryBook|DirectoryImport)")));
        scanner.scan(
                "io.depository.agreements",
                "io.depository.presence",
                "io.depository.parties",
                "io.depository.inbox",
                "io.depository.outbox",
                "io.depository.register",
                "io.depository.standing",
                "io.depository.calendar",
                "io.depository.examination",
                "io.depository.staff",
                "io.depository.review",
                "io.depository.configuration");
        rooms.refresh();
    }

    /** Opens an office on a fresh database, with today's clock. */
    public static Office open() {
        return open(TestDatabase.fresh(), new TestDirectory(), Clock.systemUTC(), Period.ZERO);
    }

    /** Opens an office; its home is a new folder. */
    public static Office open(TestDatabase database, TestDirectory directory, Clock clock, Period offset) {
        try {
            return new Office(database, directory, clock, offset, Files.createTempDirectory("office"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes it, and opens it again on the same database and home. */
    public Office again() {
        close();
        return new Office(database, directory, clock, offset, home);
    }

    private static Settings settings(Path home, Period offset) {
        return new Settings(
                "cis-executive-committee",
                new Settings.Name("Депозитарий", "Depository"),
                null,
                ZoneId.of("Europe/Minsk"),
                home.resolve("drop"),
                null,
                null,
                null,
                List.of("any"),
                home.resolve("log-key.pem"),
                null,
                List.of(),
                home.resolve("checkpoint"),
                home.resolve("revocations"),
                new Settings.Verifiers(false, "", java.util.Set.of(), java.time.Duration.ofSeconds(10)),
                offset,
                new Settings.Broker("tcp://localhost:1", "none", "none"),
                new Settings.Mail(
                        "notifications@depository.local",
                        "",
                        "imap://localhost:1",
                        "smtp://localhost:1",
                        "",
                        "",
                        false,
                        null));
    }

    /** Something arrives by a party's own channel. */
    public long receives(Channel channel, String party, byte[] bytes, Instant at) {
        return receives(channel, new PartyCode(party), bytes, bytes, at);
    }

    /** A mail arrives. */
    public long receivesMail(byte[] raw, Instant at) {
        return receives(Channel.MAIL, null, raw, raw, at);
    }

    /** Something arrives that is too large for its channel: its digest, its size and its beginning are kept. */
    public long receivesTooLarge(Channel channel, String party, byte[] bytes, Instant at) {
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length - 1, 64 * 1024));
        return receives(channel, new PartyCode(party), bytes, head, at);
    }

    /** A note arrives by queue, signed with the key of the state. */
    public long receivesSigned(Note note, String party, Instant at) {
        return receives(Channel.JMS, party, directory.keyOf(party).sign(note), at);
    }

    private long receives(Channel channel, @Nullable PartyCode party, byte[] bytes, byte[] kept, Instant at) {
        String digest = Digests.sha256(bytes);
        String key = channel.wireName() + ":" + arrivals.incrementAndGet() + ":" + digest;
        bean(Intake.class)
                .store(List.of(new NewReceipt(
                        channel,
                        key,
                        party,
                        party == null ? null : party.value(),
                        kept,
                        HexFormat.of().parseHex(digest),
                        bytes.length,
                        kept.length < bytes.length,
                        at,
                        "correlation-" + arrivals.get(),
                        Map.of())));
        return jdbc().sql("select id from receipt where channel_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    /** Examines until there is nothing left that is due. */
    public void examines() {
        while (bean(Examination.class).examine() > 0) {
            // The next batch.
        }
    }

    /** Tells what falls due. Returns how many circulars were issued. */
    public int announces() {
        return bean(FallingDue.class).announce();
    }

    /** What would be answered. */
    public JsonNode rehearses(byte[] bytes) {
        return JSON.readTree(bean(DryRun.class).rehearse(bytes, false));
    }

    /** The bytes of the acknowledgement that answers the arrival, as put down for delivery. */
    public Optional<byte[]> answerTo(long receipt) {
        return jdbc().sql("""
                        select body from delivery join letter on letter.id = letter_id
                        where occasion = ? and type = 'acknowledgement'""").param(receipt).query(byte[].class).optional();
    }

    public JsonNode acknowledgementOf(long receipt) {
        return JSON.readTree(answerTo(receipt)
                .orElseThrow(() -> new AssertionError("Arrival " + receipt + " is not answered: " + stateOf(receipt))));
    }

    /** All acknowledgements that answer the arrival, in the order in which they were put down. */
    public List<JsonNode> acknowledgementsOf(long receipt) {
        return jdbc().sql("""
                        select body from delivery join letter on letter.id = letter_id
                        where occasion = ? and type = 'acknowledgement' order by delivery.id""").param(receipt).query(byte[].class).list().stream()
                .map(JSON::readTree)
                .toList();
    }

    /** A member of staff votes on an arrival under review. */
    public Reviewing.Progress votes(String who, Verdict verdict, long receipt, String reason) {
        return bean(Reviewing.class).vote(receipt, verdict, Instruction.because(who, reason));
    }

    /** The addresses to which the answers to the arrival go. */
    public List<String> addressesOf(long receipt) {
        return jdbc().sql("select address from delivery where occasion = ?")
                .param(receipt)
                .query(String.class)
                .list();
    }

    /** The arrival's state, with the cause where there is one. */
    public String stateOf(long receipt) {
        return jdbc().sql("select state || coalesce(' ' || cause, '') from work where receipt_id = ?")
                .param(receipt)
                .query(String.class)
                .single();
    }

    /** All circulars, in the order of their numbers. */
    public List<JsonNode> circulars() {
        return jdbc().sql("""
                        select body from letter where type = 'circular'
                        order by split_part(number, '/', 1)::int, split_part(number, '/', 2)::int""").query(byte[].class).list().stream()
                .map(JSON::readTree)
                .toList();
    }

    /** The kinds of all circulars, in the order of their numbers. */
    public List<String> kinds() {
        return circulars().stream()
                .map(circular -> circular.get("kind").asString())
                .toList();
    }

    /** Where it keeps its files. */
    public Path home() {
        return home;
    }

    public TestDirectory directory() {
        return directory;
    }

    public TestDatabase database() {
        return database;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    public <T> T bean(Class<T> type) {
        return rooms.getBean(type);
    }

    @Override
    public void close() {
        rooms.close();
        pool.close();
    }

    /** Nobody needs to be woken: the test takes each step itself. */
    private static final class Asleep implements Wake {

        @Override
        public void examination() {}

        @Override
        public void dispatch() {}
    }
}
