package io.depository.routing;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A receipt as it lies in the database, with its document. */
record StoredReceipt(
        long id,
        String channel,
        String channelKey,
        String channelParty,
        String account,
        byte[] digest,
        boolean tooLarge,
        Instant receivedAt,
        String correlation,
        String evidence,
        long size,
        byte[] content,
        String state) {

    /** All receipts, in the order in which they were stored. */
    static List<StoredReceipt> all(JdbcClient database) {
        return database.sql(
                        "select r.*, d.size, d.content, w.state from receipt r join document d using (digest, too_large)"
                                + " join work w on w.receipt_id = r.id order by r.id")
                .query((row, number) -> new StoredReceipt(
                        row.getLong("id"),
                        row.getString("channel"),
                        row.getString("channel_key"),
                        row.getString("channel_party"),
                        row.getString("account"),
                        row.getBytes("digest"),
                        row.getBoolean("too_large"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("correlation"),
                        row.getString("evidence"),
                        row.getLong("size"),
                        row.getBytes("content"),
                        row.getString("state")))
                .list();
    }
}
