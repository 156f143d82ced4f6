package io.depository;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.depository.ForgedSignatures.Forgery;
import io.depository.testing.Note;
import io.depository.testing.RunningDepository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Mails that claim to come from a state: with a forged envelope around a text, or a genuine text where it does not count. */
final class ForgedMails {

    private ForgedMails() {}

    /** The text as an attachment, under headers that say all there is to say for the sender. */
    static byte[] carrying(String victim, byte[] text) {
        return multipart(victim, attachment("note", text));
    }

    /** Forgeries that only mail knows; where the notification inside is genuine, it must not count. */
    static List<Forgery> of(RunningDepository depository, String victim, String accomplice) {
        byte[] genuine = depository.sign(victim, Note.completionBy(victim));
        String signed = new String(depository.signMail(victim, Note.completionBy(victim)), ISO_8859_1);
        return List.of(
                forgery("a genuine mail, forwarded", multipart(victim, forwarded(genuine)), "NO_NOTIFICATION_FOUND"),
                forgery("a genuine text in an archive", multipart(victim, archived(genuine)), "NO_NOTIFICATION_FOUND"),
                forgery("a genuine text before the parts", beforeTheParts(victim, genuine), "NO_NOTIFICATION_FOUND"),
                forgery(
                        "two different texts",
                        multipart(
                                victim,
                                attachment("one", Note.completionBy(victim).json()),
                                attachment("two", Note.completionBy(victim).json())),
                        "UNREADABLE_MAIL"),
                forgery(
                        "S/MIME, changed afterwards",
                        signed.replaceFirst("filename=\"?note.json", "filename=\"nota.json")
                                .getBytes(ISO_8859_1),
                        "SIGNATURE_INVALID"),
                forgery(
                        "S/MIME by another state",
                        depository.signMail(accomplice, Note.completionBy(victim)),
                        "NOT_YOUR_PARTY"));
    }

    private static Forgery forgery(String name, byte[] mail, String code) {
        return new Forgery(name, mail, List.of(code));
    }

    private static byte[] multipart(String victim, String... parts) {
        StringBuilder mail = new StringBuilder(headers(victim));
        mail.append("\r\n");
        for (String part : parts) {
            mail.append("--=-=\r\n").append(part).append("\r\n");
        }
        return mail.append("--=-=--\r\n").toString().getBytes(UTF_8);
    }

    private static String headers(String victim) {
        String address = "mfa@" + victim.toLowerCase(java.util.Locale.ROOT) + ".local";
        return "Return-Path: <" + address + ">\r\nAuthentication-Results: depository.local; dkim=pass header.d="
                + address.substring(4) + "; spf=pass smtp.mailfrom=" + address + "; dmarc=pass\r\n"
                + "DKIM-Signature: v=1; a=ed25519-sha256; d=" + address.substring(4)
                + "; s=x; h=from; bh=AAAA; b=AAAA\r\n"
                + "Received: from mail." + address.substring(4) + " by depository.local; 1 Jan 2026 00:00:00 +0000\r\n"
                + "From: \"Ministry of Foreign Affairs\" <" + address + ">\r\nSender: " + address + "\r\n"
                + "Reply-To: answers@evil.example\r\nTo: notifications@depository.local\r\n"
                + "X-Depository-Party: " + victim + "\r\nX-Verified-By: registrar\r\n"
                + "Date: Thu, 1 Jan 2026 00:00:00 +0000\r\nSubject: Notification\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=\"=-=\"\r\n";
    }

    private static String attachment(String name, byte[] content) {
        return "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"" + name
                + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(content);
    }

    private static String forwarded(byte[] text) {
        return "Content-Type: message/rfc822\r\n\r\nFrom: mfa@somewhere.example\r\nContent-Type: application/jose\r\n\r\n"
                + new String(text, UTF_8);
    }

    private static String archived(byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("note.jws"));
            zip.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return attachment("note.zip", bytes.toByteArray());
    }

    private static byte[] beforeTheParts(String victim, byte[] text) {
        return (headers(victim) + "\r\n" + new String(text, UTF_8) + "\r\n--=-=\r\n\r\nGood morning.\r\n--=-=--\r\n"
                        + new String(text, UTF_8))
                .getBytes(UTF_8);
    }
}
