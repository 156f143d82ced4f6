package io.depository.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.depository.notification.Code;
import io.depository.notification.Finding;
import io.depository.notification.Heading;
import io.depository.notification.Voucher;
import io.depository.treaty.PartyCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {

    private final Keys keys = Keys.ofMinistries();
    private final Reader reader = new Reader(keys);
    private final String note = Notes.with("act", "\"declaration\"");
    private final String other = Notes.with("reference", "\"other\"");

    @Test
    void readsTheAttachmentBesideACoveringLetter() {
        assertRead(Mails.of(Mails.text("Уважаемые господа!"), Mails.json(note)), note);
        assertRead(Mails.of(Mails.text("[Внешнее] {письмо}"), Mails.json(note)), note);
        assertRead(
                Mails.of(
                        Mails.text(""),
                        Mails.attachment("application/rtf", "letter.rtf", Notes.utf8("{\\rtf1 Note}")),
                        Mails.attachment("application/octet-stream", "x", Notes.utf8(note))),
                note);
    }

    @Test
    void readsTheSoleTextWithoutTheLineBreakThatTransportAdds() {
        String header = Mails.HEADER + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n";

        assertRead(Mails.raw(header + note + "\n"), note);
        assertRead(Mails.raw(header + note), note);
        assertRead(Mails.raw(Mails.HEADER + "\n" + note + "\n"), note);
        String jws = keys.sign("kg-ed", note);
        Reading reading = reader.read(Notes.byMail(Mails.raw(header + "\n" + jws + "\n\n")));
        assertThat(reading.notificationBytes()).isEqualTo(Notes.utf8(jws));
        assertThat(reading.voucher()).isInstanceOf(Voucher.Signature.class);
    }

    @Test
    void readsTheTextOfAnAlternativeOnce() {
        byte[] mail = Mails.multipart(
                "alternative",
                Mails.HEADER,
                Mails.text(note),
                Mails.raw("Content-Type: text/html\n\n<pre>" + note + "</pre>"));

        assertRead(mail, note);
    }

    @Test
    void decodesTransferEncodings() {
        String quoted = note.replace("=", "=3D").replace("{", "=7B");
        assertRead(Mails.raw(Mails.HEADER + "Content-Transfer-Encoding: quoted-printable\n\n" + quoted + "\n"), note);
        String base64 = Base64.getMimeEncoder().encodeToString(Notes.utf8(note));
        assertRead(Mails.raw(Mails.HEADER + "Content-Transfer-Encoding: BASE64\n\n" + base64 + "\n"), note);
    }

    @Test
    void takesTheJsonBesideItsJwsForEvidence() {
        String jws = keys.sign("kg-ed", note);
        byte[] signed = Mails.attachment("application/jose", "note.jws", Notes.utf8(jws));

        for (byte[] mail : new byte[][] {
            Mails.of(Mails.json(note), signed),
            Mails.of(signed, Mails.text(note)),
            Mails.of(signed, Mails.json(note.replace(",", ",\r\n   "))),
            Mails.of(signed, signed, Mails.text("Attached."))
        }) {
            Reading reading = reader.read(Notes.byMail(mail));
            assertThat(reading.errors()).isEmpty();
            assertThat(reading.notificationBytes()).isEqualTo(Notes.utf8(jws));
            assertThat(reading.voucher()).isEqualTo(new Voucher.Signature(new PartyCode("KG"), "kg-ed"));
        }
    }

    @Test
    void takesTheSameNotificationTwiceForOne() {
        assertRead(Mails.of(Mails.json(note), Mails.json(note)), note);
    }

    @Test
    void refusesTwoDifferentNotifications() {
        String jws = keys.sign("kg-ed", note);
        assertRefused(Mails.of(Mails.json(note), Mails.json(other)), Code.UNREADABLE_MAIL);
        assertRefused(Mails.of(Mails.text(note), Mails.json(other)), Code.UNREADABLE_MAIL);
        assertRefused(Mails.of(Mails.json(other), Mails.text(jws)), Code.UNREADABLE_MAIL);
        assertRefused(Mails.of(Mails.text(keys.sign("kz-ed", note)), Mails.text(jws)), Code.UNREADABLE_MAIL);
        assertRefused(Mails.of(Mails.json(note), Mails.json(note.replace("1482", "1482.0"))), Code.UNREADABLE_MAIL);
    }

    @Test
    void saysByWhomSeveralNotificationsAreWhereAllAreByOne() {
        String byKz = Notes.aCompletionBy("KZ");
        assertAuthor("KG", Mails.json(note), Mails.json(other));
        assertAuthor("KG", Mails.json(other), Mails.text(keys.sign("kg-ed", note)));
        assertAuthor("KG", Mails.text(keys.sign("kg-ed", byKz)), Mails.text(keys.sign("kg-ed", note)));
        assertAuthor("KG", Mails.json(other), Mails.text(keys.sign("kg-revoked", note)));
        assertAuthor(null, Mails.json(note), Mails.json(byKz));
        assertAuthor(null, Mails.json(note), Mails.text(keys.sign("kz-ed", other)));
        assertAuthor(null, Mails.json(note), Mails.json(Notes.with("party", "\"kg\"")));
        assertAuthor(null, Mails.json(Notes.with("party", null)), Mails.json(Notes.with("party", "\"kg\"")));
    }

    private void assertAuthor(@Nullable String party, byte[]... parts) {
        Reading reading = reader.read(Notes.byMail(Mails.of(parts)));

        assertThat(reading.errors()).extracting(Finding::code).containsExactly(Code.UNREADABLE_MAIL);
        assertThat(reading.heading()).isEqualTo(new Heading(party, null, null, null));
        assertThat(reading.voucher()).isEqualTo(new Voucher.Nobody());
        assertThat(reading.notificationBytes()).isNull();
    }

    @Test
    void findsNoNotificationInAnOrdinaryMail() {
        assertRefused(Mails.raw(Mails.HEADER + "\nДобрый день!\n"), Code.NO_NOTIFICATION_FOUND);
        assertRefused(
                Mails.of(Mails.text("See attached."), Mails.attachment("application/pdf", "a.pdf", new byte[9])),
                Code.NO_NOTIFICATION_FOUND);
        assertRefused(new byte[0], Code.NO_NOTIFICATION_FOUND);
    }

    @Test
    void doesNotTakeAForwardedMessageForTheSendersOwn() {
        byte[] forwarded = Mails.raw(
                "Content-Type: message/rfc822\n\n" + new String(Mails.of(Mails.json(note)), StandardCharsets.UTF_8));

        assertRefused(Mails.of(Mails.text("FYI"), forwarded), Code.NO_NOTIFICATION_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3080", "3084007fffff", "30847fffffff", "2480", "a080"})
    void isNotBroughtDownByAHostileSignature(String unit) {
        byte[] cms = HexFormat.of().parseHex(unit.repeat(500_000));

        assertRefused(
                Mails.of(Mails.attachment("application/pkcs7-mime", "smime.p7m", cms)), Code.NO_NOTIFICATION_FOUND);
    }

    @Test
    void readsAMailFromAFileButNotFromAQueue() {
        byte[] mail = Mails.of(Mails.json(note));

        Reading fromFile = reader.read(Notes.byFile("KG", mail));
        assertThat(fromFile.errors()).isEmpty();
        assertThat(fromFile.notificationBytes()).isEqualTo(Notes.utf8(note));
        assertThat(fromFile.voucher()).isEqualTo(new Voucher.ChannelAlone(new PartyCode("KG")));
        assertThat(reader.read(Notes.byDryRun(mail)).errors()).isEmpty();
        assertThat(reader.read(Notes.byJms("KG", mail)).errors())
                .extracting(Finding::code)
                .containsExactly(Code.SYNTAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "hello", "a:b", "PK\u0003\u0004", "%PDF-1.7\nTo: x", "X-Note: 1\n\nTo: x"})
    void takesAFileThatIsNothingForNoJson(String content) {
        assertThat(reader.read(Notes.byFile("KG", Notes.utf8(content))).errors())
                .extracting(Finding::code)
                .containsExactly(Code.SYNTAX);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Auto-Submitted: auto-replied        | true
            Auto-Submitted: auto-generated; x=y | true
            Auto-Submitted: no                  | false
            Auto-Submitted: No (a person)       | false
            Precedence: bulk                    | true
            Precedence: first-class             | false
            List-Id: <treaties.example.org>     | true
            list-unsubscribe: <mailto:x@y>      | true
            Return-Path: <>                     | true
            Return-Path: <a@kg.local>           | false
            X-Auto-Response-Suppress: All       | true
            From: MAILER-DAEMON@kg.local        | true
            Content-Type: multipart/report; boundary=b | true
            X-Mailer: pine                      | false
            """)
    void tellsAutomaticMail(String field, boolean automatic) {
        Reading reading = reader.read(Notes.byMail(Mails.raw(field + "\n" + Mails.HEADER + "\nHello.\n")));

        assertThat(reading.automatic()).isEqualTo(automatic);
    }

    @Test
    void readsSubjectAndMessageId() {
        Reading reading = reader.read(Notes.byMail(Mails.of(Mails.json(note))));

        assertThat(reading.subject()).isEqualTo("Нота 17");
        assertThat(reading.messageId()).isEqualTo("<17@kg.local>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: =?UTF-8?Q?a=0D=0ABcc:_x@y=00?=\nMessage-ID: <a=?UTF-8?Q?=0D=0A?= b>",
                "Subject: =?UTF-8?B?////?=\u0007\nMessage-ID: nothing",
                "Subject: a\n\tb\nMessage-ID: <é@x>",
                "Subject:\nMessage-ID:\nDate: \u0000"
            })
    void repeatsNothingThatCouldBecomeAHeader(String fields) {
        Reading reading = reader.read(Notes.byMail(Mails.raw(fields + "\n\nHello.\n")));

        assertThat(reading.messageId()).isNull();
        assertThat(reading.subject()).isNotNull().doesNotContainPattern("\\p{Cntrl}");
    }

    @ParameterizedTest(name = "{0} parts: too large {1}")
    @CsvSource({"100, false", "101, true"})
    void limitsTheParts(int count, boolean tooLarge) {
        byte[][] parts = new byte[count][];
        Arrays.fill(parts, Mails.text("x"));

        assertRefused(Mails.of(parts), tooLarge ? Code.TOO_LARGE : Code.NO_NOTIFICATION_FOUND);
    }

    @ParameterizedTest(name = "{0} levels: too large {1}")
    @CsvSource({"8, false", "9, true", "2000, true"})
    void limitsTheDepth(int depth, boolean tooLarge) {
        StringBuilder mail = new StringBuilder(Mails.HEADER);
        for (int i = 0; i < depth; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        mail.append("\nx\n");
        for (int i = depth - 1; i >= 0; i--) {
            mail.append("--b").append(i).append("--\n");
        }

        assertRefused(Mails.raw(mail.toString()), tooLarge ? Code.TOO_LARGE : Code.NO_NOTIFICATION_FOUND);
    }

    @Test
    void isNotSlowedDownByParameters() {
        byte[] mail = Mails.raw("Content-Type: text/plain" + "; name=.json.".repeat(14_000) + "\n\nx\n");

        assertTimeout(Duration.ofSeconds(5), () -> reader.read(Notes.byMail(mail)));
    }

    @Test
    void takesAPartNamedLikeANotificationForOne() {
        for (String name : new String[] {"a.json", "A.JSON", "note.jws", "n.jose"}) {
            byte[] part = Mails.attachment("application/octet-stream", name, Notes.utf8("oops"));
            Reading reading = reader.read(Notes.byMail(Mails.of(Mails.text("Attached."), part)));
            assertThat(reading.errors()).extracting(Finding::code).containsExactly(Code.SYNTAX);
        }
    }

    @Test
    void limitsTheHeaders() {
        assertRefused(Mails.raw("X-Long: " + "x".repeat(250_000) + "\n" + Mails.HEADER + "\nx\n"), Code.TOO_LARGE);
        assertRefused(Mails.raw("X-Many: xxxxxxxx\n".repeat(20_000) + Mails.HEADER + "\nx\n"), Code.TOO_LARGE);
    }

    @Test
    void readsTheEnvelopeOfAMailThatIsCutOff() {
        byte[] mail = Mails.of(Mails.json(note));
        byte[] beginning = Arrays.copyOf(mail, mail.length / 2);

        Reading reading =
                reader.read(new Arrival(io.depository.parties.Channel.MAIL, null, beginning, true, Notes.RECEIVED_AT));

        assertThat(reading.errors()).extracting(Finding::code).containsExactly(Code.TOO_LARGE);
        assertThat(reading.messageId()).isEqualTo("<17@kg.local>");
    }

    private void assertRead(byte[] mail, String notification) {
        Reading reading = reader.read(Notes.byMail(mail));
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.notificationBytes()).isEqualTo(Notes.utf8(notification));
        assertThat(reading.voucher()).isEqualTo(new Voucher.Nobody());
    }

    private void assertRefused(byte[] mail, Code expected) {
        Reading reading = reader.read(Notes.byMail(mail));
        assertThat(reading.errors()).extracting(Finding::code).containsExactly(expected);
        assertThat(reading.notificationBytes()).isNull();
        assertThat(reading.notification()).isNull();
    }
}
