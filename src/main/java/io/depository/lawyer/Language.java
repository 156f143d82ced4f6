package io.depository.lawyer;

import io.depository.treaty.Bilingual;

/** The language in which reasons are told; the names are those of the option {@code --lang}. */
enum Language {
    ru,
    en;

    String say(Bilingual words) {
        return this == ru ? words.ru() : words.en();
    }
}
