package io.depository.examination;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.depository.correspondence.MailDraft;
import io.depository.correspondence.MailWriter;
import io.depository.outbox.Deliveries;
import io.depository.outbox.Outbox;
import io.depository.testing.Note;
import io.depository.testing.Office;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail that machines send: what another depository answers, and what comes back. */
class MachinesTest {

    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private final Office office = Office.open();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void twoDepositoriesStopAtOnce() {
        office.receivesMail(
                mail("", "application/jose", office.directory().keyOf("KG").sign(Note.completionBy("KG"))), AT);
        office.receivesMail(mail("", "application/json", Note.completionBy("KZ").json()), AT);
        office.examines();
        List<Deliveries.Line> said = deliveries();
        assertThat(said).extracting(Deliveries.Line::type).containsOnly("acknowledgement");
        assertThat(said).hasSize(2);
        try (Office other = Office.open()) {
            for (Deliveries.Line line : said) {
                long arrival = other.receivesMail(written(line), AT);
                other.examines();
                assertThat(other.stateOf(arrival)).isEqualTo("set-aside");
            }
            long circular = other.receivesMail(
                    mail(
                            "Auto-Submitted: auto-generated\r\n",
                            "application/json",
                            office.circulars().get(0).toString().getBytes(UTF_8)),
                    AT);
            other.examines();
            assertThat(other.stateOf(circular)).isEqualTo("set-aside");
            assertThat(other.bean(Deliveries.class).list(null, 0, 10)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated",
                "Precedence: bulk",
                "List-Id: <diplomats.example>",
                "Return-Path: <>"
            })
    void answersNoMachineThatHasNothingToNotify(String header) {
        for (String text : List.of("{\"party\": \"KG\", \"status\": \"away\"}", "KG is away")) {
            String type = text.startsWith("{") ? "application/json" : "text/plain";
            long arrival = office.receivesMail(mail(header + "\r\n", type, text.getBytes(UTF_8)), AT);
            office.examines();
            assertThat(office.stateOf(arrival)).as(text).isEqualTo("set-aside");
        }
        assertThat(deliveries()).isEmpty();
    }

    @Test
    void answersAMachineThatNotifies() {
        long arrival = office.receivesMail(
                mail(
                        "Auto-Submitted: auto-generated\r\n",
                        "application/jose",
                        office.directory().keyOf("KG").sign(Note.completionBy("KG"))),
                AT);
        office.examines();
        assertThat(office.stateOf(arrival)).isEqualTo("registered");
        assertThat(deliveries()).hasSize(1);
    }

    @Test
    void marksALetterThatCameBack() {
        office.receivesMail(mail("", "application/json", Note.completionBy("KG").json()), AT);
        office.examines();
        office.jdbc()
                .sql("update delivery set state = 'sent', sent_at = now(), attempts = 1")
                .update();
        Deliveries.Line sent = deliveries().get(0);
        assertThat(reports(sent, "delayed")).extracting(Deliveries.Line::state).isEqualTo("sent");
        Deliveries.Line back = reports(sent, "failed");
        assertThat(back.state()).isEqualTo("bounced");
        assertThat(back.answer())
                .contains("5.1.1")
                .contains("rfc822; mfa@kg.local")
                .contains("550 no such mailbox");
        assertThat(back.attempts()).isEqualTo(2);
        assertThat(office.bean(Deliveries.class).figures().failed()).isEqualTo(1);
        assertThat(reports(sent, "failed").attempts()).as("told twice").isEqualTo(2);
        assertThat(office.jdbc()
                        .sql("select count(*) from work where state <> 'set-aside'")
                        .query(Long.class)
                        .single())
                .as("only the notification waits for somebody")
                .isEqualTo(1);
        assertThat(office.bean(Deliveries.class).retry(back.id())).isTrue();
        assertThat(deliveries().get(0).state()).isEqualTo("due");
    }

    @Test
    void passesOverReportsOnLettersThatAreNotOurs() {
        office.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            for (String id : List.of("<>", "<@>", "<someone@else>", "<nobody>")) {
                office.bean(Outbox.class).bounced(id, "no");
            }
        });
        assertThat(office.bean(Deliveries.class).list(Deliveries.State.BOUNCED, 0, 10))
                .isEmpty();
    }

    /** The delivery, after its recipient's server has reported so. */
    private Deliveries.Line reports(Deliveries.Line line, String action) {
        String report =
                """
                Return-Path: <>
                From: MAILER-DAEMON@mail.kg.local
                To: notifications@depository.local
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                I am sorry to have to inform you that KG could not be reached.

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.kg.local

                Final-Recipient: rfc822; mfa@kg.local
                Action: %s
                Status: 5.1.1
                Diagnostic-Code: smtp; 550
                 no such mailbox

                --b
                Content-Type: message/rfc822

                """.formatted(action).replace("\n", "\r\n") + new String(written(line), UTF_8) + "\r\n--b--\r\n";
        long arrival = office.receivesMail(report.getBytes(UTF_8), AT);
        office.examines();
        assertThat(office.stateOf(arrival)).isEqualTo("set-aside");
        return deliveries().get(0);
    }

    /** The letter as it goes out. */
    private byte[] written(Deliveries.Line line) {
        byte[] body = office.jdbc()
                .sql("select body from letter where id = ?")
                .param(line.letter())
                .query(byte[].class)
                .single();
        String wire = office.jdbc()
                .sql("select wire_id from delivery where id = ?")
                .param(line.id())
                .query(String.class)
                .single();
        return new MailWriter(ZoneId.of("Europe/Minsk"))
                .render(new MailDraft(
                        body,
                        null,
                        null,
                        "notifications@depository.local",
                        String.valueOf(line.address()),
                        "<" + wire + "@depository.local>",
                        null,
                        AT));
    }

    private List<Deliveries.Line> deliveries() {
        return office.bean(Deliveries.class).list(null, 0, 100);
    }

    private static byte[] mail(String headers, String type, byte[] content) {
        return ("From: mfa@kg.local\r\nTo: notifications@depository.local\r\nSubject: note\r\n" + headers
                        + "Content-Type: " + type + "\r\n\r\n" + new String(content, UTF_8))
                .getBytes(UTF_8);
    }
}
