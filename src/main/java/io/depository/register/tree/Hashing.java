package io.depository.register.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The two hashes of RFC 9162, 2.1.1: SHA-256 with a prefix that keeps leaves and nodes apart. */
public final class Hashing {

    /** Length of every hash, in bytes. */
    public static final int LENGTH = 32;

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private Hashing() {}

    /** The hash of a leaf: {@code SHA-256(0x00 || record)}. */
    public static byte[] leaf(byte[] record) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return digest.digest(record);
    }

    /** The hash of an inner node: {@code SHA-256(0x01 || left || right)}. */
    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** The root of the tree without leaves: {@code SHA-256()}. */
    public static byte[] emptyRoot() {
        return sha256().digest();
    }

    /** A fresh SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, this one has not", e);
        }
    }
}
