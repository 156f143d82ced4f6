package io.depository.reading;

import io.depository.notification.Finding;
import io.depository.notification.Findings;
import io.depository.treaty.Bilingual;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.MimeUtil;
import org.jspecify.annotations.Nullable;

/**
 * Walks over a MIME message (RFC 2045-2049, read tolerantly) and takes out the parts that may be notifications. Where a
 * part of it is signed (RFC 8551), only what the signature covers is taken. Messages inside the message are passed over:
 * what somebody forwards is not what he says.
 */
final class MailReader {

    private static final int BEGINNING = 24 * 1024;

    private static final MimeConfig TOLERANT = MimeConfig.custom()
            .setStrictParsing(false)
            .setMaxLineLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxHeaderLen(Limits.MIME_HEADER_BYTES)
            .setMaxContentLen(-1)
            .build();

    private final Envelope.Builder envelope = new Envelope.Builder();
    private final List<Mail.Part> parts = new ArrayList<>();
    private int headerBytes;
    private int partCount;
    private boolean anySigned;

    private MailReader() {}

    /** Reads the message; never throws for what is in it. */
    static Mail read(byte[] raw) {
        MailReader reader = new MailReader();
        Finding defect = reader.findDefect(raw);
        List<Mail.Part> parts = reader.anySigned
                ? reader.parts.stream().filter(Mail.Part::signed).toList()
                : List.copyOf(reader.parts);
        return new Mail(reader.envelope.build(), parts, defect);
    }

    private @Nullable Finding findDefect(byte[] raw) {
        try {
            walk(raw, 0, false);
            return null;
        } catch (LimitExceeded | MaxHeaderLengthLimitException | MaxHeaderLimitException tooMuch) {
            return Findings.tooLarge(
                    tooMuch instanceof LimitExceeded limit
                            ? limit.what
                            : new Bilingual("заголовки письма больше 200 КБ", "the mail's headers exceed 200 KB"));
        } catch (IOException | MimeException broken) {
            return Findings.unreadableMail(new Bilingual("его строение MIME нарушено", "its MIME structure is broken"));
        }
    }

    private void walk(byte[] raw, int depthAbove, boolean covered) throws IOException, MimeException, LimitExceeded {
        MimeTokenStream stream = new MimeTokenStream(TOLERANT);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(new ByteArrayInputStream(raw));
        Deque<Level> levels = new ArrayDeque<>();
        PartHeader header = new PartHeader();
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = next(stream)) {
            switch (state) {
                case T_START_BODYPART -> {
                    levels.element().children++;
                    countPart();
                    header = new PartHeader();
                }
                case T_FIELD -> field(stream.getField(), levels.isEmpty() && depthAbove == 0, header);
                case T_START_MULTIPART -> {
                    boolean signs = "multipart/signed"
                            .equalsIgnoreCase(stream.getBodyDescriptor().getMimeType());
                    anySigned |= signs;
                    levels.push(new Level(signs, isCovered(levels, covered)));
                    if (depthAbove + levels.size() > Limits.MIME_DEPTH) {
                        throw new LimitExceeded("части письма вложены глубже 8", "parts nested deeper than 8 levels");
                    }
                }
                case T_END_MULTIPART -> levels.pop();
                case T_BODY -> body(stream, header, depthAbove + levels.size(), isCovered(levels, covered));
                default -> {
                    // preamble, epilogue and ends say nothing
                }
            }
        }
    }

    /** The library meets mail that it was not made for now and then; to the sender that is a broken message. */
    private static EntityState next(MimeTokenStream stream) throws IOException, MimeException {
        try {
            return stream.next();
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException broken) {
            throw new MimeException(broken);
        }
    }

    /** Of a signed pair the first part is what is signed. */
    private static boolean isCovered(Deque<Level> levels, boolean covered) {
        Level level = levels.peek();
        return level == null ? covered : level.covered || (level.signs && level.children == 1);
    }

    private void countPart() throws LimitExceeded {
        partCount++;
        if (partCount > Limits.MIME_PARTS) {
            throw new LimitExceeded("в письме больше 100 частей", "more than 100 parts");
        }
    }

    private void field(Field field, boolean outermost, PartHeader header) throws LimitExceeded {
        headerBytes += field.getRaw() == null ? 0 : field.getRaw().length();
        if (headerBytes > Limits.MIME_HEADER_BYTES) {
            throw new LimitExceeded("заголовки письма больше 200 КБ", "the mail's headers exceed 200 KB");
        }
        if (outermost) {
            envelope.add(field);
        }
        header.add(field);
    }

    private void body(MimeTokenStream stream, PartHeader header, int depth, boolean covered)
            throws IOException, MimeException, LimitExceeded {
        BodyDescriptor descriptor = stream.getBodyDescriptor();
        String type =
                descriptor.getMimeType() == null ? "" : descriptor.getMimeType().toLowerCase(Locale.ROOT);
        InputStream decoded = stream.getDecodedInputStream();
        if (type.equals("application/pkcs7-mime") || type.equals("application/x-pkcs7-mime")) {
            byte[] signed = SignedData.findContent(decoded.readAllBytes()).orElse(null);
            if (signed != null) {
                anySigned = true;
                if (depth + 1 > Limits.MIME_DEPTH) {
                    throw new LimitExceeded("части письма вложены глубже 8", "parts nested deeper than 8 levels");
                }
                walk(signed, depth + 1, true);
            }
            return;
        }
        if (type.startsWith("message/")) {
            return;
        }
        boolean declared = isDeclared(type) || header.isNamedLikeOne();
        byte[] beginning = decoded.readNBytes(BEGINNING);
        if (declared || Recognition.mayBeNotification(beginning)) {
            ByteArrayOutputStream content = new ByteArrayOutputStream(beginning.length);
            content.write(beginning);
            decoded.transferTo(content);
            boolean ended = depth == 0 && !MimeUtil.isBase64Encoding(descriptor.getTransferEncoding());
            parts.add(new Mail.Part(content.toByteArray(), declared, ended, covered));
        }
    }

    private static boolean isDeclared(String type) {
        return type.equals("application/json") || type.equals("application/jose") || type.endsWith("+json");
    }

    private static final class Level {
        private final boolean signs;
        private final boolean covered;
        private int children;

        Level(boolean signs, boolean covered) {
            this.signs = signs;
            this.covered = covered;
        }
    }

    /** Whether a part's header names it {@code .json}, {@code .jws} or {@code .jose}. */
    private static final class PartHeader {

        private static final int LONGEST = 4_000;

        private boolean named;

        void add(Field field) {
            String name = field.getName().trim();
            String body = field.getBody() == null ? "" : field.getBody();
            if (name.equalsIgnoreCase("content-disposition") || name.equalsIgnoreCase("content-type")) {
                String beginning = body.substring(0, Math.min(body.length(), LONGEST));
                for (String parameter : beginning.toLowerCase(Locale.ROOT).split(";", -1)) {
                    named |= isName(parameter.strip());
                }
            }
        }

        private static boolean isName(String parameter) {
            String value = parameter.endsWith("\"") ? parameter.substring(0, parameter.length() - 1) : parameter;
            return (parameter.startsWith("name") || parameter.startsWith("filename"))
                    && (value.endsWith(".json") || value.endsWith(".jws") || value.endsWith(".jose"));
        }

        boolean isNamedLikeOne() {
            return named;
        }
    }

    private static final class LimitExceeded extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Bilingual what;

        LimitExceeded(String ru, String en) {
            super(en, null, false, false);
            this.what = new Bilingual(ru, en);
        }
    }
}
