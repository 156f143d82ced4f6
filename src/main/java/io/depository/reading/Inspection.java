package io.depository.reading;

import io.depository.notification.Draft;
import io.depository.notification.Notification;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What staff see of an arrival beside what the rules say of it: the documents in it, and what may deceive the eye.
 *
 * @param attachments the readable attachments by their index, as in {@code /attachments/0}
 * @param lookAlikes words that may be read as others
 */
public record Inspection(SortedMap<Integer, Notification.Attachment> attachments, List<LookAlike> lookAlikes) {

    static Inspection of(Reading reading) {
        Draft draft = reading.draft();
        byte @Nullable [] payload = reading.payload();
        if (draft == null || payload == null) {
            return new Inspection(new TreeMap<>(), List.of());
        }
        return new Inspection(
                draft.attachments(), LookAlikes.in(JsonText.of(payload).root()));
    }
}
