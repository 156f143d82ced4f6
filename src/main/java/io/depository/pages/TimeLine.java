package io.depository.pages;

import io.depository.treaty.Bilingual;
import io.depository.treaty.Effect;
import io.depository.treaty.EffectKind;
import io.depository.treaty.LegalFact;
import io.depository.treaty.LegalPosition;
import io.depository.treaty.PartyCode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an agreement and what is to come, on a line for the agreement and one for each state that acted. The
 * drawing and the table beside it are made of the same events.
 *
 * @param events by day, numbered from 1
 * @param omitted how many earlier ones are left out
 * @param lanes the states in the order in which they first acted; the first lane, null, is the agreement's
 * @param points where each event is drawn
 * @param ticks where years begin
 * @param asOf where the day is drawn from which one looks
 * @param height of the drawing; its width is {@link #WIDTH}
 */
public record TimeLine(
        List<Event> events, int omitted, List<Lane> lanes, List<Point> points, List<Tick> ticks, int asOf, int height) {

    /** The width of the drawing. */
    public static final int WIDTH = 960;

    private static final int LEFT = 70;
    private static final int RIGHT = 30;
    private static final int TOP = 34;
    private static final int LANE = 30;
    private static final int MOST = 200;
    private static final int MOST_TICKS = 12;

    /** What follows on the very day of an act, which is shown itself. */
    private static final Set<EffectKind> SHOWN_AS_ACT =
            Set.of(EffectKind.CONSENT_COUNTED, EffectKind.AUTHORIZED_BODIES_LISTED);

    /**
     * Something of a day.
     *
     * @param key its name in the words of the pages
     * @param party whose; null where it is the agreement's
     * @param reference of the note that says it; null for what follows in law
     * @param effect what follows in law; null for an act
     */
    public record Event(
            LocalDate on,
            String key,
            @Nullable PartyCode party,
            @Nullable String reference,
            @Nullable Effect effect) {

        /** The reason of what follows; null for an act. */
        public @Nullable Bilingual because() {
            return effect == null ? null : effect.because();
        }
    }

    /** A line of the drawing. */
    public record Lane(@Nullable PartyCode party, int y) {}

    /** An event in the drawing. */
    public record Point(int number, int x, int y, Event event) {}

    /** The beginning of a year in the drawing. */
    public record Tick(int x, int year) {}

    /** The time line of a position as it is seen on that day. */
    static TimeLine of(LegalPosition position, LocalDate asOf) {
        List<Event> all = Stream.concat(
                        Stream.of(new Event(position.agreement().signedOn(), "timeline.signed", null, null, null)),
                        Stream.concat(
                                position.facts().stream().map(TimeLine::act),
                                position.effects().stream()
                                        .filter(effect -> !SHOWN_AS_ACT.contains(effect.kind()))
                                        .flatMap(TimeLine::following)))
                .sorted(Comparator.comparing(Event::on))
                .toList();
        List<Event> shown = all.subList(Math.max(0, all.size() - MOST), all.size());
        return drawn(shown, all.size() - shown.size(), asOf);
    }

    private static Event act(LegalFact fact) {
        return new Event(fact.receivedOn(), "act." + fact.act().wireName(), fact.party(), fact.reference(), null);
    }

    /** An effect that has no day yet is no event. */
    private static Stream<Event> following(Effect effect) {
        LocalDate on = effect.on();
        return on == null
                ? Stream.empty()
                : Stream.of(new Event(on, "effect." + effect.kind().wireName(), effect.party(), null, effect));
    }

    private static TimeLine drawn(List<Event> events, int omitted, LocalDate asOf) {
        List<@Nullable PartyCode> parties = new ArrayList<>();
        parties.add(null);
        events.stream()
                .map(Event::party)
                .filter(party -> party != null)
                .distinct()
                .forEach(parties::add);
        List<Lane> lanes = IntStream.range(0, parties.size())
                .mapToObj(i -> new Lane(parties.get(i), TOP + LANE / 2 + i * LANE))
                .toList();
        Scale scale = Scale.over(events, asOf);
        List<Point> points = IntStream.range(0, events.size())
                .mapToObj(i -> new Point(
                        i + 1,
                        scale.x(events.get(i).on()),
                        lanes.get(parties.indexOf(events.get(i).party())).y(),
                        events.get(i)))
                .toList();
        return new TimeLine(
                events, omitted, lanes, points, scale.ticks(), scale.x(asOf), TOP + lanes.size() * LANE + 10);
    }

    private record Scale(LocalDate first, LocalDate last) {

        static Scale over(List<Event> events, LocalDate asOf) {
            LocalDate first = events.get(0).on();
            LocalDate last = events.get(events.size() - 1).on();
            return new Scale(
                    (first.isBefore(asOf) ? first : asOf).minusDays(20),
                    (last.isAfter(asOf) ? last : asOf).plusDays(20));
        }

        int x(LocalDate day) {
            long whole = ChronoUnit.DAYS.between(first, last);
            return (int) (LEFT + (WIDTH - LEFT - RIGHT) * ChronoUnit.DAYS.between(first, day) / whole);
        }

        List<Tick> ticks() {
            int years = last.getYear() - first.getYear();
            int step = years / MOST_TICKS + 1;
            return IntStream.iterate(first.getYear() + 1, year -> year <= last.getYear(), year -> year + step)
                    .mapToObj(year -> new Tick(x(LocalDate.of(year, 1, 1)), year))
                    .toList();
        }
    }
}
