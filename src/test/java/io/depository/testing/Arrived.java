package io.depository.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An arrival with what became of it.
 *
 * @param acknowledgement what was decided, in words; null where nothing was
 * @param answers how many deliveries of an answer it has
 */
public record Arrived(
        long receipt,
        String state,
        byte[] content,
        @Nullable String acknowledgement,
        long answers) {

    private static final Duration SOON = Duration.ofSeconds(120);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The codes of the errors in the acknowledgement. */
    public List<String> codes() {
        return acknowledgement == null
                ? List.of()
                : JSON.readTree(acknowledgement)
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("code").asString())
                        .toList();
    }

    /** Waits until the first arrival of these bytes by the channel is decided. */
    public static Arrived awaitDecided(RunningDepository depository, String channel, String digest) {
        await("arrival " + digest + " by " + channel)
                .atMost(SOON)
                .until(() -> list(depository, channel, digest).stream()
                        .anyMatch(arrived -> !arrived.state().equals("received")));
        return list(depository, channel, digest).get(0);
    }

    /** All arrivals of these bytes by the channel, in order. */
    public static List<Arrived> list(RunningDepository depository, String channel, String digest) {
        return depository
                .jdbc()
                .sql("""
                        select r.id, w.state, d.content, convert_from(l.body, 'UTF8') as body,
                               (select count(*) from delivery where occasion = r.id) as answers
                        from receipt r join document d using (digest, too_large) join work w on w.receipt_id = r.id
                        left join decision on decision.receipt_id = r.id
                        left join letter l on l.id = decision.acknowledgement
                        where r.channel = ? and r.digest = ? order by r.id""")
                .param(channel)
                .param(HexFormat.of().parseHex(digest))
                .query((row, number) -> new Arrived(
                        row.getLong("id"),
                        row.getString("state"),
                        row.getBytes("content"),
                        row.getString("body"),
                        row.getLong("answers")))
                .list();
    }
}
