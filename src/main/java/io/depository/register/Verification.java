package io.depository.register;

import io.depository.register.note.Cosignature;
import io.depository.register.note.SignedNote;
import io.depository.register.note.VerifierKey;
import io.depository.register.tree.Hashing;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks what the register says without trusting it: all that it needs is the verifier key, got in some other way. Says
 * false to whatever does not fit, and throws only for a malformed key.
 */
public final class Verification {

    private Verification() {}

    /** The hash of a record as a leaf (RFC 9162, 2.1.1). */
    public static byte[] leafHash(byte[] record) {
        return Hashing.leaf(record);
    }

    /** Whether the leaf is in the tree of that size and root, at that index (RFC 9162, 2.1.3.2). */
    public static boolean inclusion(byte[] leafHash, long index, long size, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size || leafHash.length != Hashing.LENGTH || !areHashes(proof)) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hashing.node(sibling, hash);
                int zeros = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= zeros;
                last >>= zeros;
            } else {
                hash = Hashing.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** Whether the larger tree continues the smaller one, nothing changed or removed (RFC 9162, 2.1.4.2). */
    public static boolean consistency(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> proof) {
        if (from <= 0 || from > to || fromRoot.length != Hashing.LENGTH || !areHashes(proof)) {
            return false;
        }
        if (from == to) {
            return proof.isEmpty() && Arrays.equals(fromRoot, toRoot);
        }
        Iterator<byte[]> rest = proof.iterator();
        if (!rest.hasNext()) {
            return false;
        }
        long node = from - 1;
        long last = to - 1;
        int complete = Long.numberOfTrailingZeros(~node); // the old tree's last complete subtree
        node >>= complete;
        last >>= complete;
        byte[] oldHash = Long.bitCount(from) == 1 ? fromRoot : rest.next();
        byte[] newHash = oldHash;
        while (rest.hasNext()) {
            byte[] sibling = rest.next();
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                oldHash = Hashing.node(sibling, oldHash);
                newHash = Hashing.node(sibling, newHash);
                int zeros = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= zeros;
                last >>= zeros;
            } else {
                newHash = Hashing.node(newHash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(oldHash, fromRoot) && Arrays.equals(newHash, toRoot);
    }

    /**
     * What the checkpoint says, if the key signed it and it is that key's own log's.
     *
     * @param verifierKey {@code <name>+<key id in hex>+<base64(type || key)>}
     * @throws IllegalArgumentException when the key is none
     */
    public static Optional<Checkpoint> checkpoint(String note, String verifierKey) {
        VerifierKey key = VerifierKey.parse(verifierKey);
        return SignedNote.open(note, key)
                .flatMap(Checkpoint::parse)
                .filter(checkpoint -> checkpoint.origin().equals(key.name()));
    }

    /**
     * Whether the receipt proves that the record is in the register of that key.
     *
     * @throws IllegalArgumentException when the key is none
     */
    public static boolean receipt(byte[] record, InclusionReceipt receipt, String verifierKey) {
        byte[] leafHash = leafHash(record);
        return Arrays.equals(leafHash, receipt.leafHash())
                && checkpoint(receipt.checkpoint(), verifierKey)
                        .filter(checkpoint -> checkpoint.agreesWith(receipt.treeSize(), receipt.rootHash()))
                        .isPresent()
                && inclusion(
                        leafHash, receipt.index(), receipt.treeSize(), receipt.inclusionProof(), receipt.rootHash());
    }

    /**
     * The right cosignatures beneath a checkpoint.
     *
     * @param publicKeys the Ed25519 keys (32 bytes of RFC 8032) that may stand behind a name
     */
    public static List<Cosigned> cosignatures(String note, Function<String, List<byte[]>> publicKeys) {
        return Cosignature.list(note, publicKeys).stream()
                .map(found -> new Cosigned(found.witness().encoded(), found.at(), found.line()))
                .toList();
    }

    /**
     * The right cosignatures of those witnesses beneath a checkpoint.
     *
     * @param witnesses their verifier keys
     * @throws IllegalArgumentException when one of those is no key
     */
    public static List<Cosigned> cosignatures(String note, List<String> witnesses) {
        List<VerifierKey> keys =
                witnesses.stream().map(VerifierKey::parseWitness).toList();
        return cosignatures(
                note,
                name -> keys.stream()
                        .filter(key -> key.name().equals(name))
                        .map(VerifierKey::publicKey)
                        .toList());
    }

    /** Of other lengths two could be cut differently and still hash to the same. */
    private static boolean areHashes(List<byte[]> proof) {
        return proof.stream().allMatch(hash -> hash.length == Hashing.LENGTH);
    }
}
