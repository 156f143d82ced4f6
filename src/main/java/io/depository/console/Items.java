package io.depository.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param next what to ask for to go on; absent where this was the last part
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Items<T>(List<T> items, @Nullable String next) {

    static <T> Items<T> all(List<T> items) {
        return new Items<>(items, null);
    }

    /**
     * The part of a list that begins with the key {@code from}, or with the next one after it.
     *
     * @param key names an item; no two have the same
     */
    static <T> Items<T> page(List<T> all, Function<T, String> key, String from, int limit) {
        List<T> rest = all.stream()
                .filter(item -> key.apply(item).compareTo(from) >= 0)
                .sorted(Comparator.comparing(key))
                .toList();
        return rest.size() <= limit ? all(rest) : new Items<>(rest.subList(0, limit), key.apply(rest.get(limit)));
    }

    <S> Items<S> map(Function<T, S> shown) {
        return new Items<>(items.stream().map(shown).toList(), next);
    }
}
