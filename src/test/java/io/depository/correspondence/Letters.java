package io.depository.correspondence;

import io.depository.notification.Code;
import io.depository.notification.Finding;
import io.depository.notification.Heading;
import io.depository.notification.Notification;
import io.depository.parties.Channel;
import io.depository.register.InclusionReceipt;
import io.depository.treaty.Act;
import io.depository.treaty.Bilingual;
import io.depository.treaty.Effect;
import io.depository.treaty.EffectKind;
import io.depository.treaty.PartyCode;
import io.depository.treaty.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One letter of every sort, from the life of one agreement: three consents, entry into force, a late one, a leaving. */
final class Letters {

    static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
    static final String AGREEMENT = "cis-heavy-engineering-2025";
    static final PartyCode AM = new PartyCode("AM");
    static final PartyCode BY = new PartyCode("BY");
    static final PartyCode KG = new PartyCode("KG");
    static final PartyCode TM = new PartyCode("TM");
    static final LocalDate MON_2026_11_23 = LocalDate.of(2026, 11, 23);
    static final LocalDate WED_2026_12_23 = LocalDate.of(2026, 12, 23);
    static final LocalDate THU_2026_12_24 = LocalDate.of(2026, 12, 24);
    static final LocalDate SUN_2027_05_23 = LocalDate.of(2027, 5, 23);

    static final Names NAMES = new Names() {
        private final Map<PartyCode, Bilingual> states = Map.of(
                AM, new Bilingual("Республика Армения", "Republic of Armenia"),
                BY, new Bilingual("Республика Беларусь", "Republic of Belarus"),
                KG, new Bilingual("Кыргызская Республика", "the Kyrgyz Republic"),
                TM, new Bilingual("Туркменистан", "Turkmenistan"));

        @Override
        public Bilingual state(PartyCode party) {
            return states.get(party);
        }

        @Override
        public List<PartyCode> states() {
            return List.of(AM, BY, KG, TM);
        }

        @Override
        public Particulars particulars(String agreement) {
            return new Particulars("Dushanbe", LocalDate.of(2025, 6, 5), MINSK);
        }

        @Override
        public Bilingual agreementTitle(String id) {
            return new Bilingual(
                    "Соглашение о сотрудничестве государств – участников Содружества Независимых Государств"
                            + " в области развития отраслей тяжёлого машиностроения",
                    "Agreement on Cooperation of the States Participants of the Commonwealth of Independent States"
                            + " in the Development of Heavy Machine Engineering Industries");
        }
    };

    private static final Instant RECEIVED_AT = Instant.parse("2026-11-23T10:15:30.123Z");
    private static final Instant ISSUED_AT = Instant.parse("2026-11-23T21:30:00.007Z");

    private Letters() {}

    /** The circular as JSON, with the table that belongs to it. */
    static byte[] written(Circular circular) {
        return new LetterWriter().write(circular, standing(circular.kind()), NAMES);
    }

    /** Three consents of four; before the third one there is no day, and from 23 December they are parties. */
    private static StandingTable standing(CircularKind kind) {
        return switch (kind) {
            case NOTIFICATION_REGISTERED, THRESHOLD_LOST, AUTHORIZED_BODIES_CHANGED ->
                standing(MON_2026_11_23, null, Standing.CONTRACTING);
            case THRESHOLD_REACHED, CORRECTION -> standing(MON_2026_11_23, WED_2026_12_23, Standing.CONTRACTING);
            case ENTRY_INTO_FORCE_DUE -> standing(WED_2026_12_23.minusDays(7), WED_2026_12_23, Standing.CONTRACTING);
            default -> standing(WED_2026_12_23, WED_2026_12_23, Standing.PARTY);
        };
    }

