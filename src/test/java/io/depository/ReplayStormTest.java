package io.depository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.depository.testing.Digests;
import io.depository.testing.Embassy;
import io.depository.testing.Note;
import io.depository.testing.RunningDepository;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notifications, sent again and again by whatever channel: as many effects as there are of them, and as many
 * acknowledgements, each the same to the byte however often it is given. {@code -Dstorm.notes=100 -Dstorm.repeats=100000}
 * makes it a storm.
 */
class ReplayStormTest {

    private static final int REPEATS = Integer.getInteger("storm.repeats", 200);
    private static final int NOTES = Integer.getInteger("storm.notes", 20);
    private static final int A_STORM = 1000;
    private static final List<String> PARTIES = List.of("KG", "KZ", "BY", "TJ", "UZ");

    private final List<Embassy> embassies = new ArrayList<>();
    private final List<byte[]> notes = new ArrayList<>();

    /** The acknowledgements of each notification that were heard, by their digests, and how many there were. */
    private final Map<String, Set<String>> contents = new HashMap<>();

    private final Map<String, Integer> heard = new TreeMap<>();

    @Test
    void makesOneEffectAndOneAcknowledgementOfEachNotification() {
        long seed = Long.getLong("storm.seed", System.nanoTime());
        System.out.println("Storm of " + REPEATS + " repeats, seed " + seed);
        Random random = new Random(seed);
        Map<String, Integer> sent = new TreeMap<>();
        RunningDepository depository = REPEATS < A_STORM ? RunningDepository.shared() : RunningDepository.fresh();
        try {
            PARTIES.forEach(party -> embassies.add(depository.embassyOf(party)));
            embassies.forEach(embassy -> Embassy.CHANNELS.forEach(embassy::takes));
            Rows before = Rows.of(depository);
            for (int i = 0; i < NOTES; i++) {
                String party = PARTIES.get(i % PARTIES.size());
                notes.add(depository.sign(party, Note.bodiesOf(party)));
                send(i, i, channel(random), sent);
            }
            awaitAnswers(depository, NOTES);
            Rows once = Rows.of(depository);
            assertThat(once.minus(before)).isEqualTo(new Rows(NOTES, 0, NOTES, NOTES, NOTES, NOTES));
            long began = System.nanoTime();
            for (int i = 0; i < REPEATS; i++) {
                send(random.nextInt(NOTES), NOTES + i, channel(random), sent);
                if (i % 500 == 499) {
                    listen();
                }
            }
            awaitAnswers(depository, NOTES + REPEATS);
            System.out.println("Sent " + sent + ", answered " + heard + " in "
                    + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s");
            assertThat(Rows.of(depository).minus(once)).isEqualTo(new Rows(REPEATS, REPEATS, 0, 0, 0, 0));
            assertThat(heard).isEqualTo(sent);
            assertThat(contents).hasSize(NOTES);
            assertThat(contents.values()).as("contents of one acknowledgement").allMatch(texts -> texts.size() == 1);
        } finally {
            embassies.forEach(Embassy::close);
            if (REPEATS >= A_STORM) {
                depository.close();
            }
        }
    }

    /** What there is of everything that a repeat might make. */
    private record Rows(long arrivals, long repeats, long entries, long facts, long acknowledgements, long circulars) {

        static Rows of(RunningDepository depository) {
            return new Rows(
                    count(depository, "receipt"),
                    count(depository, "work where state = 'repeat'"),
                    count(depository, "entry where type = 'notification'"),
                    count(depository, "legal_fact"),
                    count(depository, "letter where type = 'acknowledgement'"),
                    count(depository, "letter where type = 'circular'"));
        }

        Rows minus(Rows earlier) {
            return new Rows(
                    arrivals - earlier.arrivals,
                    repeats - earlier.repeats,
                    entries - earlier.entries,
                    facts - earlier.facts,
                    acknowledgements - earlier.acknowledgements,
                    circulars - earlier.circulars);
        }
    }

    private static String channel(Random random) {
        int chance = random.nextInt(100);
        return chance < 85 ? "jms" : chance < 95 ? "file" : "mail";
    }

    private void send(int note, int number, String channel, Map<String, Integer> sent) {
        embassies.get(note % PARTIES.size()).sends(notes.get(note), channel, "note-" + number + ".jws");
        sent.merge(channel, 1, Integer::sum);
    }

    private void awaitAnswers(RunningDepository depository, int number) {
        await("all are answered")
                .atMost(Duration.ofSeconds(60L + number))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    listen();
                    return heard.values().stream().mapToInt(Integer::intValue).sum() >= number
                            && count(depository, "work where state = 'received'") == 0;
                });
    }

    private void listen() {
        for (Embassy embassy : embassies) {
            for (String channel : Embassy.CHANNELS) {
                for (String letter : embassy.takes(channel)) {
                    JsonNode json = JsonMapper.shared().readTree(letter);
                    if (json.path("type").asString("").equals("acknowledgement")) {
                        heard.merge(channel, 1, Integer::sum);
                        contents.computeIfAbsent(json.path("notificationSha256").asString(), unknown -> new HashSet<>())
                                .add(Digests.sha256(letter.getBytes(UTF_8)));
                    }
                }
            }
        }
    }

    private static long count(RunningDepository depository, String rows) {
        return depository
                .jdbc()
                .sql("select count(*) from " + rows)
                .query(Long.class)
                .single();
    }
}
