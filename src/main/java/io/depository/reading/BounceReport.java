package io.depository.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers, part by part, what a delivery status notification says (RFC 3464) and which mail came back. */
final class BounceReport {

    private static final int MOST = 64 * 1024;
    private static final Pattern FIELD = Pattern.compile("(?m)^([A-Za-z-]+):[ \\t]*(.*(?:\\r?\\n[ \\t].*)*)");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[\\x21-\\x7e&&[^<>]]{1,250}>");
    private static final Set<String> TOLD = Set.of("final-recipient", "status", "diagnostic-code");

    private final Set<String> reasons = new LinkedHashSet<>();
    private boolean failed;
    private @Nullable String messageId;

    /** Whether a part of that type belongs to a report. */
    static boolean concerns(String type) {
        return type.startsWith("message/") || type.equals("text/rfc822-headers");
    }

    void part(String type, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(MOST);
        if (type.endsWith("delivery-status")) {
            status(text(bytes));
        } else if (messageId == null) {
            messageId = messageIdIn(text(bytes));
        }
    }

    private void status(String report) {
        Matcher fields = FIELD.matcher(report);
        while (fields.find()) {
            String name = fields.group(1).toLowerCase(Locale.ROOT);
            String value = fields.group(2).replaceAll("\\s+", " ").strip();
            failed |= name.equals("action") && value.equalsIgnoreCase("failed");
            if (TOLD.contains(name)) {
                reasons.add(value);
            }
        }
    }

    private static @Nullable String messageIdIn(String message) {
        int end = message.replace("\r\n", "\n").indexOf("\n\n");
        Matcher fields =
                FIELD.matcher(end < 0 ? message : message.replace("\r\n", "\n").substring(0, end));
        while (fields.find()) {
            Matcher id = MESSAGE_ID.matcher(fields.group(2));
            if (fields.group(1).equalsIgnoreCase("Message-ID") && id.find()) {
                return id.group();
            }
        }
        return null;
    }

    /** What came back; null where nothing did. */
    @Nullable
    Bounce build() {
        return failed && messageId != null ? new Bounce(messageId, String.join("; ", reasons)) : null;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
