package io.depository.console;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What somebody outside wrote, given to staff as a file to be saved: no browser shows it, runs it or guesses its type. */
final class Download {

    private static final int LONGEST_NAME = 120;

    private Download() {}

    /** The bytes under that name, with their digest (RFC 9530). */
    static ResponseEntity<byte[]> of(String name, byte[] content) {
        String digest = Base64.getEncoder().encodeToString(AttachmentView.digest(content));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", SafeHeaders.FOREIGN)
                .header("Repr-Digest", "sha-256=:" + digest + ":")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    /** A sender's name for a file as text that leads nowhere: letters, digits and a few marks, and no dot in front. */
    static String safeName(String written) {
        StringBuilder name = new StringBuilder();
        written.codePoints()
                .limit(LONGEST_NAME)
                .forEach(character -> name.appendCodePoint(isPlain(character) ? character : '_'));
        return name.length() == 0 || name.charAt(0) == '.' ? "_" + name : name.toString();
    }

    private static boolean isPlain(int character) {
        return Character.isLetterOrDigit(character) || " .-_()".indexOf(character) >= 0;
    }
}
