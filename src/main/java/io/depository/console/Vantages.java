package io.depository.console;

import io.depository.calendar.Today;
import io.depository.register.RegisterReader;
import io.depository.treaty.Bilingual;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** From where agreements can be looked at: which day in law, and how much of the register is known. */
@Component
public class Vantages {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;
    private static final Instant FIRST_INSTANT =
            LocalDate.of(FIRST_YEAR, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();

    /** Entries are recorded by the database's clock, which may be a little ahead of this one. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final RegisterReader register;
    private final Today today;
    private final Clock clock;

    Vantages(RegisterReader register, Today today, Clock clock) {
        this.register = register;
        this.today = today;
        this.clock = clock;
    }

    /**
     * Where somebody stands who looks.
     *
     * @param asOf the day in law, at its end
     * @param treeSize how many entries of the register are known
     */
    public record Vantage(LocalDate asOf, long treeSize) {}

    /** Today, knowing all that is registered. */
    public Vantage now() {
        return new Vantage(today.date(), register.size());
    }

    /**
     * Another day, or another time of knowledge.
     *
     * @param asOf the day in law; null for today
     * @param knownAt the instant whose knowledge counts; null for now
     * @throws OutOfHistory when the day lies outside of the years 1900 to 9999, or the instant before them or in the future
     */
    public Vantage at(@Nullable LocalDate asOf, @Nullable Instant knownAt) {
        long size = knownAt == null ? register.size() : register.sizeAt(known(knownAt));
        return new Vantage(asOf == null ? today.date() : inHistory(asOf), size);
    }

    /** An instant of record: what the register will say later is not known. */
    private Instant known(Instant knownAt) {
        if (knownAt.isAfter(clock.instant().plus(SKEW))) {
            throw new OutOfHistory(
                    "Что скажет реестр, еще неизвестно: время знания лежит в будущем. Укажите прошедшее время.",
                    "What the register will say is not known yet: knownAt is in the future");
        }
        if (knownAt.isBefore(FIRST_INSTANT)) {
            throw new OutOfHistory(
                    "Время знания не может быть раньше " + FIRST_YEAR + " года. Укажите более позднее.",
                    "knownAt must not be before the year " + FIRST_YEAR);
        }
        return knownAt;
    }

    private static LocalDate inHistory(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new OutOfHistory(
                    "Дата должна лежать в годах " + FIRST_YEAR + "–" + LAST_YEAR + ".",
                    "asOf must lie in the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return date;
    }

    /** Nobody can look from there. */
    public static final class OutOfHistory extends ResponseStatusException {

        private static final long serialVersionUID = 1;

        private final transient Bilingual explanation;

        OutOfHistory(String ru, String en) {
            super(HttpStatus.BAD_REQUEST, en);
            this.explanation = new Bilingual(ru, en);
        }

        /** Why, and what to ask for instead. */
        public Bilingual explanation() {
            return explanation;
        }
    }
}
