package io.depository.reading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Raw mail, written by hand so that no library repairs it. */
final class Mails {

    static final String HEADER = """
            From: mfa@kg.local
            To: notifications@depository.local
            Subject: =?UTF-8?B?0J3QvtGC0LA=?= 17
            Message-ID: <17@kg.local>
            MIME-Version: 1.0
            """;

    private Mails() {}

    static byte[] raw(String text) {
        return text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A message of those parts. */
    static byte[] of(byte[]... parts) {
        return multipart("mixed", HEADER, parts);
    }

    static byte[] multipart(String subtype, String header, byte[]... parts) {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        String boundary = "b" + subtype.length() + "-" + parts.length;
        mail.writeBytes(raw(header + "Content-Type: multipart/" + subtype + "; boundary=\"" + boundary + "\"\n\n"));
        for (byte[] part : parts) {
            mail.writeBytes(raw("--" + boundary + "\n"));
            mail.writeBytes(part);
            mail.writeBytes(raw("\n"));
        }
        mail.writeBytes(raw("--" + boundary + "--\n"));
        return mail.toByteArray();
    }

    static byte[] attachment(String type, String name, byte[] content) {
        return raw("Content-Type: " + type + "\nContent-Transfer-Encoding: base64\n"
                + "Content-Disposition: attachment; filename=\"" + name + "\"\n\n"
                + Base64.getMimeEncoder().encodeToString(content));
    }

    static byte[] json(String text) {
        return attachment("application/json", "note.json", Notes.utf8(text));
    }

    static byte[] text(String text) {
        return raw("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + text);
    }
}
