package io.depository.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depository.notification.Code;
import io.depository.notification.Finding;
import io.depository.notification.Heading;
import io.depository.notification.Notification;
import io.depository.notification.Voucher;
import io.depository.register.tree.Hashing;
import io.depository.treaty.Act;
import io.depository.treaty.Bilingual;
import io.depository.treaty.Effect;
import io.depository.treaty.EffectKind;
import io.depository.treaty.LegalFact;
import io.depository.treaty.PartyCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTest {

    private static final PartyCode KG = new PartyCode("KG");
    private static final Instant RECEIVED = Instant.parse("2026-01-12T08:30:00.123456789Z");
    private static final Bilingual WORDS = new Bilingual("слова", "words");
    private static final String NO_BYTES = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void writesANotificationInItsFixedOrder() {
        assertThat(new String(full().toBytes(), StandardCharsets.UTF_8))
                .isEqualTo(String.join(
                        "",
                        "{\"v\":1,\"type\":\"notification\",\"index\":7,\"recordedAt\":\"2026-01-12T08:30:01Z\",",
                        "\"agreement\":\"cis-heavy-engineering-2025\",\"agreementDigest\":\"aa\",\"convention\":\"from-day-after\",",
                        "\"party\":\"KG\",\"act\":\"completion-of-procedures\",\"reference\":\"17-2/\\\"5\\\"\",\"dated\":\"2026-01-09\",",
                        "\"channel\":\"jms\",\"receivedAt\":\"2026-01-12T08:30:00.123456Z\",\"receivedOn\":\"2026-01-12\",",
                        "\"sha256\":\"bb\",\"notificationSha256\":\"cc\",",
                        "\"voucher\":{\"by\":\"signature\",\"party\":\"KG\",\"kid\":\"k1\"},",
                        "\"basis\":{\"title\":\"Resolution\",\"number\":\"827\",\"dated\":\"2025-12-24\"},",
                        "\"refersTo\":{\"party\":\"KZ\",\"reference\":\"1\"},",
                        "\"changedOn\":\"2026-01-01\",\"effectiveOn\":\"2027-01-01\",",
                        "\"statement\":{\"ru\":\"Заявление\"},\"reservation\":{\"en\":\"Reserved\"},",
                        "\"authorizedBodies\":[{\"name\":{\"ru\":\"Министерство\",\"en\":\"Ministry\"},\"contactSha256\":",
                        // of {"email":"mfa@kg.local"}
                        "\"" + sha256("{\"email\":\"mfa@kg.local\"}") + "\"},{\"name\":{\"en\":\"Agency\"}}],",
                        "\"attachments\":[{\"fileName\":\"a.pdf\",\"mediaType\":\"application/pdf\",\"sha256\":\""
                                + NO_BYTES + "\"}],",
                        "\"warnings\":[\"LATE\"],",
                        "\"effects\":[{\"effect\":\"consent-counted\",\"party\":\"KG\",\"on\":\"2026-01-12\",\"article\":\"12\"},",
                        "{\"effect\":\"entry-into-force\",\"on\":\"2026-02-11\",\"article\":\"12\",\"alternative\":\"2026-02-12\",\"late\":true}],",
                        "\"corrects\":[{\"effect\":\"entry-into-force-for-party\",\"party\":\"KG\",\"article\":\"12\"}],",
                        "\"noticedOn\":\"2026-01-13\"}"));
    }

    @Test
    void omitsWhatIsAbsent() {
        assertThat(new String(plain(new Voucher.Nobody()).toBytes(), StandardCharsets.UTF_8))
                .endsWith(
                        "\"notificationSha256\":\"cc\",\"voucher\":{\"by\":\"nobody\"},\"noticedOn\":\"2026-01-13\"}");
        assertThat(new String(plain(new Voucher.ChannelAlone(KG)).toBytes(), StandardCharsets.UTF_8))
                .endsWith("\"voucher\":{\"by\":\"channel\",\"party\":\"KG\"},\"noticedOn\":\"2026-01-13\"}");
    }

    @Test
    void namesAtItsEndThePeopleWhoApprovedIt() {
        NotificationRecord plain = plain(new Voucher.Nobody());
        NotificationRecord approved = new NotificationRecord(
                plain.index(),
                plain.recordedAt(),
                plain.rules(),
                plain.notification(),
                plain.arrived(),
                plain.voucher(),
                plain.warnings(),
                plain.effects(),
                plain.corrects(),
                plain.noticedOn(),
                List.of(new Review("petrova", RECEIVED, "Сверено"), new Review("ivanov", RECEIVED, "Yes")));
        assertThat(new String(approved.toBytes(), StandardCharsets.UTF_8))
                .startsWith(new String(plain.toBytes(), StandardCharsets.UTF_8).replaceAll("}$", ""))
                .endsWith(
                        ",\"reviews\":[{\"by\":\"petrova\",\"at\":\"2026-01-12T08:30:00.123456Z\",\"reason\":\"Сверено\"},"
                                + "{\"by\":\"ivanov\",\"at\":\"2026-01-12T08:30:00.123456Z\",\"reason\":\"Yes\"}]}");
        assertThat(RecordReader.fact(approved.toBytes())).isEqualTo(RecordReader.fact(plain.toBytes()));
    }

    @Test
    void writesWhatStaffDecidedBesides() {
        Review review = new Review("petrova", RECEIVED, "No");
        byte[] returned = new ReturnRecord(
                        7,
                        RECEIVED,
                        new Heading("KG", "a", "withdrawal", "1"),
                        new NotificationRecord.Arrived("jms", RECEIVED, LocalDate.of(2026, 1, 12), "bb", "cc"),
                        List.of(review))
                .toBytes();
        assertThat(new String(returned, StandardCharsets.UTF_8))
                .isEqualTo("{\"v\":1,\"type\":\"staff\",\"index\":7,\"recordedAt\":\"2026-01-12T08:30:00.123456Z\","
                        + "\"decision\":\"returned\",\"agreement\":\"a\",\"party\":\"KG\",\"act\":\"withdrawal\","
                        + "\"reference\":\"1\",\"channel\":\"jms\",\"receivedAt\":\"2026-01-12T08:30:00.123456Z\","
                        + "\"receivedOn\":\"2026-01-12\",\"sha256\":\"bb\",\"notificationSha256\":\"cc\",\"reviews\":"
                        + "[{\"by\":\"petrova\",\"at\":\"2026-01-12T08:30:00.123456Z\",\"reason\":\"No\"}]}");
        byte[] changed =
                new DirectoryRecord(7, RECEIVED, "key-revoked", KG, Map.of("kid", "k"), List.of(review)).toBytes();
        assertThat(new String(changed, StandardCharsets.UTF_8))
                .isEqualTo("{\"v\":1,\"type\":\"staff\",\"index\":7,\"recordedAt\":\"2026-01-12T08:30:00.123456Z\","
                        + "\"decision\":\"key-revoked\",\"party\":\"KG\",\"details\":{\"kid\":\"k\"},\"reviews\":"
                        + "[{\"by\":\"petrova\",\"at\":\"2026-01-12T08:30:00.123456Z\",\"reason\":\"No\"}]}");
        assertThat(RecordReader.fact(returned)).isEmpty();
        assertThat(RecordReader.agreement(changed)).isEmpty();
    }

    @Test
    void writesAChangeOfTheKeyInItsFixedOrder() {
        KeyRotation rotation = new KeyRotation(8, RECEIVED, "log+1+a", "log+2+b");
        assertThat(new String(rotation.toBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"v\":1,\"type\":\"staff\",\"index\":8,\"recordedAt\":\"2026-01-12T08:30:00.123456Z\","
                        + "\"decision\":\"log-key-rotated\",\"from\":\"log+1+a\",\"to\":\"log+2+b\"}");
        assertThat(RecordReader.keyRotation(rotation.toBytes())).hasValue(rotation);
        assertThat(RecordReader.keyRotation(full().toBytes())).isEmpty();
        assertThat(RecordReader.determination(rotation.toBytes())).isEmpty();
    }

    @Test
    void readsTheFactBack() {
        assertThat(RecordReader.fact(full().toBytes()))
                .hasValue(new RecordReader.RegisteredFact(
                        "cis-heavy-engineering-2025",
                        new LegalFact(
                                7,
                                KG,
                                Act.COMPLETION_OF_PROCEDURES,
                                "17-2/\"5\"",
                                Instant.parse("2026-01-12T08:30:00.123456Z"),
                                LocalDate.of(2026, 1, 12),
                                new LegalFact.Target(new PartyCode("KZ"), "1"),
                                LocalDate.of(2027, 1, 1),
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2026, 1, 13),
                                full().notification().reservation() != null)));
        assertThat(RecordReader.agreement(full().toBytes())).isEmpty();
    }

    @Test
    void keepsTheExactBytesOfAnAgreement() {
        byte[] file = {'i', 'd', ':', '\r', '\n', (byte) 0xff, 0};
        byte[] record = new AgreementRecord(0, RECEIVED, "a-1", file).toBytes();
        assertThat(new String(record, StandardCharsets.UTF_8))
                .startsWith(
                        "{\"v\":1,\"type\":\"agreement\",\"index\":0,\"recordedAt\":\"2026-01-12T08:30:00.123456Z\",\"id\":\"a-1\",\"sha256\":\"")
                .endsWith("\",\"content\":\"aWQ6DQr/AA==\"}");
        assertThat(RecordReader.agreement(record)).hasValueSatisfying(read -> {
            assertThat(read.content()).isEqualTo(file);
            assertThat(read.id()).isEqualTo("a-1");
        });
        assertThat(RecordReader.fact(record)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"v\":2,\"type\":\"notification\"}",
                "{\"v\":1}",
                "{\"v\":1,\"type\":\"notification\",\"index\":1}",
                "{\"v\":1,\"type\":\"notification\",\"agreement\":\"a\",\"party\":\"kg\",\"act\":\"accession\"}"
            })
    void refusesWhatItCannotRead(String record) {
        assertThatThrownBy(() -> RecordReader.fact(record.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableRecord.class);
    }

    private static NotificationRecord full() {
        Notification notification = new Notification(
                "cis-executive-committee",
                "17-2/\"5\"",
                KG,
                "cis-heavy-engineering-2025",
                Act.COMPLETION_OF_PROCEDURES,
                LocalDate.of(2026, 1, 9),
                new Notification.Basis("Resolution", "827", LocalDate.of(2025, 12, 24)),
                List.of(
                        new Notification.AuthorizedBody(
                                new Notification.Texts("Министерство", "Ministry"), null, "mfa@kg.local", null),
                        new Notification.AuthorizedBody(new Notification.Texts(null, "Agency"), null, null, null)),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2027, 1, 1),
                new LegalFact.Target(new PartyCode("KZ"), "1"),
                new Notification.Texts(null, "Reserved"),
                new Notification.Texts("Заявление", null),
                List.of(new Notification.Attachment("a.pdf", "application/pdf", "claimed", new byte[0])));
        return record(
                notification,
                new Voucher.Signature(KG, "k1"),
                List.of(new Finding(Code.LATE, "/changedOn", WORDS)),
                List.of(
                        effect(EffectKind.CONSENT_COUNTED, KG, LocalDate.of(2026, 1, 12), null, false),
                        effect(
                                EffectKind.ENTRY_INTO_FORCE,
                                null,
                                LocalDate.of(2026, 2, 11),
                                LocalDate.of(2026, 2, 12),
                                true)),
                List.of(effect(EffectKind.ENTRY_INTO_FORCE_FOR_PARTY, KG, null, null, false)));
    }

    private static NotificationRecord plain(Voucher voucher) {
        Notification notification = new Notification(
                "cis-executive-committee",
                "1",
                KG,
                "cis-heavy-engineering-2025",
                Act.WITHDRAWAL,
                LocalDate.of(2026, 1, 9),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of());
        return record(notification, voucher, List.of(), List.of(), List.of());
    }

    private static NotificationRecord record(
            Notification notification,
            Voucher voucher,
            List<Finding> warnings,
            List<Effect> effects,
            List<Effect> corrects) {
        return new NotificationRecord(
                7,
                Instant.parse("2026-01-12T08:30:01Z"),
                new NotificationRecord.Rules("aa", "from-day-after"),
                notification,
                new NotificationRecord.Arrived("jms", RECEIVED, LocalDate.of(2026, 1, 12), "bb", "cc"),
                voucher,
                warnings,
                effects,
                corrects,
                LocalDate.of(2026, 1, 13),
                List.of());
    }

    private static Effect effect(
            EffectKind kind,
            @Nullable PartyCode party,
            @Nullable LocalDate on,
            @Nullable LocalDate alternative,
            boolean late) {
        return new Effect(kind, party, on, "12", WORDS, alternative, late, 7);
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Hashing.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
