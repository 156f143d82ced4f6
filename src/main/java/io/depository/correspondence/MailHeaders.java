package io.depository.correspondence;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The headers of a mail. Every value passes one gate that lets no control character through, so that no value can
 * begin a header of its own.
 */
final class MailHeaders {

    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?-~]+@[!-;=?-~]+>");
    /** What people's mailers write is looser than RFC 5322: anything visible between brackets may be one. */
    private static final Pattern FOREIGN_MESSAGE_ID = Pattern.compile("<[!-;=?-~]+>");

    private static final Pattern BARE_MESSAGE_ID = Pattern.compile("[!-;=?-~]+@[!-;=?-~]+");

    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_ID = 900;
    /** So that an encoded word with its frame stays within the 75 characters of RFC 2047. */
    private static final int BYTES_PER_WORD = 45;

    private final StringBuilder block = new StringBuilder(1024);

    /** Adds a header whose value is known to be of printable ASCII. */
    void add(String name, String value) {
        if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
            throw new UnfitForHeader(name, value, "it holds a character that is not printable ASCII");
        }
        block.append(name).append(": ").append(value).append("\r\n");
    }

    /** Adds a header for people to read, as encoded words of RFC 2047; what is invisible in the value is replaced. */
    void addUnstructured(String name, String value) {
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        int bytes = name.length() + 2; // the first line has the name before it
        for (int c : value.codePoints().toArray()) {
            String character = Character.toString(Legible.isInvisible(c) ? 0xFFFD : c);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > BYTES_PER_WORD) {
                words.append(encoded(word)).append("\r\n ");
                word.setLength(0);
                bytes = 0;
            }
            word.append(character);
            bytes += size;
        }
        block.append(name).append(": ").append(words).append(encoded(word)).append("\r\n");
    }

    private static String encoded(StringBuilder word) {
        byte[] bytes = word.toString().getBytes(StandardCharsets.UTF_8);
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }

    /** The one address that the text is, with an international domain in its ASCII form. */
    static String address(String header, String text) {
        int at = text.lastIndexOf('@');
        String ascii = at < 0 ? text : text.substring(0, at + 1) + domain(header, text, text.substring(at + 1));
        if (ascii.length() > LONGEST_ADDRESS || !ADDRESS.matcher(ascii).matches()) {
            throw new UnfitForHeader(header, text, "it has to be one plain address, name@domain");
        }
        return ascii;
    }

    private static String domain(String header, String address, String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException e) {
            UnfitForHeader unfit = new UnfitForHeader(header, address, "its domain is no domain name");
            unfit.initCause(e);
            throw unfit;
        }
    }

    static String messageId(String text) {
        if (text.length() > LONGEST_ID || !MESSAGE_ID.matcher(text).matches()) {
            throw new UnfitForHeader("Message-ID", text, "it has to be <left@right>");
        }
        return text;
    }

    /** The Message-ID that somebody else's mail had, in brackets; empty where it cannot stand in a header. */
    static Optional<String> answered(String text) {
        if (text.length() > LONGEST_ID) {
            return Optional.empty();
        }
        String bare = text.strip();
        Matcher id = FOREIGN_MESSAGE_ID.matcher(bare);
        if (id.find()) {
            return Optional.of(id.group());
        }
        return BARE_MESSAGE_ID.matcher(bare).matches() ? Optional.of("<" + bare + ">") : Optional.empty();
    }

    @Override
    public String toString() {
        return block.toString();
    }
}
