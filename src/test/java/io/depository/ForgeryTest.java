package io.depository;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.ForgedSignatures.Forgery;
import io.depository.testing.Arrived;
import io.depository.testing.Digests;
import io.depository.testing.Embassy;
import io.depository.testing.Note;
import io.depository.testing.RunningDepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Forty and more forgeries of a state's consent on each channel: none has an effect, each leaves a trace with its reason. */
class ForgeryTest {

    private static final String VICTIM = "TJ";
    private static final String ACCOMPLICE = "UZ";

    /** Mail in which no notification is, and no party can be read, is kept and left unanswered. */
    private static final List<String> NOTHING_IN_IT = List.of("NO_NOTIFICATION_FOUND");

    private final RunningDepository depository = RunningDepository.shared();

    @ParameterizedTest
    @ValueSource(strings = {"jms", "file", "mail"})
    void givesNoForgeryAnEffectAndEachAReason(String channel) {
        List<Forgery> forgeries = forgeries(channel);
        assertThat(forgeries).hasSizeGreaterThanOrEqualTo(40);
        JsonNode standing = standing();
        long entries = entries();
        int faults = depository.faults().size();
        try (Embassy embassy = depository.embassyOf(VICTIM)) {
            send(embassy, forgeries, channel);
            forgeries.forEach(forgery -> judge(forgery, channel));
            assertThat(standing()).isEqualTo(standing);
            assertThat(entries()).isEqualTo(entries);
            assertThat(depository.faults()).hasSize(faults);

            byte[] good = embassy.signs(Note.bodiesOf(VICTIM), channel);
            assertThat(embassy.awaitAcknowledgement(good, channel)
                            .path("outcome")
                            .asString())
                    .as("what is not forged counts")
                    .isEqualTo("registered");
            assertThat(entries()).isEqualTo(entries + 1);
        }
    }

    private List<Forgery> forgeries(String channel) {
        List<Forgery> all = new ArrayList<>();
        for (Forgery forgery : ForgedSignatures.of(depository, VICTIM, ACCOMPLICE)) {
            byte[] content =
                    channel.equals("mail") ? ForgedMails.carrying(VICTIM, forgery.content()) : forgery.content();
            all.add(new Forgery(forgery.name(), content, forgery.codes()));
        }
        if (!channel.equals("jms")) {
            all.addAll(ForgedMails.of(depository, VICTIM, ACCOMPLICE));
        }
        return all;
    }

    private void send(Embassy embassy, List<Forgery> forgeries, String channel) {
        if (channel.equals("mail")) {
            depository.mailbox().append(forgeries.stream().map(Forgery::content).toList(), Instant.now());
        } else {
            forgeries.forEach(forgery -> embassy.sends(forgery.content(), channel));
        }
    }

    private void judge(Forgery forgery, String channel) {
        Arrived arrived = Arrived.awaitDecided(depository, channel, Digests.sha256(forgery.content()));
        assertThat(arrived.content()).as(forgery.name()).isEqualTo(forgery.content());
        if (forgery.codes().isEmpty()) {
            assertThat(arrived.state()).as(forgery.name()).isEqualTo("under-review");
            assertThat(arrived.acknowledgement()).as(forgery.name()).contains("\"review\"");
        } else if (channel.equals("mail") && forgery.codes().equals(NOTHING_IN_IT)) {
            assertThat(arrived.state())
                    .as("%s: nobody is asked", forgery.name())
                    .isEqualTo("set-aside");
            assertThat(arrived.answers()).as(forgery.name()).isZero();
        } else {
            assertThat(arrived.state()).as(forgery.name()).isEqualTo("returned");
            assertThat(arrived.codes()).as(forgery.name()).containsOnlyElementsOf(forgery.codes());
        }
    }

    private JsonNode standing() {
        return depository
                .http()
                .json("/api/agreements/" + Note.AGREEMENT)
                .path("states")
                .valueStream()
                .filter(state -> state.path("party").asString().equals(VICTIM))
                .findFirst()
                .orElseThrow();
    }

    private long entries() {
        return depository
                .jdbc()
                .sql("select count(*) from entry where party = ?")
                .param(VICTIM)
                .query(Long.class)
                .single();
    }
}
