package io.depository.agreements;

import io.depository.treaty.Bilingual;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with a file that is no YAML, in words for people who write none but this. */
final class YamlWords {

    static final Bilingual SECOND_DOCUMENT = new Bilingual(
            "ожидается один документ, а здесь начинается второй; уберите строку «---»",
            "one document was expected, not a second one; please remove the line \"---\"");
    static final Bilingual ALIAS = new Bilingual(
            "ожидаются полные значения, а не ссылка «*…» на другое место файла",
            "values in full were expected, not an alias \"*…\" of another place in the file");
    static final Bilingual EMPTY =
            new Bilingual("ожидается соглашение, а файл пуст", "an agreement was expected, but the file is empty");

    /** By a part of what the parser says. */
    private static final Map<String, Bilingual> BY_MESSAGE = new LinkedHashMap<>();

    static {
        BY_MESSAGE.put(
                "Duplicate",
                new Bilingual(
                        "это имя в одном и том же месте указано дважды; оставьте одно",
                        "the same name is there twice in one place; please keep one of them"));
        BY_MESSAGE.put(
                "TAB",
                new Bilingual(
                        "отступ сделан табуляцией, а ожидаются пробелы",
                        "the line is indented by a tab, and spaces were expected"));
        BY_MESSAGE.put(
                "mapping values are not allowed",
                new Bilingual(
                        "двоеточие в неожиданном месте: проверьте отступ строки, а текст с двоеточием возьмите в кавычки",
                        "a colon where none was expected: please check how the line is indented, and put a text that has a"
                                + " colon in quotes"));
        BY_MESSAGE.put(
                "expected ',' or ']'",
                new Bilingual(
                        "список в квадратных скобках не закрыт: ожидается «,» или «]»",
                        "a list in square brackets is not closed: \",\" or \"]\" was expected"));
        BY_MESSAGE.put(
                "expected ',' or '}'",
                new Bilingual(
                        "запись в фигурных скобках не закрыта: ожидается «,» или «}»",
                        "what is in braces is not closed: \",\" or \"}\" was expected"));
        BY_MESSAGE.put(
                "expected <block end>",
                new Bilingual(
                        "отступ строки не совпадает с соседними: имена одной записи стоят друг под другом",
                        "the line is not indented as its neighbours: the names of one record stand below one another"));
        BY_MESSAGE.put(
                "could not find expected ':'",
                new Bilingual(
                        "ожидается «имя: значение»; двоеточие не найдено",
                        "\"name: value\" was expected; the colon is missing"));
        BY_MESSAGE.put(
                "unexpected end of stream",
                new Bilingual("кавычка открыта, но не закрыта", "a quote is opened and not closed"));
        BY_MESSAGE.put("undefined alias", ALIAS);
        BY_MESSAGE.put(
                "cannot start any token",
                new Bilingual(
                        "значение не может начинаться с такого знака; возьмите его в кавычки",
                        "a value cannot begin with such a character; please put it in quotes"));
    }

    private static final Bilingual OTHERWISE = new Bilingual(
            "строка написана не по правилам YAML: проверьте отступы, двоеточия, кавычки и скобки здесь и строкой выше",
            "the line is not as YAML has it: please check how it is indented, and the colons, quotes and brackets here and on"
                    + " the line above");

    private YamlWords() {}

    /** The mistake that the parser means by its message. */
    static Bilingual of(String message) {
        String lower = message.toLowerCase(java.util.Locale.ROOT);
        Bilingual found = BY_MESSAGE.entrySet().stream()
                .filter(entry -> lower.contains(entry.getKey().toLowerCase(java.util.Locale.ROOT)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHERWISE);
        return new Bilingual("ожидается YAML: " + found.ru(), "YAML was expected: " + found.en());
    }
}
