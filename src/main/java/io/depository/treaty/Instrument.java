package io.depository.treaty;

import java.util.List;
import java.util.Set;

/** The words for what a state sends, with the gender and the cases that Russian needs. */
enum Instrument {
    NOTIFICATION("уведомление", "уведомления", "уведомлений", Gender.NEUTER, "notification", "notifications"),
    DOCUMENT("документ", "документа", "документов", Gender.MASCULINE, "instrument", "instruments"),
    RATIFICATION(
            "ратификационная грамота",
            "ратификационной грамоты",
            "ратификационных грамот",
            Gender.FEMININE,
            "instrument of ratification",
            "instruments of ratification"),
    ACCEPTANCE(
            "документ о принятии",
            "документа о принятии",
            "документов о принятии",
            Gender.MASCULINE,
            "instrument of acceptance",
            "instruments of acceptance"),
    APPROVAL(
            "документ об утверждении",
            "документа об утверждении",
            "документов об утверждении",
            Gender.MASCULINE,
            "instrument of approval",
            "instruments of approval"),
    ACCESSION(
            "документ о присоединении",
            "документа о присоединении",
            "документов о присоединении",
            Gender.MASCULINE,
            "accession",
            "accessions"),
    SIGNATURE("подписание", "подписания", "подписаний", Gender.NEUTER, "signature", "signatures"),
    DEFINITIVE_SIGNATURE(
            "окончательное подписание",
            "окончательного подписания",
            "окончательных подписаний",
            Gender.NEUTER,
            "definitive signature",
            "definitive signatures"),
    SUCCESSION(
            "уведомление о правопреемстве",
            "уведомления о правопреемстве",
            "уведомлений о правопреемстве",
            Gender.NEUTER,
            "notification of succession",
            "notifications of succession");

    private enum Gender {
        MASCULINE,
        FEMININE,
        NEUTER
    }

    private static final List<String> ORDINALS_M = List.of(
            "первый", "второй", "третий", "четвертый", "пятый", "шестой", "седьмой", "восьмой", "девятый", "десятый");
    private static final List<String> ORDINALS_N = List.of(
            "первое", "второе", "третье", "четвертое", "пятое", "шестое", "седьмое", "восьмое", "девятое", "десятое");

    private final String ru;
    private final String ruOf;
    private final String ruOfMany;
    private final Gender gender;
    private final String en;
    private final String enMany;

    Instrument(String ru, String ruOf, String ruOfMany, Gender gender, String en, String enMany) {
        this.ru = ru;
        this.ruOf = ruOf;
        this.ruOfMany = ruOfMany;
        this.gender = gender;
        this.en = en;
        this.enMany = enMany;
    }

    /** What a state sends by that act. */
    static Instrument of(Act act) {
        return switch (act) {
            case RATIFICATION -> RATIFICATION;
            case ACCEPTANCE -> ACCEPTANCE;
            case APPROVAL -> APPROVAL;
            case ACCESSION -> ACCESSION;
            case SUCCESSION -> SUCCESSION;
            case SIGNATURE -> SIGNATURE;
            case DEFINITIVE_SIGNATURE -> DEFINITIVE_SIGNATURE;
            default -> NOTIFICATION;
        };
    }

    /** What is counted where these acts are: notifications, or instruments of several kinds. */
    static Instrument counted(Set<Act> acts) {
        return acts.equals(Set.of(Act.COMPLETION_OF_PROCEDURES)) ? NOTIFICATION : DOCUMENT;
    }

    /** уведомление; ратификационная грамота. */
    String ru() {
        return ru;
    }

    /** notification; instrument of ratification. */
    String en() {
        return en;
    }

    /** 1 notification, 2 notifications. */
    String countEn(long number) {
        return Words.countEn(number, en, enMany);
    }

    /** 1 more notification, 2 more notifications. */
    String moreEn(long number) {
        return Words.countEn(number, "more " + en, "more " + enMany);
    }

    /** After "из": 1 уведомления, 3 уведомлений. */
    String ofCountRu(long number) {
        return Words.ofCountRu(number, ruOf, ruOfMany);
    }

    /** 1 уведомление, 2 уведомления, 5 уведомлений; only of words whose plural is their genitive. */
    String countRu(long number) {
        return Words.countRu(number, ru, ruOf, ruOfMany);
    }

    /** The participle in its gender: получено, получена, получен. */
    String participleRu(String stem) {
        return switch (gender) {
            case MASCULINE -> stem;
            case FEMININE -> stem + "а";
            case NEUTER -> stem + "о";
        };
    }

    /** One of several: одно, одна, один. */
    String oneRu() {
        return switch (gender) {
            case MASCULINE -> "один";
            case FEMININE -> "одна";
            case NEUTER -> "одно";
        };
    }

    /** третье уведомление, третий документ. */
    String ordinalRu(int number) {
        List<String> words = gender == Gender.NEUTER ? ORDINALS_N : ORDINALS_M;
        String ending = gender == Gender.NEUTER ? "-е" : "-й";
        return number <= words.size() ? words.get(number - 1) : number + ending;
    }
}
