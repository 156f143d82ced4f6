package io.depository.reading;

import io.depository.treaty.Bilingual;
import java.util.List;

/**
 * A word of a notification that may be read as another one than it is. It refuses nothing: staff look at it twice.
 *
 * @param at where, as a JSON Pointer
 * @param text the word as written; to be shown beside its code points, since it may deceive
 * @param readsAs how it looks: the skeleton of Unicode Technical Standard 39, section 4
 * @param codePoints its characters one by one, such as {@code U+0441 CYRILLIC SMALL LETTER ES}
 * @param why what is deceiving about it
 */
public record LookAlike(String at, String text, String readsAs, List<String> codePoints, Bilingual why) {

    public LookAlike {
        codePoints = List.copyOf(codePoints);
    }
}
