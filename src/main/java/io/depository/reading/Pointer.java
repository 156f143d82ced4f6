package io.depository.reading;

/** JSON Pointers (RFC 6901), as plain strings. */
final class Pointer {

    private Pointer() {}

    /** The pointer to the member; half a surrogate pair in its name becomes U+FFFD, since no UTF-8 can say it. */
    static String member(String parent, String name) {
        return parent + "/" + Characters.mend(name).replace("~", "~0").replace("/", "~1");
    }

    static String element(String parent, int index) {
        return parent + "/" + index;
    }
}
