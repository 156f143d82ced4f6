package io.depository.local;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened in a kill loop, in figures. */
final class KillLoopFigures {

    private final JdbcClient database;
    private final List<Life> lives;

    /**
     * A process's.
     *
     * @param from when it was started
     * @param ready when it was ready; null where it was killed before
     */
    record Life(Instant from, @Nullable Instant ready) {

        Instant up() {
            return ready == null ? from : ready;
        }
    }

    private record Span(Instant from, Instant to) {}

    /** @param lives all processes in turn; each but the last was killed */
    KillLoopFigures(JdbcClient database, List<Life> lives) {
        this.database = database;
        this.lives = List.copyOf(lives);
    }

    /** How many kills there were between two moments. */
    long killsBetween(Instant from, Instant to) {
        return lives.stream()
                .skip(1)
                .filter(life -> life.from().isAfter(from) && !life.from().isAfter(to))
                .count();
    }

    String summary(List<Ministries.Try> tries, List<Heard> letters, Duration quietAfter) {
        List<Ministries.Try> taken =
                tries.stream().filter(Ministries.Try::taken).toList();
        Set<String> names = new HashSet<>();
        letters.forEach(letter -> names.add(letter.channel() + letter.party() + letter.wire()));
        return String.format(
                Locale.ROOT,
                "Kill loop: %d kills (%d while starting), starts of %.1f s on average and %.1f s at most;"
                        + " %d notifications sent (%d repeats, %d tries failed), %d arrivals, %d entries,"
                        + " %d letters received and %d of them again;"
                        + " quiet %.1f s after the end; longest wait of an arrival %.1f s and of a letter %.1f s"
                        + " while the depository was up",
                lives.size() - 1,
                lives.stream().filter(life -> life.ready() == null).count(),
                startSeconds().average().orElse(0),
                startSeconds().max().orElse(0),
                taken.size(),
                taken.stream().filter(one -> one.sending().repeats()).count(),
                tries.size() - taken.size(),
                count("receipt"),
                count("entry"),
                names.size(),
                letters.size() - names.size(),
                quietAfter.toMillis() / 1000.0,
                longestWait("select stored_at, changed_at from work join receipt on id = receipt_id"),
                longestWait("select created_at, sent_at from delivery"));
    }

    private DoubleStream startSeconds() {
        return lives.stream()
                .filter(life -> life.ready() != null)
                .mapToDouble(life -> Duration.between(life.from(), life.up()).toMillis() / 1000.0);
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** In seconds, without the time in which nobody was there to do it. */
    private double longestWait(String fromAndTo) {
        return database
                        .sql(fromAndTo)
                        .query((row, number) -> new Span(
                                row.getTimestamp(1).toInstant(),
                                row.getTimestamp(2).toInstant()))
                        .list()
                        .stream()
                        .mapToLong(span -> timeUp(span).toMillis())
                        .max()
                        .orElse(0)
                / 1000.0;
    }

    private Duration timeUp(Span span) {
        Duration up = Duration.ZERO;
        for (int i = 0; i < lives.size(); i++) {
            Instant end = i + 1 < lives.size() ? lives.get(i + 1).from() : span.to();
            Instant from = later(lives.get(i).up(), span.from());
            Instant to = end.isBefore(span.to()) ? end : span.to();
            if (lives.get(i).ready() != null && from.isBefore(to)) {
                up = up.plus(Duration.between(from, to));
            }
        }
        return up;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
