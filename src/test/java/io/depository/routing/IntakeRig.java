package io.depository.routing;

import io.depository.inbox.Intake;
import io.depository.inbox.JdbcIntakes;
import io.depository.inbox.Wake;
import io.depository.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * One intake route as it runs in production, on a real database. The database can be taken away, and the process can
 * "crash" after its commit, before the transport hears of it.
 */
final class IntakeRig implements AutoCloseable {

    private final TestDatabase database = TestDatabase.fresh();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final JdbcClient client = JdbcClient.create(database.asApplication());
    private final AtomicInteger crashes = new AtomicInteger();
    private final AtomicInteger wakes = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile boolean databaseAway;

    IntakeRig(String routeFile, FixedDirectory directory, Clock clock, Map<String, String> settings) throws Exception {
        Intake intake = JdbcIntakes.over(switchable(database.asApplication()), wake());
        IntakeDesk desk = new IntakeDesk(arrivals -> {
            int stored = intake.store(arrivals);
            if (crashes.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("The process crashes after its commit");
            }
            return stored;
        });
        context.addComponent("party-queues", new PartyQueuesComponent(directory, clock));
        context.addComponent("drop-folders", new DropFoldersComponent(directory, clock));
        context.addComponent("mailbox", new MailboxComponent(clock));
        context.getRegistry().bind("messageIntake", new MessageIntake(desk));
        context.getRegistry().bind("fileIntake", new FileIntake(desk));
        context.getRegistry().bind("mailIntake", new MailIntake(desk));
        Properties properties = new Properties();
        properties.putAll(settings);
        context.getPropertiesComponent().setInitialProperties(properties);
        for (String file : List.of("00-error-policies", routeFile)) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveMandatoryResource(
                            context, "classpath:routes/" + file + ".camel.yaml"));
        }
        context.start();
    }

    DefaultCamelContext context() {
        return context;
    }

    List<StoredReceipt> receipts() {
        return StoredReceipt.all(client);
    }

    List<StoredReceipt> receiptsOf(byte[] digest) {
        return receipts().stream()
                .filter(receipt -> Arrays.equals(receipt.digest(), digest))
                .toList();
    }

    void takeDatabaseAway() {
        databaseAway = true;
    }

    void bringDatabaseBack() {
        databaseAway = false;
    }

    /** Lets the next batch be committed and the transport not hear of it. */
    void crashAfterNextCommit() {
        crashes.set(1);
    }

    boolean hasCrashed() {
        return crashes.get() == 0;
    }

    int wakes() {
        return wakes.get();
    }

    /** How often storing failed because the database was away. */
    int refusals() {
        return refusals.get();
    }

    @Override
    public void close() {
        context.stop();
    }

    private Wake wake() {
        return new Wake() {
            @Override
            public void examination() {
                wakes.incrementAndGet();
            }

            @Override
            public void dispatch() {}
        };
    }

    private DataSource switchable(DataSource target) {
        return new DelegatingDataSource(target) {
            @Override
            public Connection getConnection() throws SQLException {
                if (databaseAway) {
                    refusals.incrementAndGet();
                    throw new SQLTransientConnectionException("The database is away");
                }
                return super.getConnection();
            }
        };
    }
}
