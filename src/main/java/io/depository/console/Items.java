package io.depository.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
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
}