    private static StandingTable standing(LocalDate asOf, @Nullable LocalDate force, Standing standing) {
        LocalDate since = standing == Standing.PARTY ? WED_2026_12_23 : MON_2026_11_23;
        LocalDate until = standing == Standing.PARTY ? null : force;
        List<StandingTable.Row> rows = new ArrayList<>();
        rows.add(row(
                AM,
                standing,
                since,
                until,
                new StandingTable.Consent(
                        Act.COMPLETION_OF_PROCEDURES, "1/0455", MON_2026_11_23, 2, true, false, force)));
        rows.add(row(
                BY,
                standing,
                since,
                until,
                new StandingTable.Consent(
                        Act.COMPLETION_OF_PROCEDURES, "21-05/77", MON_2026_11_23, 3, true, false, force)));
        rows.add(
                force == null
                        ? row(KG, Standing.SIGNATORY, LocalDate.of(2025, 6, 5), null, null)
                        : row(
                                KG,
                                standing,
                                since,
                                until,
                                new StandingTable.Consent(
                                        Act.COMPLETION_OF_PROCEDURES,
                                        "21-05/88",
                                        MON_2026_11_23,
                                        5,
                                        true,
                                        false,
                                        force)));
        rows.add(new StandingTable.Row(
                TM,
                NAMES.state(TM),
                Standing.ENTITLED,
                new Bilingual("В публикации отметки о подписи нет", "The publication shows no mark of a signature"),
                null,
                null,
                null));
        return new StandingTable(asOf, 6, force, 3, rows);
    }

    private static StandingTable.Row row(
            PartyCode party,
            Standing standing,
            LocalDate since,
            @Nullable LocalDate until,
            StandingTable.@Nullable Consent consent) {
        return new StandingTable.Row(party, NAMES.state(party), standing, null, since, until, consent);
    }

    // ---------------------------------------------------------------- acknowledgements

    static Map<String, Acknowledgement> acknowledgements() {
        Map<String, Acknowledgement> letters = new LinkedHashMap<>();
        letters.put("registered-first-consent", registered(List.of(counted(1), forParty(KG, null)), List.of()));
        letters.put("registered-third-consent", registered(thirdConsent(), List.of()));
        letters.put("registered-late-with-remarks", registeredLate());
        letters.put("returned-one-error", returned(completion(), List.of(errors().get(0))));
        letters.put("returned-two-errors", returned(completion(), errors().subList(0, 2)));
        letters.put("returned-unreadable", returned(new Heading("KG", null, null, null), List.of(syntax())));
        letters.put("returned-five-errors", returned(completion(), fiveErrors()));
        letters.put("under-review", underReview());
        letters.put("dry-run-registered", dryRun(Outcome.REGISTERED, List.of(counted(1)), null));
        letters.put(
                "dry-run-under-review",
                dryRun(
                        Outcome.UNDER_REVIEW,
                        List.of(),
                        new Bilingual("Никто не ручается за уведомление.", "Nobody vouches for the notification.")));
        return letters;
    }

    static Acknowledgement registered(List<Effect> effects, List<Finding> warnings) {
        return new Acknowledgement(
                "ack-000006",
                Outcome.REGISTERED,
                completion(),
                Channel.JMS,
                RECEIVED_AT,
                MON_2026_11_23,
                "ab".repeat(32),
                "cd".repeat(32),
                List.of(),
                warnings,
                null,
                5L,
                effects,
                receipt(6),
                false);
    }

    private static Acknowledgement registeredLate() {
        Effect listed = new Effect(
                EffectKind.AUTHORIZED_BODIES_LISTED,
                KG,
                MON_2026_11_23,
                "5",
                new Bilingual(
                        "Перечень изменён 1 октября 2026 года; 30-дневный срок истёк 31 октября 2026 года",
                        "The list changed on 1 October 2026; the 30 days ended on 31 October 2026"),
                null,
                true,
                5);
        return registered(
                List.of(listed),
                List.of(
                        new Finding(
                                Code.LATE,
                                "/changedOn",
                                new Bilingual(
                                        "Об изменении сообщено позднее 30 дней (статья 5).",
                                        "The change was communicated later than 30 days (Article 5).")),
                        new Finding(
                                Code.UNKNOWN_FIELD,
                                "/colour",
                                new Bilingual("Поле неизвестно версии 1.", "Version 1 does not know the field."))));
    }

