package io.depository.reading;

/** The contract's limits on what is read. Above one of them, a notification is {@code TOO_LARGE}. */
final class Limits {

    static final int JSON_DEPTH = 32;
    static final int JSON_TOKENS = 100_000;
    /** Of a number as written. */
    static final int JSON_NUMBER_CHARACTERS = 64;
    /** Of a member's name, in characters; an escape counts as one. */
    static final int JSON_NAME_CHARACTERS = 200;
    /** Of a string as written, in bytes of UTF-8 between its quotation marks. */
    static final int JSON_STRING_BYTES = 1 << 20;

    static final int MIME_PARTS = 100;
    static final int MIME_DEPTH = 8;
    /** Of all header fields of a message and its parts together. */
    static final int MIME_HEADER_BYTES = 200 * 1024;

    private Limits() {}
}
