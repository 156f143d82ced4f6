package io.depository.local;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.depository.treaty.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Every circular has a number of its own and none is missing; every state that is to be told has each of them by each
 * channel, once and in order; and no letter tells a date that the agreement does not say in the end.
 */
final class JudgedCirculars {

    private static final String STRANGER = "DE";
    private static final Set<String> BESIDE_ANOTHER = Set.of("threshold-reached", "threshold-lost", "correction");

    private final List<Heard> letters;
    private final RegisterAsSeen register;
    private final CopiesOfMail copies;

    /** Each circular by its number in the year. */
    private final Map<Integer, JsonNode> circulars = new TreeMap<>();

    JudgedCirculars(JdbcClient database, List<Heard> letters, KillLoopFigures figures, RegisterAsSeen register) {
        this.letters = letters;
        this.register = register;
        this.copies = new CopiesOfMail(database, figures);
        letters.stream()
                .filter(letter -> !letter.isAcknowledgement())
                .forEach(letter -> circulars.put(number(letter), letter.json()));
    }

    void judge() {
        SoftAssertions.assertSoftly(softly -> {
            judgeNumbers(softly);
            judgeRecipients(softly);
            judgeEntries(softly);
            judgeEffects(softly);
        });
    }

    private void judgeNumbers(SoftAssertions softly) {
        softly.assertThat(circulars.keySet())
                .as("numbers of circulars")
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, circulars.size()).boxed().toList());
        letters.stream()
                .filter(letter -> !letter.isAcknowledgement())
                .collect(groupingBy(JudgedCirculars::number, mapping(Heard::body, toSet())))
                .forEach((number, bodies) -> softly.assertThat(bodies)
                        .as("bodies of circular " + number)
                        .hasSize(1));
    }

    private void judgeRecipients(SoftAssertions softly) {
        Map<String, List<Heard>> byLane = letters.stream()
                .filter(letter -> !letter.isAcknowledgement())
                .collect(groupingBy(letter -> letter.channel() + " to " + letter.party()));
        Set<String> lanes = new TreeSet<>();
        for (DemoState state : DemoState.ALL) {
            if (!state.party().value().equals(STRANGER)) {
                List.of("jms", "file", "mail").forEach(channel -> lanes.add(channel + " to " + state.party()));
            }
        }
        softly.assertThat(byLane.keySet()).as("who was told").isEqualTo(lanes);
        byLane.forEach((lane, heard) -> {
            List<Integer> numbers =
                    new ArrayList<>(heard.stream().map(JudgedCirculars::number).toList());
            if (lane.startsWith("mail")) {
                heard.stream()
                        .collect(groupingBy(JudgedCirculars::number))
                        .values()
                        .forEach(same -> copies.judge(softly, same));
                numbers = new ArrayList<>(new LinkedHashSet<>(numbers));
            } else if (lane.startsWith("file")) {
                // A folder has no order of its own.
                numbers.sort(Comparator.naturalOrder());
            }
            softly.assertThat(numbers)
                    .as("circulars by " + lane + ", in the order of their coming")
                    .containsExactlyElementsOf(circulars.keySet());
        });
    }

    /** An entry makes one circular of its own, and the threshold one besides. */
    private void judgeEntries(SoftAssertions softly) {
        Map<Long, Long> own = circulars.values().stream()
                .filter(circular ->
                        !BESIDE_ANOTHER.contains(circular.get("kind").asString()))
                .collect(groupingBy(circular -> circular.get("entry").asLong(), counting()));
        Map<Long, Long> expected = register.entries().stream()
                .filter(RegisterAsSeen.Entry::isNotification)
                .collect(toMap(RegisterAsSeen.Entry::index, entry -> 1L));
        softly.assertThat(own).as("circulars of each entry").isEqualTo(expected);
        softly.assertThat(circulars.values().stream()
                        .filter(circular -> circular.get("kind").asString().equals("threshold-reached")))
                .as("circulars that tell of the threshold")
                .hasSize(1);
    }

    private void judgeEffects(SoftAssertions softly) {
        Map<String, String> now = new TreeMap<>();
        register.agreement().get("effects").forEach(effect -> now.put(name(effect), days(effect)));
        Map<String, String> replayed = new TreeMap<>();
        for (Effect effect : register.replayed().effects()) {
            replayed.put(
                    effect.kind().wireName() + " " + (effect.party() == null ? "" : effect.party()),
                    effect.on() + " " + effect.alternative());
        }
        softly.assertThat(now).as("effects as shown and as replayed").isEqualTo(replayed);
        softly.assertThat(now.keySet()).anyMatch(name -> name.startsWith("entry-into-force "));
        boolean corrected = circulars.values().stream()
                .anyMatch(circular -> circular.get("kind").asString().equals("correction"));
        softly.assertThat(corrected).as("a date that was told has moved").isFalse();
        Map<String, JsonNode> told = new HashMap<>();
        letters.forEach(letter -> told.put(letter.body(), letter.json()));
        told.values()
                .forEach(letter -> letter.path("effects").forEach(effect -> {
                    if (now.containsKey(name(effect)) && !effect.get("on").isNull()) {
                        softly.assertThat(days(effect))
                                .as(name(effect) + " in " + letter.get("id").asString())
                                .isEqualTo(now.get(name(effect)));
                    }
                }));
    }

    private static String name(JsonNode effect) {
        return effect.get("effect").asString() + " " + effect.path("party").asString("");
    }

    private static String days(JsonNode effect) {
        String alternative = effect.path("alternative").asString("null");
        return (effect.get("on").isNull() ? "null" : effect.get("on").asString()) + " " + alternative;
    }

    private static int number(Heard circular) {
        String number = circular.json().get("number").asString();
        return Integer.parseInt(number.substring(number.indexOf('/') + 1));
    }
}
