package io.depository.console;

import java.util.List;
import java.util.function.ToLongFunction;
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

    /** How many to read: one more than shown tells whether there is more. */
    int toRead() {
        return limit + 1;
    }

    <T> Items<T> show(List<T> read, ToLongFunction<T> id) {
        if (read.size() <= limit) {
            return Items.all(read);
        }
        return new Items<>(read.subList(0, limit), String.valueOf(id.applyAsLong(read.get(limit))));
    }
}
