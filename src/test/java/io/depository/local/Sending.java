package io.depository.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * That a ministry sends a notice at some moment in some way.
 *
 * @param number names it
 * @param at how long after the beginning
 * @param repeats whether the same bytes are sent by another sending too, planned earlier
 */
record Sending(int number, Duration at, Way way, Notice notice, boolean repeats) {

    /** By what a notice travels, and what the register calls that channel. */
    enum Way {
        CORE("jms"),
        AMQP("jms"),
        FILE("file"),
        MAIL("mail");

        private final String channel;

        Way(String channel) {
            this.channel = channel;
        }

        String channel() {
            return channel;
        }
    }

    /**
     * A plan of that many sendings, spread over that time: completions in the middle, and a fifth of all repeats what was
     * sent before, in the same or another way.
     */
    static List<Sending> plan(Random random, NoticeBook book, Duration length, int count) {
        long[] moments = random.longs(count, 0, length.toMillis()).sorted().toArray();
        List<Notice> completions = new ArrayList<>(book.completions());
        List<Notice> drawn = new ArrayList<>();
        List<Sending> plan = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            boolean repeats = number > 0 && random.nextInt(5) == 0;
            Notice notice;
            if (repeats) {
                notice = plan.get(random.nextInt(number)).notice();
            } else if (number > count / 4 && number % 8 == 0 && !completions.isEmpty()) {
                notice = completions.remove(0);
            } else {
                if (drawn.isEmpty()) {
                    drawn.addAll(book.draw());
                }
                notice = drawn.remove(0);
            }
            plan.add(new Sending(number, Duration.ofMillis(moments[number]), way(random, notice), notice, repeats));
        }
        return plan;
    }

    private static Way way(Random random, Notice notice) {
        return Way.values()[random.nextInt(notice.forMail() ? Way.values().length : Way.values().length - 1)];
    }
}
