package io.depository.notification;

import io.depository.treaty.Bilingual;

/**
 * What to do next, for each code: the last sentence of every finding. Where the law gives the reason it also says which act
 * would be the right one; here then stands only what is true of every such case.
 */
final class Remedies {

    private static final String ANEW_RU = "направьте уведомление заново под новым номером";
    private static final String ANEW_EN = "send the notification again under a new reference";

    private Remedies() {}

    static Bilingual of(Code code) {
        return switch (code) {
            case SYNTAX ->
                text(
                        "Запишите уведомление как правильный JSON в кодировке UTF-8 и " + ANEW_RU + ".",
                        "Write the notification as well-formed JSON in UTF-8 and " + ANEW_EN + ".");
            case DUPLICATE_KEY ->
                text("Оставьте каждое поле один раз и " + ANEW_RU + ".", "Say each member once and " + ANEW_EN + ".");
            case TOO_LARGE ->
                text(
                        "Уменьшите его или пришлите документы отдельно и " + ANEW_RU + ".",
                        "Make it smaller, or send the documents separately, and " + ANEW_EN + ".");
            case SCHEMA -> text("Исправьте это поле и " + ANEW_RU + ".", "Correct this field and " + ANEW_EN + ".");
            case UNREADABLE_MAIL ->
                text(
                        "Пришлите одно письмо с одним вложением: JSON или JWS.",
                        "Send one message with one attachment: the JSON or the JWS.");
            case NO_NOTIFICATION_FOUND ->
                text(
                        "Приложите к письму уведомление: JSON или JWS.",
                        "Attach the notification to the message: the JSON or the JWS.");
            case WRONG_DEPOSITORY ->
                text(
                        "Направьте его тому депозитарию, которому оно адресовано, или исправьте поле и " + ANEW_RU
                                + ".",
                        "Send it to the depository to which it is addressed, or correct the field and " + ANEW_EN
                                + ".");
            case UNKNOWN_AGREEMENT ->
                text(
                        "Возьмите идентификатор из списка соглашений (/api/agreements) и " + ANEW_RU + ".",
                        "Take the id from the list of agreements (/api/agreements) and " + ANEW_EN + ".");
            case UNKNOWN_PARTY ->
                text(
                        "Укажите код государства по ИСО 3166-1 и " + ANEW_RU + ", или обратитесь в депозитарий.",
                        "Give the state's ISO 3166-1 code and " + ANEW_EN + ", or write to the depository.");
            case NOT_YOUR_PARTY ->
                text(
                        "Направьте его по каналу и с подписью того государства, от имени которого оно сделано.",
                        "Send it by the channel, and with the signature, of the state in whose name it is made.");
            case NOT_ENTITLED ->
                text(
                        "Если государство должно входить в этот круг, обратитесь в депозитарий.",
                        "If the state should belong to this circle, write to the depository.");
            case ACT_NOT_ALLOWED ->
                text(
                        "Если имелось в виду другое действие, " + ANEW_RU + ".",
                        "If another act was meant, " + ANEW_EN + ".");
            case ALREADY_DONE ->
                text(
                        "Повторять его не нужно; если имелось в виду другое, " + ANEW_RU + ".",
                        "It need not be done again; if something else was meant, " + ANEW_EN + ".");
            case OUT_OF_ORDER ->
                text(
                        "Что бы государство ни направило затем, нужен новый номер.",
                        "Whatever the state sends next needs a new reference.");
            case NOTHING_TO_REVOKE ->
                text(
                        "Проверьте номер в поле refersTo и " + ANEW_RU + ".",
                        "Check the reference in refersTo and " + ANEW_EN + ".");
            case TOO_LATE_TO_REVOKE ->
                text("О дальнейших шагах обратитесь в депозитарий.", "Write to the depository about further steps.");
            case REFERENCE_REUSED ->
                text(
                        "Дайте уведомлению новый номер и направьте его заново.",
                        "Give the notification a new reference and send it again.");
            case DATED_IN_FUTURE -> text("Исправьте дату и " + ANEW_RU + ".", "Correct the date and " + ANEW_EN + ".");
            case ATTACHMENT_DIGEST ->
                text(
                        "Проверьте, что вложение не изменилось в пути, пересчитайте SHA-256 и " + ANEW_RU + ".",
                        "Check that the attachment did not change on its way, compute SHA-256 again and " + ANEW_EN
                                + ".");
            case SIGNER_UNKNOWN ->
                text(
                        "Зарегистрируйте ключ в депозитарии или подпишите действующим ключом и " + ANEW_RU + ".",
                        "Register the key with the depository, or sign with a valid key, and " + ANEW_EN + ".");
            case KEY_REVOKED ->
                text("Подпишите действующим ключом и " + ANEW_RU + ".", "Sign with a valid key and " + ANEW_EN + ".");
            case SIGNATURE_INVALID ->
                text(
                        "Подпишите заново (EdDSA или ES256, kid зарегистрированного ключа) и " + ANEW_RU + ".",
                        "Sign anew (EdDSA or ES256, the kid of a registered key) and " + ANEW_EN + ".");
            case RETURNED_BY_STAFF ->
                text(
                        "Учтите это и " + ANEW_RU + ", лучше с подписью, или обратитесь в депозитарий.",
                        "Take this into account and " + ANEW_EN + ", better signed, or write to the depository.");
            case UNKNOWN_FIELD ->
                text(
                        "Оно сохранено, но не прочитано; проверьте написание.",
                        "It is kept but not read; check how it is spelt.");
            case ARTICLE_5_LIST_MISSING ->
                text(
                        "Направьте список отдельным уведомлением authorized-bodies.",
                        "Send the list in a notification of its own, authorized-bodies.");
            case LATE ->
                text(
                        "Оно зарегистрировано; впредь сообщайте об изменениях в срок.",
                        "It is registered; please tell of changes in time.");
        };
    }

    private static Bilingual text(String ru, String en) {
        return new Bilingual(ru, en);
    }
}