    static Acknowledgement returned(Heading heading, List<Finding> errors) {
        return new Acknowledgement(
                "ack-000007",
                Outcome.RETURNED,
                heading,
                Channel.FILE,
                RECEIVED_AT,
                MON_2026_11_23,
                "ab".repeat(32),
                heading.act() == null ? null : "cd".repeat(32),
                errors,
                List.of(),
                null,
                null,
                List.of(),
                null,
                false);
    }

    private static Acknowledgement underReview() {
        return new Acknowledgement(
                "ack-000008",
                Outcome.UNDER_REVIEW,
                new Heading("BY", AGREEMENT, "withdrawal", "21-05/88"),
                Channel.MAIL,
                Instant.parse("2026-11-22T22:59:59.999Z"),
                MON_2026_11_23,
                "ab".repeat(32),
                "cd".repeat(32),
                List.of(),
                List.of(),
                new Bilingual(
                        "Уведомление о выходе рассматривают два сотрудника депозитария.",
                        "A notification of withdrawal is reviewed by two members of the Depository's staff."),
                null,
                List.of(),
                null,
                false);
    }

    private static Acknowledgement dryRun(Outcome outcome, List<Effect> effects, @Nullable Bilingual review) {
        return new Acknowledgement(
                null,
                outcome,
                completion(),
                Channel.DRY_RUN,
                RECEIVED_AT,
                MON_2026_11_23,
                "ab".repeat(32),
                "cd".repeat(32),
                List.of(),
                List.of(),
                review,
                null,
                effects,
                null,
                true);
    }

    static Heading completion() {
        return new Heading("KG", AGREEMENT, "completion-of-procedures", "03-17/1204");
    }

    private static List<Finding> errors() {
        return List.of(
                new Finding(
                        Code.SCHEMA,
                        "/dated",
                        new Bilingual(
                                "Дата «2026-02-30» не существует; укажите дату в виде гггг-мм-дд.",
                                "There is no date “2026-02-30”; give a date as yyyy-mm-dd.")),
                new Finding(
                        Code.WRONG_DEPOSITORY,
                        "/depository",
                        new Bilingual(
                                "Уведомление адресовано другому депозитарию; укажите cis-executive-committee.",
                                "The notification is addressed to another depository; name cis-executive-committee.")));
    }

    private static List<Finding> fiveErrors() {
        Finding whole =
                new Finding(Code.SCHEMA, "", new Bilingual("Нет поля version.", "The field version is missing."));
        return List.of(errors().get(0), errors().get(1), whole, whole, whole);
    }

    static Finding syntax() {
        return new Finding(
                Code.SYNTAX,
                null,
                new Bilingual(
                        "Полученное не является ни JSON, ни JWS; направьте одно из них.",
                        "What came is neither JSON nor a JWS; send one of the two."));
    }

    // ---------------------------------------------------------------- circulars

    static Map<String, Circular> circulars() {
        Map<String, Circular> letters = new LinkedHashMap<>();
        add(letters, "notification-registered", registeredConsent());
        add(letters, "notification-registered-declaration", registeredDeclaration());
        add(letters, "threshold-reached", aCircular(CircularKind.THRESHOLD_REACHED, KG, thirdConsent()));
        add(letters, "threshold-lost", thresholdLost());
        List<Effect> force = List.of(force(), forParty(AM, WED_2026_12_23), forParty(BY, WED_2026_12_23));
        add(letters, "entry-into-force-due", onlyEntry(CircularKind.ENTRY_INTO_FORCE_DUE, null, force));
        List<Effect> later = List.of(forParty(TM, THU_2026_12_24));
        add(letters, "entry-into-force-due-for-party", onlyEntry(CircularKind.ENTRY_INTO_FORCE_DUE, TM, later));
        add(letters, "entered-into-force", onlyEntry(CircularKind.ENTERED_INTO_FORCE, null, force));
        add(letters, "entered-into-force-for-party", onlyEntry(CircularKind.ENTERED_INTO_FORCE_FOR_PARTY, TM, later));
        List<Effect> leaving = List.of(leaving());
        add(letters, "withdrawal-received", aNote(CircularKind.WITHDRAWAL_RECEIVED, BY, Act.WITHDRAWAL, leaving));
        add(letters, "withdrawal-revoked", withdrawalRevoked());
        add(letters, "withdrawal-effective", onlyEntry(CircularKind.WITHDRAWAL_EFFECTIVE, BY, leaving));
        add(letters, "authorized-bodies-changed", bodiesChanged());
        add(letters, "correction", correction());
        return letters;
    }

