package io.depository.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The medians side by side, and what they are in proportion. */
record Table(Map<Contender, List<Lap>> laps) {

    private static final double GOAL_OF_PLAIN = 1.0;
    private static final double GOAL_OF_FLOOR = 0.25;

    String text() {
        StringBuilder text = new StringBuilder("\n");
        double whole = rate(WholeWay.class);
        line(text, "whole way", whole, "signed JSON by JMS, registered, acknowledged with its proof");
        for (Contender contender : laps.keySet()) {
            if (contender instanceof PlainRoute) {
                line(
                        text,
                        contender.title(),
                        median(contender, Lap::perSecond),
                        "transacted consumer, one INSERT a message");
            }
        }
        double floor = rate(Floor.class);
        line(text, "floor", floor, "batches of 200 from one session to one INSERT");
        ratio(text, "whole / plain route", whole / rate(PlainRoute.class), GOAL_OF_PLAIN);
        ratio(text, "whole / floor", whole / floor, GOAL_OF_FLOOR);
        Contender wholeWay = find(WholeWay.class);
        text.append(String.format(
                Locale.ROOT,
                "%nBeside the acknowledgements %,.0f circulars/s went out: %.0f %% of all were sent by then.%n",
                median(wholeWay, Lap::circularsPerSecond),
                100 * median(wholeWay, Lap::shareOfCirculars)));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, double rate, String what) {
        text.append(String.format(Locale.ROOT, "%-26s %,8.0f/s   %s%n", name, rate, what));
    }

    private static void ratio(StringBuilder text, String name, double ratio, double goal) {
        text.append(String.format(Locale.ROOT, "%-26s %8.2f     goal %.2f%n", name, ratio, goal));
    }

    /** The first of the kind: the baseline, where there are several. */
    private double rate(Class<? extends Contender> kind) {
        return median(find(kind), Lap::perSecond);
    }

    private Contender find(Class<? extends Contender> kind) {
        return laps.keySet().stream().filter(kind::isInstance).findFirst().orElseThrow();
    }

    private double median(Contender contender, ToDoubleFunction<Lap> figure) {
        double[] sorted = laps.getOrDefault(contender, List.of()).stream()
                .mapToDouble(figure)
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
