package io.depository.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depository.notification.Heading;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The message as an independent parser reads it. */
class MailWriterTest {

    private static final LetterWriter LETTERS = new LetterWriter();
    private static final MailWriter WRITER = new MailWriter(Letters.MINSK);
    private static final String FROM = "notifications@depository.local";
    private static final String TO = "mfa@kg.local";
    private static final String ID = "<delivery-42@depository.local>";
    private static final Instant DATE = Instant.parse("2026-11-23T21:30:00.007Z");

    static Stream<byte[]> letters() {
        return Stream.concat(
                Letters.acknowledgements().values().stream()
                        .filter(letter -> !letter.dryRun())
                        .map(LETTERS::write),
                Letters.circulars().values().stream().map(letter -> Letters.written(letter)));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void carriesTheLetterByteForByte(byte[] letter) {
        Read mail = read(WRITER.render(draft(letter, null)));
        assertThat(mail.types)
                .containsExactly(
                        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "application/json");
        assertThat(mail.bodies.get(2)).isEqualTo(letter);
        assertThat(new String(mail.bodies.get(0), StandardCharsets.UTF_8))
                .containsPattern("\\(\\+03:00,\\s+Europe/Minsk\\)")
                .contains("\r\n");
    }

    @Test
    void attachesWhatGoesWithTheLetterInOrder() {
        byte[] letter = Letters.written(Letters.circulars().get("threshold-reached"));
        byte[] paper = {'%', 'P', 'D', 'F', 0, (byte) 0xFF, '\r', '\n'};
        byte[] days = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8);
        Read mail = read(WRITER.render(new MailDraft(letter, paper, days, FROM, TO, ID, null, DATE)));
        assertThat(mail.types)
                .containsExactly(
                        "multipart/mixed",
                        "multipart/alternative",
                        "text/plain",
                        "text/html",
                        "application/json",
                        "application/pdf",
                        "text/calendar");
        assertThat(mail.bodies.subList(2, 5)).containsExactly(letter, paper, days);
        assertThat(mail.raw).contains("filename=\"circular.pdf\"", "filename=\"circular.ics\"");
    }

    @Test
    void answersWithEverythingThatMakesAnAnswer() {
        byte[] letter = LETTERS.write(Letters.acknowledgements().get("under-review"));
        Read mail = read(WRITER.render(draft(letter, "<note-1@mfa.by.local>")));
        assertThat(mail.headers)
                .containsEntry("From", FROM)
                .containsEntry("To", TO)
                .containsEntry("Message-ID", ID)
                .containsEntry("In-Reply-To", "<note-1@mfa.by.local>")
                .containsEntry("References", "<note-1@mfa.by.local>")
                .containsEntry("Auto-Submitted", "auto-replied")
                .containsEntry("Date", "Tue, 24 Nov 2026 00:30:00 +0300")
                .containsEntry("MIME-Version", "1.0");
        assertThat(mail.subject()).isEqualTo("На рассмотрении: нота № 21-05/88 / Under review: note No. 21-05/88");
        assertThat(mail.raw).contains("filename=\"acknowledgement.json\"");
    }

