package io.depository.register;

import java.util.List;

/**
 * Proof that a record is in the register, for the tree as it stood at one size; valid for ever (RFC 9162, 2.1.3).
 *
 * @param record the entry's exact bytes, so that a letter that carries the receipt can be checked alone
 * @param checkpoint the signed note (C2SP tlog-checkpoint) over that tree
 */
public record InclusionReceipt(
        byte[] record,
        byte[] leafHash,
        long index,
        long treeSize,
        byte[] rootHash,
        List<byte[]> inclusionProof,
        String checkpoint) {

    public InclusionReceipt {
        inclusionProof = List.copyOf(inclusionProof);
    }
}
