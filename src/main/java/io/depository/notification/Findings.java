package io.depository.notification;

import io.depository.treaty.Act;
import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The findings in words, in Russian and English: what is wrong, then what to do next. What a sender wrote is repeated
 * only after cleaning: no control characters, never more than a line.
 */
public final class Findings {

    private Findings() {}

    /**
     * A refusal or remark whose reason is worked out elsewhere, such as by the law of an agreement; adds what to do
     * next.
     */
    public static Finding refusal(Code code, Bilingual reason, @Nullable String at) {
        Bilingual remedy = Remedies.of(code);
        return new Finding(code, at, new Bilingual(reason.ru() + " " + remedy.ru(), reason.en() + " " + remedy.en()));
    }

    /** The text is no JSON from that byte on (counted from 0). */
    public static Finding syntax(Bilingual what, long offset) {
        return finding(
                Code.SYNTAX,
                null,
                "Текст не является JSON: " + what.ru() + " (байт " + offset + ").",
                "The text is not JSON: " + what.en() + " (byte " + offset + ").");
    }

    public static Finding duplicateKey(String at, String name) {
        return finding(
                Code.DUPLICATE_KEY,
                at,
                "Поле «" + Quoted.of(name) + "» встречается больше одного раза.",
                "The member \"" + Quoted.of(name) + "\" occurs more than once.");
    }

    public static Finding tooLarge(Bilingual what) {
        return finding(
                Code.TOO_LARGE, null, "Превышен предел: " + what.ru() + ".", "A limit is exceeded: " + what.en() + ".");
    }

    /** The value at the pointer is not what version 1 expects there. */
    public static Finding unexpected(String at, Bilingual expected) {
        return finding(
                Code.SCHEMA,
                at,
                "Неверное значение: ожидается " + expected.ru() + ".",
                "Wrong value: expected is " + expected.en() + ".");
    }

    /** The member at the pointer is required and not there. */
    public static Finding missing(String at, Bilingual expected) {
        return finding(
                Code.SCHEMA,
                at,
                "Нет обязательного поля: ожидается " + expected.ru() + ".",
                "A required member is missing: expected is " + expected.en() + ".");
    }

    /** So many places more than are told one by one. */
    public static Finding moreDefects(int more) {
        return finding(
                Code.SCHEMA,
                null,
                "Неверны и другие поля: ещё " + more + ".",
                "Further fields are wrong: " + more + " more.");
    }

    /** The text at the pointer has a character that has no place there. */
    public static Finding badCharacters(String at, Bilingual why) {
        return finding(
                Code.SCHEMA, at, "Недопустимые знаки: " + why.ru() + ".", "Characters not allowed: " + why.en() + ".");
    }

    public static Finding unreadableMail(Bilingual why) {
        return finding(
                Code.UNREADABLE_MAIL,
                null,
                "Письмо нельзя прочитать однозначно: " + why.ru() + ".",
                "The message cannot be read without doubt: " + why.en() + ".");
    }

    public static Finding noNotificationFound() {
        return finding(
                Code.NO_NOTIFICATION_FOUND, null, "В письме нет уведомления.", "The message carries no notification.");
    }

    public static Finding wrongDepository(String expected, String found) {
        return finding(
                Code.WRONG_DEPOSITORY,
                "/depository",
                "Уведомление адресовано «" + Quoted.of(found) + "», а это депозитарий «" + expected + "».",
                "The notification is addressed to \"" + Quoted.of(found) + "\"; this is the depository \"" + expected
                        + "\".");
    }

    public static Finding unknownAgreement(String found) {
        return finding(
                Code.UNKNOWN_AGREEMENT,
                "/agreement",
                "Депозитарий не хранит соглашения «" + Quoted.of(found) + "».",
                "The depository keeps no agreement \"" + Quoted.of(found) + "\".");
    }