    private static void add(Map<String, Circular> letters, String name, Circular letter) {
        letters.put(name, letter);
    }

    private static Circular registeredConsent() {
        return circular(
                CircularKind.NOTIFICATION_REGISTERED,
                KG,
                Act.COMPLETION_OF_PROCEDURES,
                "03-17/1204",
                MON_2026_11_23,
                null,
                List.of(ministry()),
                List.of(counted(1), forParty(KG, null)),
                List.of());
    }

    private static Circular registeredDeclaration() {
        return circular(
                CircularKind.NOTIFICATION_REGISTERED,
                KG,
                Act.DECLARATION,
                "03-17/1300",
                MON_2026_11_23,
                new Notification.Texts(
                        "Первый абзац заявления.\n\nВторой абзац: «Соглашение применяется с учётом законодательства».",
                        null),
                List.of(),
                List.of(),
                List.of());
    }

    private static Circular thresholdLost() {
        Effect lost = new Effect(
                EffectKind.THRESHOLD_LOST,
                null,
                MON_2026_11_23,
                "12",
                new Bilingual("Учтено уведомлений: 2 из 3.", "Notifications that count: 2 of 3."),
                null,
                false,
                6);
        Effect withdrawn = new Effect(
                EffectKind.CONSENT_WITHDRAWN,
                AM,
                MON_2026_11_23,
                "12",
                new Bilingual(
                        "Отзыв получен до вступления Соглашения в силу.",
                        "The revocation was received before the entry into force of the Agreement."),
                null,
                false,
                6);
        return aNote(CircularKind.THRESHOLD_LOST, AM, Act.REVOCATION, List.of(withdrawn, lost));
    }

    private static Circular withdrawalRevoked() {
        Effect revoked = new Effect(
                EffectKind.WITHDRAWAL_REVOKED,
                BY,
                MON_2026_11_23,
                "VCLT 68",
                new Bilingual(
                        "Отзыв получен до дня вступления выхода в силу",
                        "The revocation was received before the day on which the withdrawal takes effect"),
                null,
                false,
                7);
        return aNote(CircularKind.WITHDRAWAL_REVOKED, BY, Act.REVOCATION, List.of(revoked));
    }

    private static Circular bodiesChanged() {
        Effect listed = new Effect(
                EffectKind.AUTHORIZED_BODIES_LISTED,
                KG,
                MON_2026_11_23,
                "5",
                new Bilingual("Получено в течение 30 дней после изменения.", "Received within 30 days of the change."),
                null,
                false,
                8);
        return circular(
                CircularKind.AUTHORIZED_BODIES_CHANGED,
                KG,
                Act.AUTHORIZED_BODIES,
                "03-17/1401",
                MON_2026_11_23,
                null,
                List.of(
                        ministry(),
                        new Notification.AuthorizedBody(
                                new Notification.Texts("Государственное агентство", null), null, null, null)),
                List.of(listed),
                List.of());
    }

    private static Circular correction() {
        return circular(
                CircularKind.CORRECTION,
                AM,
                Act.COMPLETION_OF_PROCEDURES,
                "1/0455",
                MON_2026_11_23,
                null,
                List.of(),
                List.of(force()),
                List.of(new Effect(
                        EffectKind.ENTRY_INTO_FORCE,
                        null,
                        LocalDate.of(2027, 1, 2),
                        "12",
                        new Bilingual("Прежний расчёт.", "The earlier reckoning."),
                        null,
                        false,
                        4)));
    }

    static Circular aCircular(CircularKind kind, PartyCode party, List<Effect> effects) {
        return aNote(kind, party, Act.COMPLETION_OF_PROCEDURES, effects);
    }

    private static Circular aNote(CircularKind kind, PartyCode party, Act act, List<Effect> effects) {
        return circular(kind, party, act, "21-05/88", MON_2026_11_23, null, List.of(), effects, List.of());
    }

