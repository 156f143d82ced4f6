package io.depository.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.MimeUtil;

/**
 * What the outermost header of a mail says of where it came from, for people to look at. Evidence and nothing more: anybody
 * can write these, except where a mail server that people trust put {@code Authentication-Results} (RFC 8601) on top, and
 * even then a domain is no state. Nothing is decided by it.
 *
 * @param from as the mail says, decoded
 * @param subject decoded
 * @param authenticationResults what servers wrote of SPF, DKIM and DMARC, the latest first
 * @param dkimSignatures the domain and selector of each signature, unverified
 * @param received the stations on its way, the latest first
 */
public record MailEvidence(
        List<String> from,
        List<String> subject,
        List<String> authenticationResults,
        List<String> dkimSignatures,
        List<String> received) {

    private static final int LONGEST = 900;
    private static final int MOST = 20;

    private static final MimeConfig TOLERANT = MimeConfig.custom()
            .setStrictParsing(false)
            .setMaxLineLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxHeaderLen(-1)
            .build();

    /** Reads the header, as far as it can be read; never throws for what is in it. */
    public static MailEvidence of(byte[] raw) {
        MailEvidence found = new MailEvidence(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        MimeTokenStream stream = new MimeTokenStream(TOLERANT);
        stream.setRecursionMode(RecursionMode.M_FLAT);
        try {
            stream.parse(new ByteArrayInputStream(raw));
            for (EntityState state = stream.getState();
                    state != EntityState.T_END_HEADER && state != EntityState.T_END_OF_STREAM;
                    state = stream.next()) {
                if (state == EntityState.T_FIELD) {
                    found.add(stream.getField());
                }
            }
        } catch (IOException | MimeException | RuntimeException endOfWhatIsReadable) {
            return found; // what came before it stands
        }
        return found;
    }

    private void add(Field field) {
        String body =
                field.getBody() == null ? "" : MimeUtil.unfold(field.getBody()).trim();
        switch (field.getName().trim().toLowerCase(Locale.ROOT)) {
            case "from" -> add(from, DecoderUtil.decodeEncodedWords(body, StandardCharsets.UTF_8));
            case "subject" -> add(subject, DecoderUtil.decodeEncodedWords(body, StandardCharsets.UTF_8));
            case "authentication-results" -> add(authenticationResults, body);
            case "dkim-signature" -> add(dkimSignatures, tags(body));
            case "received" -> add(received, body);
            default -> {
                // says nothing of where it came from
            }
        }
    }

    private static void add(List<String> list, String text) {
        if (list.size() < MOST) {
            list.add(Characters.clean(text.replaceAll("\\p{Cf}", ""), LONGEST)); // nothing that turns a line around
        }
    }

    /** Domain and selector (RFC 6376 §3.5). */
    private static String tags(String body) {
        List<String> tags = new ArrayList<>();
        for (String tag : body.split(";")) {
            String trimmed = tag.trim();
            if (trimmed.startsWith("d=") || trimmed.startsWith("s=")) {
                tags.add(trimmed);
            }
        }
        return String.join("; ", tags);
    }
}
