package io.depository.local;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Every arrival is answered on its channel, and all answers to the same notification are the same bytes. */
final class JudgedAnswers {

    private final JdbcClient database;
    private final List<JudgedArrivals.Receipt> receipts;
    private final Map<String, List<Ministries.Try>> taken;
    private final List<Heard> answers;
    private final CopiesOfMail copies;

    JudgedAnswers(JdbcClient database, List<Ministries.Try> tries, List<Heard> letters, KillLoopFigures figures) {
        this.database = database;
        this.receipts = JudgedArrivals.receipts(database);
        this.taken = tries.stream()
                .filter(Ministries.Try::taken)
                .collect(groupingBy(one -> one.sending().way().channel() + " " + one.correlation()));
        this.answers = letters.stream().filter(Heard::isAcknowledgement).toList();
        this.copies = new CopiesOfMail(database, figures);
    }

    void judge() {
        SoftAssertions.assertSoftly(softly -> {
            Map<String, List<Heard>> byArrival = answers.stream().collect(groupingBy(JudgedAnswers::arrival));
            Map<String, List<Heard>> byNotice = new HashMap<>();
            for (JudgedArrivals.Receipt receipt : receipts) {
                List<Heard> found = byArrival.remove(nameOf(receipt));
                List<Heard> heard = found == null ? List.of() : found;
                judgeArrival(softly, receipt, heard);
                byNotice.computeIfAbsent(identity(receipt, heard), one -> new ArrayList<>())
                        .addAll(heard);
            }
            softly.assertThat(byArrival).as("answers to nothing").isEmpty();
            byNotice.forEach((notice, heard) -> judgeNotice(softly, notice, heard));
            softly.assertThat(database.sql("select id, letter_id, state from delivery where state <> 'sent'")
                            .query()
                            .listOfRows())
                    .as("letters that did not go out")
                    .isEmpty();
        });
    }

    private void judgeArrival(SoftAssertions softly, JudgedArrivals.Receipt receipt, List<Heard> heard) {
        softly.assertThat(heard).as("answers to " + receipt).isNotEmpty();
        softly.assertThat(heard.stream().map(Heard::body).distinct())
                .as("different answers to one arrival, " + receipt)
                .hasSizeLessThanOrEqualTo(1);
        if (receipt.channel().equals("mail")) {
            copies.judge(softly, heard);
        } else {
            softly.assertThat(heard).as("answers to " + receipt).hasSize(1);
            softly.assertThat(heard)
                    .allMatch(answer -> answer.party().equals(receipt.party())
                            && identityIn(answer.json()).equals(receipt.digest()));
        }
        List<Ministries.Try> sent = taken.getOrDefault(receipt.channel() + " " + receipt.correlation(), List.of());
        for (Ministries.Try one : sent) {
            Notice notice = one.sending().notice();
            softly.assertThat(heard)
                    .as("answers to " + JudgedArrivals.describe(one))
                    .allMatch(answer -> answer.party().equals(notice.party())
                            && identityIn(answer.json()).equals(notice.sha256())
                            && notice.fate().allows(answer.json().get("outcome").asString()));
        }
    }

    private String identity(JudgedArrivals.Receipt receipt, List<Heard> heard) {
        return heard.isEmpty() ? receipt.digest() : identityIn(heard.get(0).json());
    }

    /** One decision, one answer; and it bears the time of one of the arrivals. */
    private void judgeNotice(SoftAssertions softly, String identity, List<Heard> heard) {
        Map<String, String> byId = heard.stream().collect(toMap(one -> text(one, "id"), Heard::body, (one, other) -> {
            softly.assertThat(other).as("answers of one id to " + identity).isEqualTo(one);
            return one;
        }));
        int decisions = database.sql("select count(*) from decision where acknowledgement = any (?)")
                .param(byId.keySet().toArray(String[]::new))
                .query(Integer.class)
                .single();
        softly.assertThat(byId).as("answers to " + identity).hasSize(decisions);
        boolean signed = taken.values().stream()
                .flatMap(List::stream)
                .map(one -> one.sending().notice())
                .anyMatch(notice -> notice.signed() && notice.sha256().equals(identity));
        if (signed) {
            softly.assertThat(byId).as("answers to the signed " + identity).hasSize(1);
        }
        List<Instant> possible = receipts.stream()
                .filter(receipt -> heard.stream().anyMatch(one -> arrival(one).equals(nameOf(receipt))))
                .map(receipt -> receipt.receivedAt().truncatedTo(ChronoUnit.MILLIS))
                .toList();
        softly.assertThat(heard)
                .as("times of receipt in answers to " + identity)
                .allMatch(one -> possible.contains(Instant.parse(text(one, "receivedAt"))));
    }

    private static String nameOf(JudgedArrivals.Receipt receipt) {
        return receipt.channel() + " "
                + (receipt.channel().equals("file") ? String.valueOf(receipt.id()) : receipt.correlation());
    }

    /** What it answers: a file's name ends in the number of the receipt. */
    private static String arrival(Heard answer) {
        String wire = answer.wire();
        return answer.channel() + " "
                + (answer.channel().equals("file")
                        ? wire.substring(wire.lastIndexOf('-') + 1, wire.lastIndexOf('.'))
                        : answer.inReplyTo());
    }

    private static String identityIn(JsonNode acknowledgement) {
        JsonNode notification = acknowledgement.get("notificationSha256");
        return (notification == null ? acknowledgement.get("sha256") : notification).asString();
    }

    private static String text(Heard letter, String field) {
        return letter.json().get(field).asString();
    }
}
