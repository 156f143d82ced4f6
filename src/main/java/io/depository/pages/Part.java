package io.depository.pages;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * A part of a list that may be long.
 *
 * @param lines what is shown
 * @param next the number that the next part comes before; null where there is none
 */
record Part<T>(List<T> lines, @Nullable Long next) {

    /** A part of at most that size, out of what was found, which is one more where the list goes on. */
    static <T> Part<T> of(List<T> found, int size, ToLongFunction<T> number) {
        return found.size() > size
                ? new Part<>(found.subList(0, size), number.applyAsLong(found.get(size - 1)))
                : new Part<>(found, null);
    }

    void addTo(Model model) {
        model.addAttribute("lines", lines);
        model.addAttribute("next", next);
    }
}