    public static Finding unknownParty(String found) {
        return finding(
                Code.UNKNOWN_PARTY,
                "/party",
                "Справочник депозитария не знает государства «" + Quoted.of(found) + "».",
                "The depository's directory knows no state \"" + Quoted.of(found) + "\".");
    }

    /** The channel's party, the signer and the field {@code party} do not agree; each may be unknown. */
    public static Finding notYourParty(
            @Nullable PartyCode channel, @Nullable PartyCode signer, @Nullable PartyCode field) {
        List<String> ru = new ArrayList<>();
        List<String> en = new ArrayList<>();
        if (channel != null) {
            ru.add("канал принадлежит " + channel);
            en.add("the channel is that of " + channel);
        }
        if (signer != null) {
            ru.add("подписавший ключ зарегистрирован за " + signer);
            en.add("the signing key is registered for " + signer);
        }
        if (field != null) {
            ru.add("в тексте назван " + field);
            en.add("the text names " + field);
        }
        return finding(
                Code.NOT_YOUR_PARTY,
                "/party",
                "Отправитель назван по-разному: " + String.join(", ", ru) + ".",
                "The sender is not one and the same: " + String.join(", ", en) + ".");
    }

    public static Finding datedInFuture(String at, LocalDate date, LocalDate receivedOn) {
        return finding(
                Code.DATED_IN_FUTURE,
                at,
                "Дата " + date + " позже дня, следующего за получением (" + receivedOn + ").",
                "The date " + date + " is later than the day after receipt (" + receivedOn + ").");
    }

    /** The content of the attachment of that index has another digest than stated. */
    public static Finding attachmentDigest(int index, String stated, String actual) {
        return finding(
                Code.ATTACHMENT_DIGEST,
                "/attachments/" + index + "/sha256",
                "SHA-256 содержимого — " + actual + ", а указано " + Quoted.of(stated) + ".",
                "The content's SHA-256 is " + actual + "; stated is " + Quoted.of(stated) + ".");
    }

    /** An accession takes effect by the receipt of its document, so the document must come with it. */
    public static Finding documentMissing() {
        return finding(
                Code.SCHEMA,
                "/attachments",
                "К присоединению (accession) должен быть приложен документ о присоединении.",
                "An accession must attach its document of accession.");
    }

    public static Finding listMissing() {
        return finding(
                Code.SCHEMA,
                "/authorizedBodies",
                "Уведомление authorized-bodies должно содержать весь новый список, хотя бы один орган.",
                "An authorized-bodies notification must give the whole new list, one body at least.");
    }

    public static Finding targetMissing(Act act) {
        return finding(
                Code.SCHEMA,
                "/refersTo",
                "При " + act.wireName() + " нужно указать номер уведомления, о котором идёт речь.",
                "With " + act.wireName() + " the reference of the notification that it is about must be given.");
    }

    public static Finding effectiveOnMisplaced(Act act) {
        return finding(
                Code.SCHEMA,
                "/effectiveOn",
                "День вступления в действие можно указать только при withdrawal, а не при " + act.wireName() + ".",
                "A day of effect may be chosen with withdrawal only, not with " + act.wireName() + ".");
    }

    /** A reservation is made with a consent to be bound (VCLT 19). */
    public static Finding reservationMisplaced(Act act) {
        return finding(
                Code.SCHEMA,
                "/reservation",
                "Оговорка делается вместе с согласием (Венская конвенция, ст. 19), а не при " + act.wireName() + ".",
                "A reservation is made with a consent (Vienna Convention, Article 19), not with " + act.wireName()
                        + ".");
    }

    public static Finding referenceReused(String reference) {
        return finding(
                Code.REFERENCE_REUSED,
                "/reference",
                "Под номером «" + Quoted.of(reference) + "» уже получено другое уведомление этого государства.",
                "Under the reference \"" + Quoted.of(reference)
                        + "\" another notification of this state has been received.");
    }

