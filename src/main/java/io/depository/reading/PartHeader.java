package io.depository.reading;

import java.util.Locale;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.MimeUtil;

/** What the header of a part says about the part. */
final class PartHeader {

    private static final int LONGEST = 4_000;

    private boolean named;
    private String type = "";

    void add(Field field) {
        String name = field.getName().trim();
        String body = field.getBody() == null ? "" : field.getBody();
        boolean ofType = name.equalsIgnoreCase("content-type");
        if (!ofType && !name.equalsIgnoreCase("content-disposition")) {
            return;
        }
        String beginning = body.substring(0, Math.min(body.length(), LONGEST)).toLowerCase(Locale.ROOT);
        if (ofType && type.isEmpty()) {
            type = MimeUtil.unfold(beginning);
        }
        for (String parameter : beginning.split(";", -1)) {
            named |= isName(parameter.strip());
        }
    }

    private static boolean isName(String parameter) {
        String value = parameter.endsWith("\"") ? parameter.substring(0, parameter.length() - 1) : parameter;
        return (parameter.startsWith("name") || parameter.startsWith("filename"))
                && (value.endsWith(".json") || value.endsWith(".jws") || value.endsWith(".jose"));
    }

    /** Whether it names the part {@code .json}, {@code .jws} or {@code .jose}. */
    boolean isNamedLikeOne() {
        return named;
    }

    /** Whether the part is something signed with its signature beside it (RFC 1847). */
    boolean isSignedPair() {
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().equals("multipart/signed");
    }

    /** Whether that signature is announced as S/MIME's, or not at all. */
    boolean announcesSmime() {
        return type.contains("pkcs7-signature") || !type.contains("protocol");
    }
}