    /** Dispatch hands the bytes to Angus, which must neither change nor misread them. */
    @Test
    void passesThroughAngusUnchanged() throws IOException, MessagingException {
        byte[] letter = Letters.written(Letters.circulars().get("withdrawal-effective"));
        byte[] rendered = WRITER.render(draft(letter, null));
        MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(rendered));
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        message.writeTo(sent);
        assertThat(sent.toByteArray()).isEqualTo(rendered);
        assertThat(message.getMessageID()).isEqualTo(ID);
        assertThat(message.getSubject()).startsWith("Циркуляр № 2026/17: выход вступил в силу (BY)");
        Multipart parts = (Multipart) message.getContent();
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(letter);
    }

    @Test
    void tellsACircularOfItsOwnAccord() {
        byte[] letter = Letters.written(Letters.circulars().get("entered-into-force"));
        Read mail = read(WRITER.render(draft(letter, null)));
        assertThat(mail.headers)
                .containsEntry("Auto-Submitted", "auto-generated")
                .containsEntry("References", "<circulars.cis-heavy-engineering-2025@depository.local>")
                .containsEntry("In-Reply-To", "<circulars.cis-heavy-engineering-2025@depository.local>");
        assertThat(mail.subject())
                .isEqualTo("Циркуляр № 2026/17: Соглашение вступило в силу"
                        + " / Circular No. 2026/17: Agreement entered into force");
        assertThat(mail.raw).contains("filename=\"circular.json\"");
    }

    @ParameterizedTest
    @MethodSource("letters")
    void keepsToTheLineLengthsOfMailAndToSevenBits(byte[] letter) {
        byte[] message = WRITER.render(draft(letter, null));
        String text = new String(message, StandardCharsets.ISO_8859_1);
        assertThat(text.chars()).allMatch(c -> c < 0x7F && (c >= ' ' || c == '\r' || c == '\n'));
        assertThat(text.split("\r\n")).allMatch(line -> line.length() <= 78);
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
    }

    @Test
    void writesTheSameBytesForTheSameDraft() {
        byte[] letter = Letters.written(Letters.circulars().get("correction"));
        assertThat(WRITER.render(draft(letter, null))).isEqualTo(WRITER.render(draft(letter, null)));
    }

    static Stream<String> poison() {
        return Stream.of(
                "1\r\nBcc: all@evil.example",
                "1\nBcc: all@evil.example",
                "1\rBcc: all@evil.example",
                "1\r\n\r\n<script>",
                "1\u0085Bcc: x",
                "1\u2028Bcc: x",
                "\u202E4021/71",
                "=?UTF-8?Q?=0D=0ABcc:_all@evil.example?=",
                "\uD83D\uDE00".repeat(40),
                "\uD800",
                "\u0000",
                "x".repeat(5000),
                "{entry} {reference} %s ${x}");
    }

    @ParameterizedTest
    @MethodSource("poison")
    void letsNoReferenceBecomeAHeaderOrALine(String reference) {
        Heading heading = new Heading("KG\r\nBcc: x@y", reference, reference, reference);
        byte[] letter = LETTERS.write(Letters.returned(heading, List.of(Letters.syntax())));
        Read mail = read(WRITER.render(draft(letter, null)));
        assertThat(mail.headers.keySet())
                .containsExactly(
                        "Date",
                        "From",
                        "To",
                        "Message-ID",
                        "Subject",
                        "Auto-Submitted",
                        "Content-Language",
                        "MIME-Version",
                        "Content-Type");
        assertThat(mail.subject().codePoints()).noneMatch(Legible::isInvisible);
        assertThat(mail.subject()).startsWith("Возвращено: нота № ").contains(" / Returned: note No. ");
        assertThat(new String(mail.bodies.get(0), StandardCharsets.UTF_8).lines())
                .noneMatch(line -> line.startsWith("Bcc"))
                .allMatch(line -> line.codePoints().noneMatch(Legible::isInvisible));
        assertThat(mail.bodies.get(2)).isEqualTo(letter);
        assertNeedsNothing(new String(mail.bodies.get(1), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void showsThePageWithoutFetchingOrRunningAnything(byte[] letter) {
        assertNeedsNothing(
                new String(read(WRITER.render(draft(letter, null))).bodies.get(1), StandardCharsets.UTF_8));
    }

    private static final Set<String> SHOWING = Set.of(
            "html",
            "head",
            "meta",
            "title",
            "body",
            "div",
            "h2",
            "span",
            "blockquote",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td");
    private static final Set<String> SAYING = Set.of("xmlns", "lang", "style", "charset", "name", "content", "scope");

    /** What a sender wrote is text: nothing but the template's own elements, none of which fetches or runs anything. */
    private static void assertNeedsNothing(String html) {
        try {
            NodeList elements = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)))
                    .getElementsByTagName("*");
            for (int i = 0; i < elements.getLength(); i++) {
                assertThat(SHOWING).contains(elements.item(i).getNodeName());
                NamedNodeMap attributes = elements.item(i).getAttributes();
                for (int j = 0; j < attributes.getLength(); j++) {
                    assertThat(SAYING).contains(attributes.item(j).getNodeName());
                    assertThat(attributes.item(j).getNodeValue()).doesNotContain("url(", "expression");
                }
            }
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new AssertionError("Not a page that a parser reads", e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mfa",
                "mfa@",
                "@kg.local",
                "mfa@kg.local\r\nBcc: all@evil.example",
                "mfa@kg.local\nBcc: x",
                "mfa@kg.local, all@evil.example",
                "mfa@kg.local all@evil.example",
                "group: mfa@kg.local;",
                "MFA <mfa@kg.local>",
                "mfa@kg..local",
                "mfa@kg.local\u0000",
                "мид@kg.local"
            })
    void refusesWhatIsNotOneAddress(String address) {
        byte[] letter = LETTERS.write(Letters.acknowledgements().get("under-review"));
        assertThatThrownBy(() -> WRITER.render(new MailDraft(letter, null, null, FROM, address, ID, null, DATE)))
                .isInstanceOf(UnfitForHeader.class)
                .hasMessageContaining("To");
        assertThatThrownBy(() -> WRITER.render(new MailDraft(letter, null, null, address, TO, ID, null, DATE)))
                .isInstanceOf(UnfitForHeader.class)
                .hasMessageContaining("From");
    }

    @Test
    void writesAnInternationalDomainInAscii() {
        byte[] letter = LETTERS.write(Letters.acknowledgements().get("under-review"));
        Read mail = read(WRITER.render(new MailDraft(letter, null, null, FROM, "mfa@мид.рф", ID, null, DATE)));
        assertThat(mail.headers).containsEntry("To", "mfa@xn--d1ahl.xn--p1ai");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "delivery@x", "<delivery>", "<a@b>\r\nBcc: x", "<a b@c>", "<a@b> <c@d>", "<а@б>"})
    void refusesWhatIsNoMessageIdOfOurs(String id) {
        byte[] letter = LETTERS.write(Letters.acknowledgements().get("under-review"));
        assertThatThrownBy(() -> WRITER.render(new MailDraft(letter, null, null, FROM, TO, id, null, DATE)))
                .isInstanceOf(UnfitForHeader.class)
                .hasMessageContaining("Message-ID");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "<note@mfa.kg.local>,              <note@mfa.kg.local>",
                "note@mfa.kg.local,                <note@mfa.kg.local>",
                "<no-at-sign>,                     <no-at-sign>",
                "'  <a@b> (comment)',              <a@b>",
                "'<a@b>\r\nBcc: all@evil.example', <a@b>",
                "'<a@b\r\nBcc: all@evil.example>', -",
                "'a@b\nBcc: x',                    -",
                "<нота@mfa.kg.local>,              -",
                "'',                               -",
                "nothing,                          -"
            })
    void refersToWhatItAnswersWhereThatCanBeNamed(String answered, String named) {
        byte[] letter = LETTERS.write(Letters.acknowledgements().get("under-review"));
        Read mail = read(WRITER.render(draft(letter, answered)));
        assertThat(mail.headers.get("In-Reply-To")).isEqualTo(named);
        assertThat(mail.headers.get("References")).isEqualTo(named);
        assertThat(mail.headers).doesNotContainKey("Bcc");
    }

    @Test
    void sendsNoDryRunAndNothingThatIsNoLetter() {
        byte[] dryRun = LETTERS.write(Letters.acknowledgements().get("dry-run-registered"));
        assertThatThrownBy(() -> WRITER.render(draft(dryRun, null))).hasMessageContaining("dry run");
        byte[] other = "{\"type\":\"invoice\"}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> WRITER.render(draft(other, null))).hasMessageContaining("invoice");
    }

    private static MailDraft draft(byte[] letter, String inReplyTo) {
        return new MailDraft(letter, null, null, FROM, TO, ID, inReplyTo, DATE);
    }

    /** A message taken apart: its own headers, and type and content of each part. */
    private record Read(Map<String, String> headers, List<String> types, List<byte[]> bodies, String raw) {

        String subject() {
            return DecoderUtil.decodeEncodedWords(headers.get("Subject"), DecodeMonitor.STRICT);
        }
    }

    private static Read read(byte[] message) {
        Read read = new Read(
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new String(message, StandardCharsets.US_ASCII));
        try {
            MimeTokenStream tokens = new MimeTokenStream();
            tokens.parse(new ByteArrayInputStream(message));
            for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
                if (state == EntityState.T_FIELD && read.types.isEmpty()) {
                    read.headers.put(
                            tokens.getField().getName(), tokens.getField().getBody());
                } else if (state == EntityState.T_START_MULTIPART) {
                    read.types.add(tokens.getBodyDescriptor().getMimeType());
                } else if (state == EntityState.T_BODY) {
                    read.types.add(tokens.getBodyDescriptor().getMimeType());
                    read.bodies.add(tokens.getDecodedInputStream().readAllBytes());
                }
            }
        } catch (IOException | MimeException e) {
            throw new AssertionError("Not a message that mime4j reads", e);
        }
        return read;
    }
}
