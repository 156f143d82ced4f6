package io.depository.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.depository.calendar.Today;
import io.depository.examination.DryRun;
import io.depository.examination.Resolving;
import io.depository.staff.Submissions;
import io.depository.testing.Embassy;
import io.depository.testing.Note;
import io.depository.testing.RunningDepository;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What staff can find out about a notification, on a depository that runs. */
class DossiersTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final RunningDepository DEPOSITORY = RunningDepository.shared();

    private final Inbox inbox = DEPOSITORY.bean(Inbox.class);
    private final Dossiers dossiers = DEPOSITORY.bean(Dossiers.class);
    private final Changes changes = DEPOSITORY.bean(Changes.class);

    @Test
    void showsANotificationWithAllItsLegs() {
        String before = changes.stamp();
        try (Embassy embassy = DEPOSITORY.embassyOf("UZ")) {
            byte[] sent = embassy.signs(Note.bodiesOf("UZ").reference("DOSSIER-1"), "jms");
            embassy.awaitAcknowledgement(sent, "jms");
            long id = only(find("dossier-1")).id();
            await().atMost(SOON).until(() -> isTold(id));
            Dossier dossier = dossiers.find(id).orElseThrow();
            assertThat(dossier.receipt().size()).isEqualTo(sent.length);
            assertThat(dossier.decisions()).singleElement().satisfies(decision -> {
                assertThat(decision.outcome()).isEqualTo("registered");
                assertThat(decision.weight()).isEqualTo(2);
                assertThat(decision.entry()).isNotNull();
            });
            assertThat(dossier.letters()).extracting(Dossier.Sent::type).contains("acknowledgement", "circular");
            dossier.letters()
                    .forEach(letter -> assertThat(new String(letter.body(), StandardCharsets.UTF_8))
                            .contains(letter.id()));
            assertThat(dossier.deliveries())
                    .filteredOn(leg -> leg.state().equals("sent"))
                    .allSatisfy(leg -> assertThat(leg.tries()).isNotEmpty());
            assertThat(changes.stamp()).isNotEqualTo(before);
        }
    }

    private boolean isTold(long id) {
        Dossier dossier = dossiers.find(id).orElseThrow();
        return dossier.letters().stream()
                .allMatch(letter -> dossier.deliveriesOf(letter).stream()
                        .anyMatch(leg -> leg.state().equals("sent")));
    }

    @Test
    void foreseesWhatApprovalWouldLeadTo() {
        try (Embassy embassy = DEPOSITORY.embassyOf("AZ")) {
            byte[] sent = Note.bodiesOf("AZ").reference("DOSSIER-2").json();
            embassy.sends(sent, "jms");
            embassy.awaitAcknowledgement(sent, "jms");
            long id = only(find("DOSSIER-2")).id();
            long entries = entries();
            Resolving.HeldNote note = DEPOSITORY.bean(Resolving.class).find(id).orElseThrow();
            DryRun.Foreseen foreseen = DEPOSITORY
                    .bean(DryRun.class)
                    .foresee(note, DEPOSITORY.bean(Today.class).date());
            assertThat(foreseen.refusals()).isEmpty();
            assertThat(foreseen.mustWait()).isFalse();
            assertThat(foreseen.whatIf()).isNotNull();
            assertThat(foreseen.whatIf().supposed())
                    .singleElement()
                    .satisfies(one -> assertThat(one.refusals()).isEmpty());
            assertThat(inbox.find(id).orElseThrow().state()).isEqualTo(ArrivalState.UNDER_REVIEW);
            assertThat(entries()).isEqualTo(entries);
        }
    }

    @Test
    void findsWhatWasReturnedByItsCode() {
        try (Embassy embassy = DEPOSITORY.embassyOf("MD")) {
            byte[] sent = embassy.signs(Note.of("MD", "ratification").reference("DOSSIER-3"), "jms");
            embassy.awaitAcknowledgement(sent, "jms");
            long id = only(find("DOSSIER-3")).id();
            assertThat(find("act_not_allowed")).extracting(Inbox.Line::id).contains(id);
            assertThat(find("NOT_ENTITLED")).extracting(Inbox.Line::id).doesNotContain(id);
            assertThat(find(String.valueOf(id))).extracting(Inbox.Line::id).contains(id);
            assertThat(find("DOSSIER_3")).isEmpty();
            assertThat(inbox.search(new Inbox.Search(ArrivalState.REGISTERED, null, "DOSSIER-3"), Long.MAX_VALUE, 10))
                    .isEmpty();
            assertThat(inbox.search(new Inbox.Search(null, "KZ", "DOSSIER-3"), Long.MAX_VALUE, 10))
                    .isEmpty();
            assertThat(inbox.search(new Inbox.Search(null, "MD", "DOSSIER-3"), id, 10))
                    .isEmpty();
        }
    }

    @Test
    void obeysAFormOnce() {
        Submissions submissions = DEPOSITORY.bean(Submissions.class);
        UUID token = UUID.randomUUID();
        assertThat(submissions.isFirst(token, "registrar")).isTrue();
        assertThat(submissions.isFirst(token, "registrar")).isFalse();
        assertThat(submissions.isFirst(UUID.randomUUID(), "registrar")).isTrue();
    }

    private List<Inbox.Line> find(String text) {
        return inbox.search(new Inbox.Search(null, null, text), Long.MAX_VALUE, 100);
    }

    private static Inbox.Line only(List<Inbox.Line> lines) {
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static long entries() {
        return DEPOSITORY
                .jdbc()
                .sql("select count(*) from entry where party = 'AZ'")
                .query(Long.class)
                .single();
    }
}
