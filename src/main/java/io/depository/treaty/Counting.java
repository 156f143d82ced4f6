package io.depository.treaty;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The convention by which a depository counts under an agreement, and since when: a depository may change its reading
 * from a day on, and what began before that day stays as it was counted. One depository read "thirty days after" as 31
 * days for twenty years, and as 30 since.
 *
 * @param spans the conventions in the order of their first days; the first one has none
 */
public record Counting(List<Span> spans) {

    /**
     * A convention from a day on.
     *
     * @param from the first day of receipt that is counted so; null where it has always been so
     */
    public record Span(@Nullable LocalDate from, CountingConvention convention) {}

    public Counting {
        spans = List.copyOf(spans);
        for (int i = 0; i < spans.size(); i++) {
            LocalDate from = spans.get(i).from();
            LocalDate before = i == 0 ? null : spans.get(i - 1).from();
            if ((i == 0) != (from == null) || (from != null && before != null && !from.isAfter(before))) {
                throw new IllegalArgumentException(
                        "Conventions follow one another, and only the first has no first day");
            }
        }
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("Counting needs a convention");
        }
    }

    /** The same convention at all times. */
    public static Counting always(CountingConvention convention) {
        return new Counting(List.of(new Span(null, convention)));
    }

    /** The convention for a period that begins on that day. */
    public CountingConvention on(LocalDate day) {
        CountingConvention convention = spans.get(0).convention();
        for (Span span : spans) {
            LocalDate from = span.from();
            if (from != null && !from.isAfter(day)) {
                convention = span.convention();
            }
        }
        return convention;
    }
}
