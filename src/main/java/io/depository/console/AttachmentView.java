package io.depository.console;

import io.depository.notification.Notification;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A document in a notification, as a list shows it.
 *
 * @param index its place, as in {@code /attachments/0}
 * @param fileName the name that its sender gave it: text, which names nothing here
 * @param size of the content, in bytes
 * @param sha256 of the content as it is, whatever the sender states
 */
record AttachmentView(int index, String fileName, String mediaType, long size, String sha256) {

    static List<AttachmentView> all(Map<Integer, Notification.Attachment> attachments) {
        return attachments.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static AttachmentView of(int index, Notification.Attachment attachment) {
        return new AttachmentView(
                index,
                attachment.fileName(),
                attachment.mediaType(),
                attachment.content().length,
                HexFormat.of().formatHex(digest(attachment.content())));
    }

    static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one says not", e);
        }
    }
}
