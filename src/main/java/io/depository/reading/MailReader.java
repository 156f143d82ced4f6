package io.depository.reading;

import io.depository.notification.Finding;
import io.depository.notification.Findings;
import io.depository.treaty.Bilingual;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
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
    private final BounceReport bounce = new BounceReport();
    private final List<Mail.Part> parts = new ArrayList<>();
    private final CmsCheck signatures;
    private final Instant receivedAt;
    private final Queue<Entity> waiting = new ArrayDeque<>();
    private int headerBytes;
    private int partCount;
    private boolean anySigned;

    private MailReader(CmsCheck signatures, Instant receivedAt) {
        this.signatures = signatures;
        this.receivedAt = receivedAt;
    }

    /** Something to be walked over: the message, or what was signed in it, as it was signed. */
    private record Entity(byte[] bytes, int depth, Cover cover) {}

    /** Reads the message, its signatures as of the instant of receipt; never throws for what is in it. */
    static Mail read(byte[] raw, CmsCheck signatures, Instant receivedAt) {
        MailReader reader = new MailReader(signatures, receivedAt);
        Finding defect = reader.findDefect(raw);
        List<Mail.Part> parts = reader.anySigned
                ? reader.parts.stream().filter(part -> part.cover().signed()).toList()
                : List.copyOf(reader.parts);
        return new Mail(reader.envelope.build(), parts, reader.bounce.build(), defect);
    }

    private @Nullable Finding findDefect(byte[] raw) {
        try {
            // What is signed waits its turn, so that of a message signed many times over only one layer is held at a
            // time.
            for (Entity next = new Entity(raw, 0, Cover.NONE); next != null; next = waiting.poll()) {
                walk(next);
            }
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

    private void walk(Entity entity) throws IOException, MimeException, LimitExceeded {
        if (entity.cover.signed() && Recognition.mayBeNotification(entity.bytes)) {
            parts.add(new Mail.Part(entity.bytes, false, false, entity.cover)); // signed without a header of its own
            return;
        }
        MimeTokenStream stream = new MimeTokenStream(TOLERANT);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(new ByteArrayInputStream(entity.bytes));
        int depth = entity.depth;
        PartHeader header = new PartHeader();
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = next(stream)) {
            switch (state) {
                case T_START_BODYPART -> {
                    countPart();
                    header = new PartHeader();
                }
                case T_FIELD -> field(stream.getField(), depth == 0, header);
                case T_END_HEADER ->
                    // a signed pair is taken whole, for its bytes matter as they were written
                    stream.setRecursionMode(header.isSignedPair() ? RecursionMode.M_FLAT : RecursionMode.M_NO_RECURSE);
                case T_START_MULTIPART -> {
                    depth++;
                    requireDepth(depth);
                    if (isSignedPair(stream)) {
                        throw new MimeException("A signed pair under a header that can be read in two ways");
                    }
                }
                case T_END_MULTIPART -> depth--;
                case T_BODY -> {
                    if (header.isSignedPair()) {
                        signedPair(stream, header, depth + 1, entity.cover);
                    } else {
                        body(stream, header, depth, entity.cover);
                    }
                }
                default -> {
                    // preamble, epilogue and ends say nothing
                }
            }
        }
    }

    private static boolean isSignedPair(MimeTokenStream stream) {
        return "multipart/signed".equalsIgnoreCase(stream.getBodyDescriptor().getMimeType());
    }

    private void signedPair(MimeTokenStream stream, PartHeader header, int depth, Cover cover)
            throws IOException, MimeException, LimitExceeded {
        requireDepth(depth);
        String boundary = stream.getBodyDescriptor().getBoundary();
        if (!isSignedPair(stream) || boundary == null) {
            throw new MimeException("A signed pair without a boundary");
        }
        SignedPair pair = SignedPair.find(stream.getInputStream().readAllBytes(), boundary)
                .orElseThrow(() -> new MimeException("A signed pair without parts"));
        anySigned = true;
        countPart();
        byte[] beside = pair.signature();
        if (beside != null) {
            countPart();
        }
        byte[] signature = beside == null ? null : findSignature(beside);
        if (signature != null) {
            CmsCheck.Opened opened = signatures.check(pair.signed(), signature, receivedAt);
            waiting.add(new Entity(opened.content(), depth, cover.and(opened.result())));
        } else {
            Cover inside = header.announcesSmime() ? cover.and(CmsCheck.missing()) : cover.andUnverifiable();
            waiting.add(new Entity(pair.signed(), depth, inside));
        }
    }

    /** The signature inside the second part of a pair; null where it holds none of S/MIME's. */
    private byte @Nullable [] findSignature(byte[] part) throws IOException, MimeException, LimitExceeded {
        MimeTokenStream stream = new MimeTokenStream(TOLERANT);
        stream.setRecursionMode(RecursionMode.M_FLAT);
        stream.parse(new ByteArrayInputStream(part));
        PartHeader header = new PartHeader();
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = next(stream)) {
            if (state == EntityState.T_FIELD) {
                field(stream.getField(), false, header);
            } else if (state == EntityState.T_BODY) {
                String type = type(stream.getBodyDescriptor());
                return type.equals("application/pkcs7-signature") || type.equals("application/x-pkcs7-signature")
                        ? stream.getDecodedInputStream().readAllBytes()
                        : null;
            }
        }
        return null;
    }

    private static void requireDepth(int depth) throws LimitExceeded {
        if (depth > Limits.MIME_DEPTH) {
            throw new LimitExceeded("части письма вложены глубже 8", "parts nested deeper than 8 levels");
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

    private void body(MimeTokenStream stream, PartHeader header, int depth, Cover cover)
            throws IOException, MimeException, LimitExceeded {
        BodyDescriptor descriptor = stream.getBodyDescriptor();
        String type = type(descriptor);
        InputStream decoded = stream.getDecodedInputStream();
        if (type.equals("application/pkcs7-mime") || type.equals("application/x-pkcs7-mime")) {
            CmsCheck.Opened opened =
                    signatures.open(decoded.readAllBytes(), receivedAt).orElse(null);
            if (opened != null) {
                anySigned = true;
                requireDepth(depth + 1);
                waiting.add(new Entity(opened.content(), depth + 1, cover.and(opened.result())));
            }
            return;
        }
        if (BounceReport.concerns(type)) {
            bounce.part(type, decoded);
            return;
        }
        boolean declared = isDeclared(type) || header.isNamedLikeOne();
        byte[] beginning = decoded.readNBytes(BEGINNING);
        if (declared || Recognition.mayBeNotification(beginning)) {
            ByteArrayOutputStream content = new ByteArrayOutputStream(beginning.length);
            content.write(beginning);
            decoded.transferTo(content);
            boolean ended = depth == 0 && !MimeUtil.isBase64Encoding(descriptor.getTransferEncoding());
            parts.add(new Mail.Part(content.toByteArray(), declared, ended, cover));
        }
    }

    private static String type(BodyDescriptor descriptor) {
        return descriptor.getMimeType() == null ? "" : descriptor.getMimeType().toLowerCase(Locale.ROOT);
    }

    private static boolean isDeclared(String type) {
        return type.equals("application/json") || type.equals("application/jose") || type.endsWith("+json");
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
