package io.depository.console;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The part of a list that was asked for: by the first id wanted, so that no part costs more than another. */
record Slice(long from, int limit) {

    static final String USUAL = "100";

    private static final int MOST = 500;

    /** A part of at most 500; a bad question is refused. */
    static Slice of(long from, int limit) {
        if (from < 0 || limit < 1) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "from must be 0 or more, and limit 1 or more (at most " + MOST + " count)");
        }
        return new Slice(from, Math.min(limit, MOST));
    }

    /**
     * The part, read and made ready to be shown.
     *
     * @param reading reads at most so many, in order; it is asked for one more than is shown, which tells whether there is
     *     more
     */
    <S, T> Items<T> show(IntFunction<List<S>> reading, Function<S, T> view, ToLongFunction<T> id) {
        List<T> read = reading.apply(limit + 1).stream().map(view).toList();
        if (read.size() <= limit) {
            return Items.all(read);
        }
        return new Items<>(read.subList(0, limit), String.valueOf(id.applyAsLong(read.get(limit))));
    }

    /** The one of them that the question names; another name is refused. Null where it names none. */
    static <E> @Nullable E choice(@Nullable String named, E[] all, Function<E, String> wireName) {
        if (named == null) {
            return null;
        }
        return Arrays.stream(all)
                .filter(one -> wireName.apply(one).equals(named))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.BAD_REQUEST,
                        "state must be one of "
                                + Arrays.stream(all).map(wireName).collect(Collectors.joining(", "))));
    }
}