    public static Finding signerUnknown(String kid) {
        return finding(
                Code.SIGNER_UNKNOWN,
                null,
                "Ключ «" + Quoted.of(kid) + "» ни за кем не зарегистрирован.",
                "The key \"" + Quoted.of(kid) + "\" is registered for nobody.");
    }

    /** A CMS signature names its signer by a certificate (RFC 5652 §5.3) that it does not carry. */
    public static Finding signerWithoutCertificate() {
        return finding(
                Code.SIGNER_UNKNOWN,
                null,
                "В подписи S/MIME нет сертификата подписавшего: приложите его к подписи.",
                "The S/MIME signature does not carry its signer's certificate: include it.");
    }

    /** Two signatures about one notification, each by another party's key. */
    public static Finding signersDisagree(PartyCode one, PartyCode other) {
        return finding(
                Code.NOT_YOUR_PARTY,
                "/party",
                "Подписи принадлежат разным государствам: " + one + " и " + other
                        + ". Каждое государство подписывает своё уведомление само.",
                "The signatures are of different parties: " + one + " and " + other
                        + ". Each party signs its own notification.");
    }

    public static Finding keyNotValid(String kid, Instant receivedAt) {
        return finding(
                Code.SIGNER_UNKNOWN,
                null,
                "Ключ «" + Quoted.of(kid) + "» не действовал в момент получения (" + receivedAt + ").",
                "The key \"" + Quoted.of(kid) + "\" was not valid at receipt (" + receivedAt + ").");
    }

    public static Finding keyRevoked(String kid, Instant revokedAt) {
        return finding(
                Code.KEY_REVOKED,
                null,
                "Ключ «" + Quoted.of(kid) + "» отозван " + revokedAt + ", до получения.",
                "The key \"" + Quoted.of(kid) + "\" was revoked on " + revokedAt + ", before receipt.");
    }

    public static Finding signatureInvalid(Bilingual why) {
        return finding(
                Code.SIGNATURE_INVALID,
                null,
                "Подпись недействительна: " + why.ru() + ".",
                "The signature is not valid: " + why.en() + ".");
    }

    /** Staff gave back what was under review, for these reasons in their own words. */
    public static Finding returnedByStaff(List<String> reasons) {
        String why = String.join(" / ", reasons);
        return finding(
                Code.RETURNED_BY_STAFF,
                null,
                "Сотрудники депозитария рассмотрели уведомление и возвращают его: «" + why + "».",
                "The depository's staff reviewed the notification and return it: \"" + why + "\".");
    }

    public static Finding unknownField(String at, String name) {
        return finding(
                Code.UNKNOWN_FIELD,
                at,
                "Поле «" + Quoted.of(name) + "» не известно версии 1.",
                "The member \"" + Quoted.of(name) + "\" is not known to version 1.");
    }

    /** So many unknown members more than are told one by one. */
    public static Finding moreUnknownFields(int more) {
        return finding(
                Code.UNKNOWN_FIELD,
                null,
                "Неизвестны версии 1 и другие поля: ещё " + more + ".",
                "Further members are not known to version 1: " + more + " more.");
    }

    public static Finding article5ListMissing() {
        return finding(
                Code.ARTICLE_5_LIST_MISSING,
                "/authorizedBodies",
                "Нет списка уполномоченных органов, которые Стороны определяют по статье 5.",
                "The list of authorized bodies that the Parties designate under Article 5 is missing.");
    }

    public static Finding late(LocalDate changedOn, LocalDate lastDay, LocalDate receivedOn) {
        return finding(
                Code.LATE,
                "/changedOn",
                "Список изменён " + changedOn + ", срок статьи 5 (30 дней) истёк " + lastDay + ", получено "
                        + receivedOn + ".",
                "The list changed on " + changedOn + ", the 30 days of Article 5 ended on " + lastDay
                        + ", it was received on " + receivedOn + ".");
    }

    private static Finding finding(Code code, @Nullable String at, String ru, String en) {
        return refusal(code, new Bilingual(ru, en), at);
    }
}
