package io.depository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.depository.testing.Digests;
import io.depository.testing.Embassy;
import io.depository.testing.Note;
import io.depository.testing.RunningDepository;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Between store, decide, send and mark: wherever the database ends the connection, there is one decision and one answer
 * in the end. The harm is done by triggers that end their own connection the first time that they fire.
 */
class CrashPointsTest {

    private static final Duration SOON = Duration.ofSeconds(90);

    private final RunningDepository depository = RunningDepository.shared();
    private final JdbcClient owner = depository.jdbc();

    @BeforeEach
    void prepare() {
        owner.sql("create sequence harm").update();
        owner.sql("grant usage on sequence harm to depository_app").update();
        owner.sql("""
                        create function do_harm() returns trigger language plpgsql as $$
                        begin
                            if nextval('harm') = 1 then perform pg_terminate_backend(pg_backend_pid()); end if;
                            return new;
                        end $$""").update();
    }

    @AfterEach
    void tidy() {
        owner.sql("drop function do_harm cascade").update();
        owner.sql("drop sequence harm").update();
    }

    @ParameterizedTest(name = "{0} {1}, {2}")
    @CsvSource({
        "storing,    before insert on receipt,     jms",
        "storing,    before insert on work,        file",
        "claiming,   before update on work,        mail",
        "deciding,   before insert on entry,       jms",
        "deciding,   before insert on letter,      mail",
        "deciding,   before insert on decision,    file",
        "committing, insert on decision,           jms",
        "addressing, before insert on delivery,    file",
        "spreading,  before update on fan_out,     jms",
        "sending,    before update on lane,        mail",
        "marking,    before insert on attempt,     jms",
        "marking,    before insert on attempt,     mail",
        "marking,    before update on delivery,    file"
    })
    void decidesAndAnswersOnceWhereverTheConnectionEnds(String point, String when, String channel) {
        // What is deferred fires when the transaction commits.
        owner.sql(
                        when.startsWith("before")
                                ? "create trigger harm " + when + " for each row execute function do_harm()"
                                : "create constraint trigger harm after " + when
                                        + " deferrable initially deferred for each row execute function do_harm()")
                .update();
        try (Embassy embassy = depository.embassyOf("KG")) {
            byte[] sent = embassy.signs(Note.bodiesOf("KG"), channel);
            embassy.awaitAcknowledgements(sent, channel, 1);
            await().atMost(SOON).until(this::isAllSaid);

            assertThat(harmDone()).as("the connection was ended").isTrue();
            assertThat(embassy.acknowledgementsOf(sent, channel)).hasSize(1);
            assertThat(embassy.acknowledgementsOf(sent, channel)
                            .get(0)
                            .path("outcome")
                            .asString())
                    .isEqualTo("registered");
            assertThat(decisionsOn(sent)).isEqualTo(1);
            assertThat(circularsAbout(sent)).isEqualTo(1);
        }
    }

    @Test
    void goesOnByItselfAfterTheDatabaseWasAway() {
        try (Embassy embassy = depository.embassyOf("TJ")) {
            byte[] before = embassy.signs(Note.bodiesOf("TJ"), "jms");
            depository.database().goAway();
            byte[] byQueue;
            byte[] byFile;
            byte[] byMail;
            try {
                byQueue = embassy.signs(Note.bodiesOf("TJ"), "jms");
                byFile = embassy.signs(Note.bodiesOf("TJ"), "file");
                byMail = embassy.signs(Note.bodiesOf("TJ"), "mail");
                await().atMost(SOON).until(() -> readiness() == 503);
                await().during(Duration.ofSeconds(3)).atMost(SOON).until(() -> readiness() == 503);
            } finally {
                depository.database().comeBack();
            }
            embassy.awaitAcknowledgements(before, "jms", 1);
            embassy.awaitAcknowledgements(byQueue, "jms", 1);
            embassy.awaitAcknowledgements(byFile, "file", 1);
            embassy.awaitAcknowledgements(byMail, "mail", 1);
            await().atMost(SOON).until(this::isAllSaid);
            for (byte[] sent : new byte[][] {before, byQueue, byFile, byMail}) {
                assertThat(decisionsOn(sent)).isEqualTo(1);
                assertThat(circularsAbout(sent)).isEqualTo(1);
            }
            assertThat(embassy.acknowledgementsOf(byQueue, "jms")).hasSize(1);
            assertThat(embassy.acknowledgementsOf(byFile, "file")).hasSize(1);
            assertThat(embassy.acknowledgementsOf(byMail, "mail")).hasSize(1);
        }
    }

    private int readiness() {
        return depository.http().get("/actuator/health/readiness").statusCode();
    }

    private boolean isAllSaid() {
        return count("select (select count(*) from fan_out where done_at is null)"
                        + " + (select count(*) from delivery where state = 'due')"
                        + " + (select count(*) from work where state = 'received')")
                == 0;
    }

    private boolean harmDone() {
        return owner.sql("select is_called from harm").query(Boolean.class).single();
    }

    private long decisionsOn(byte[] notification) {
        return owner.sql("select count(*) from decision where notification_digest = ?")
                .param(HexFormat.of().parseHex(Digests.sha256(notification)))
                .query(Long.class)
                .single();
    }

    private long circularsAbout(byte[] notification) {
        return owner.sql("select count(*) from letter where type = 'circular' and entry ="
                        + " (select entry from decision where notification_digest = ?)")
                .param(HexFormat.of().parseHex(Digests.sha256(notification)))
                .query(Long.class)
                .single();
    }

    private long count(String sql) {
        return owner.sql(sql).query(Long.class).single();
    }
}