    static Circular onlyEntry(CircularKind kind, @Nullable PartyCode party, List<Effect> effects) {
        return circular(kind, party, null, null, null, null, List.of(), effects, List.of());
    }

    private static Circular circular(
            CircularKind kind,
            @Nullable PartyCode party,
            @Nullable Act act,
            @Nullable String reference,
            @Nullable LocalDate receivedOn,
            Notification.@Nullable Texts statement,
            List<Notification.AuthorizedBody> bodies,
            List<Effect> effects,
            List<Effect> corrected) {
        return new Circular(
                "circular-000017",
                "2026/17",
                kind,
                AGREEMENT,
                party,
                act,
                reference,
                receivedOn,
                5,
                statement,
                bodies,
                effects,
                corrected,
                ISSUED_AT,
                receipt(21));
    }

    // ---------------------------------------------------------------- what they are made of

    private static Notification.AuthorizedBody ministry() {
        return new Notification.AuthorizedBody(
                new Notification.Texts(
                        "Министерство экономики и коммерции Кыргызской Республики",
                        "Ministry of Economy and Commerce of the Kyrgyz Republic"),
                "г. Бишкек, проспект Чуй, 106",
                "mail@economy.kg.local",
                "+996 000 000000");
    }

    private static List<Effect> thirdConsent() {
        Effect threshold = new Effect(
                EffectKind.THRESHOLD_REACHED,
                null,
                MON_2026_11_23,
                "12",
                new Bilingual(
                        "Получено третье уведомление: 3 из 3 (записи № 2, 3 и 5).",
                        "The third notification was received: 3 of 3 (entries No. 2, 3 and 5)."),
                null,
                false,
                5);
        return List.of(
                counted(3),
                threshold,
                force(),
                forParty(AM, WED_2026_12_23),
                forParty(BY, WED_2026_12_23),
                forParty(KG, WED_2026_12_23));
    }

    static Effect counted(int number) {
        return new Effect(
                EffectKind.CONSENT_COUNTED,
                KG,
                MON_2026_11_23,
                "12",
                new Bilingual(number + " из 3", number + " of 3"),
                null,
                false,
                5);
    }

    static Effect force() {
        return new Effect(
                EffectKind.ENTRY_INTO_FORCE,
                null,
                WED_2026_12_23,
                "12",
                new Bilingual(
                        "23 ноября 2026 года + 30 дней = 23 декабря 2026 года.",
                        "23 November 2026 + 30 days = 23 December 2026."),
                THU_2026_12_24,
                false,
                5);
    }

    static Effect forParty(PartyCode party, @Nullable LocalDate on) {
        Bilingual because = on == null
                ? new Bilingual(
                        "Учтено 1 из 3; день определится с третьим уведомлением.",
                        "1 of 3 counts; the day follows with the third notification.")
                : new Bilingual("Входит в число первых трёх государств.", "It is among the first three States.");
        return new Effect(
                EffectKind.ENTRY_INTO_FORCE_FOR_PARTY,
                party,
                on,
                party.equals(TM) ? "13" : "12",
                because,
                on == null ? null : on.plusDays(1),
                false,
                5);
    }

    private static Effect leaving() {
        return new Effect(
                EffectKind.WITHDRAWAL_EFFECTIVE,
                BY,
                SUN_2027_05_23,
                "14",
                new Bilingual(
                        "23 ноября 2026 года + 6 месяцев = 23 мая 2027 года.",
                        "23 November 2026 + 6 months = 23 May 2027."),
                SUN_2027_05_23.plusDays(1),
                false,
                7);
    }

    static InclusionReceipt receipt(int treeSize) {
        return new InclusionReceipt(
                "{\"v\":1}".getBytes(StandardCharsets.UTF_8),
                filled(0x1f),
                5,
                treeSize,
                filled(0xfb),
                List.of(filled(0x2a), filled(0xff)),
                "depository.local/register\n" + treeSize + "\nroot\n\n— depository.local/register c2lnbmF0dXJl\n");
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
