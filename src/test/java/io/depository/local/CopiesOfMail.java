package io.depository.local;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mail that was sent when the process was killed may be sent once more: the same mail, once a kill. */
final class CopiesOfMail {

    private final KillLoopFigures figures;
    private final Map<String, Life> lives = new HashMap<>();

    private record Life(Instant from, Instant to) {}

    CopiesOfMail(JdbcClient database, KillLoopFigures figures) {
        this.figures = figures;
        database.sql("select wire_id, created_at, sent_at from delivery where channel = 'mail' and state = 'sent'")
                .query(row -> {
                    lives.put(
                            row.getString(1),
                            new Life(
                                    row.getTimestamp(2).toInstant(),
                                    row.getTimestamp(3).toInstant()));
                });
    }

    /** @param letters mails to one party that should be one */
    void judge(SoftAssertions softly, List<Heard> letters) {
        Map<String, List<Heard>> byMessageId = letters.stream().collect(groupingBy(Heard::wire));
        softly.assertThat(byMessageId).as("Message-IDs of one letter").hasSizeLessThanOrEqualTo(1);
        byMessageId.forEach((messageId, same) -> {
            Life life = lives.get(messageId.substring(1, messageId.indexOf('@')));
            softly.assertThat(life).as("delivery of " + messageId).isNotNull();
            if (life != null) {
                softly.assertThat((long) same.size())
                        .as("copies of " + messageId)
                        .isLessThanOrEqualTo(1 + figures.killsBetween(life.from(), life.to()));
            }
            softly.assertThat(same.stream().map(Heard::body).distinct())
                    .as("different mails under " + messageId)
                    .hasSize(1);
        });
    }
}
