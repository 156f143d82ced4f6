package io.depository.local;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every arrival that a transport accepted is stored once, with a time of receipt at which it was sent; every notification
 * is decided, once by each authority that vouched for it.
 */
final class JudgedArrivals {

    /** By how much a file system's clock may be behind: it ticks, some hundred times a second. */
    private static final long TICK_MILLIS = 20;

    private final List<Ministries.Try> tries;
    private final List<Receipt> receipts;
    private final List<Decision> decisions;
    private final JdbcClient database;

    record Receipt(long id, String channel, String party, String correlation, String digest, Instant receivedAt) {}

    private record Decision(String identity, int weight, String outcome) {}

    JudgedArrivals(JdbcClient database, List<Ministries.Try> tries) {
        this.database = database;
        this.tries = tries;
        this.receipts = receipts(database);
        this.decisions = database.sql("select speaker, notification_digest, weight, outcome from decision")
                .query((row, number) -> new Decision(
                        row.getString(1) + " " + HexFormat.of().formatHex(row.getBytes(2)),
                        row.getInt(3),
                        row.getString(4)))
                .list();
    }

    static List<Receipt> receipts(JdbcClient database) {
        return database.sql("select id, channel, channel_party, correlation, digest, received_at from receipt")
                .query((row, number) -> new Receipt(
                        row.getLong(1),
                        row.getString(2),
                        String.valueOf(row.getString(3)),
                        row.getString(4),
                        HexFormat.of().formatHex(row.getBytes(5)),
                        row.getTimestamp(6).toInstant()))
                .list();
    }

    void judge() {
        SoftAssertions.assertSoftly(softly -> {
            judgeReceipts(softly);
            judgeDecisions(softly);
            judgeContests(softly);
            softly.assertThat(database.sql("select receipt_id, state, cause from work"
                                    + " where state not in ('registered', 'returned', 'under-review', 'repeat')")
                            .query()
                            .listOfRows())
                    .as("arrivals that are not dealt with")
                    .isEmpty();
        });
    }

    private void judgeReceipts(SoftAssertions softly) {
        Map<String, List<Receipt>> byName =
                receipts.stream().collect(groupingBy(one -> one.channel() + " " + one.correlation()));
        for (Ministries.Try one : tries.stream().filter(Ministries.Try::taken).toList()) {
            String channel = one.sending().way().channel();
            List<Receipt> stored = byName.remove(channel + " " + one.correlation());
            softly.assertThat(stored).as("receipts of " + describe(one)).hasSize(1);
            if (stored != null) {
                judgeReceipt(softly, one, stored.get(0));
            }
        }
        Map<String, List<Ministries.Try>> failed = tries.stream()
                .filter(one -> !one.taken())
                .collect(groupingBy(one -> one.sending().notice().sha256()));
        // What remains was taken from a sender who never heard of it, and sent it again.
        for (Receipt receipt : byName.values().stream().flatMap(List::stream).toList()) {
            List<Ministries.Try> possible = failed.getOrDefault(receipt.digest(), List.of());
            softly.assertThat(possible)
                    .as("tries that " + receipt + " may have come from")
                    .anyMatch(one -> isWithin(one, receipt.receivedAt()));
        }
    }

    private static void judgeReceipt(SoftAssertions softly, Ministries.Try one, Receipt receipt) {
        boolean mail = receipt.channel().equals("mail");
        if (!mail) {
            softly.assertThat(receipt.digest())
                    .as("digest of " + describe(one))
                    .isEqualTo(one.sending().notice().sha256());
        }
        softly.assertThat(receipt.party())
                .as("party of " + describe(one))
                .isEqualTo(mail ? "null" : one.sending().notice().party());
        softly.assertThat(isWithin(one, receipt.receivedAt()))
                .as("%s was received at %s", describe(one), receipt.receivedAt())
                .isTrue();
    }

    /** As far as the transport's clock can say: mail is dated to the second. */
    static boolean isWithin(Ministries.Try one, Instant receivedAt) {
        Instant from = switch (one.sending().way()) {
            case MAIL -> one.from().truncatedTo(ChronoUnit.SECONDS);
            case FILE -> one.from().minusMillis(TICK_MILLIS);
            default -> one.from().truncatedTo(ChronoUnit.MILLIS);
        };
        return !receivedAt.isBefore(from) && !receivedAt.isAfter(one.to());
    }

    private void judgeDecisions(SoftAssertions softly) {
        Map<String, List<Decision>> byIdentity = decisions.stream().collect(groupingBy(Decision::identity));
        Map<String, List<Ministries.Try>> sent =
                tries.stream().filter(Ministries.Try::taken).collect(groupingBy(JudgedArrivals::identity));
        softly.assertThat(byIdentity.keySet())
                .as("notifications decided and sent")
                .isEqualTo(sent.keySet());
        sent.forEach((identity, arrivals) -> {
            Notice notice = arrivals.get(0).sending().notice();
            List<Decision> made = byIdentity.getOrDefault(identity, List.of());
            List<Integer> weights = made.stream().map(Decision::weight).toList();
            softly.assertThat(weights)
                    .as("weights of the decisions on " + identity)
                    .doesNotHaveDuplicates()
                    .contains(arrivals.stream()
                            .mapToInt(JudgedArrivals::weight)
                            .max()
                            .orElse(0))
                    .hasSizeLessThanOrEqualTo(notice.signed() ? 1 : 2);
            softly.assertThat(made)
                    .as("outcomes of " + notice.fate() + " " + identity)
                    .allMatch(decision -> notice.fate().allows(decision.outcome()));
        });
    }

    private void judgeContests(SoftAssertions softly) {
        Set<String> registered = decisions.stream()
                .filter(decision -> decision.outcome().equals("registered"))
                .map(Decision::identity)
                .collect(toSet());
        tries.stream()
                .filter(one -> one.taken() && !one.sending().notice().contest().isEmpty())
                .collect(groupingBy(one -> one.sending().notice().contest()))
                .forEach((contest, rivals) -> softly.assertThat(rivals.stream()
                                .map(JudgedArrivals::identity)
                                .distinct()
                                .filter(registered::contains))
                        .as("registered of " + contest)
                        .hasSize(1));
    }

    private static int weight(Ministries.Try one) {
        if (one.sending().notice().signed()) {
            return 2;
        }
        return one.sending().way() == Sending.Way.MAIL ? 0 : 1;
    }

    private static String identity(Ministries.Try one) {
        return one.sending().notice().party() + " " + one.sending().notice().sha256();
    }

    static String describe(Ministries.Try one) {
        return "sending " + one.sending().number() + " of "
                + one.sending().notice().party() + " by " + one.sending().way() + " as " + one.correlation() + " from "
                + one.from() + " to " + one.to();
    }
}
