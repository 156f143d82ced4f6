package io.depository.register;

import io.depository.treaty.Bilingual;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a check of an exported register found.
 *
 * @param size number of entries that were read
 * @param root of the tree that they make
 * @param newest the newest checkpoint, as the file has it; empty where it has none
 * @param keys the chain of keys that signed its checkpoints, the first one first: none of them is trusted by this
 * @param roots the roots at the sizes that were asked for, as far as they were reached
 * @param witnessed the largest tree that each of the witnesses who are believed has cosigned
 * @param faults what contradicts itself, the first of them; empty where the file is sound in itself
 */
public record CheckedRegister(
        long size,
        byte[] root,
        String newest,
        List<LogKey> keys,
        Map<Long, byte[]> roots,
        List<Witnessed> witnessed,
        List<Bilingual> faults) {

    public CheckedRegister {
        keys = List.copyOf(keys);
        roots = Map.copyOf(roots);
        witnessed = List.copyOf(witnessed);
        faults = List.copyOf(faults);
    }

    /** Whether that key is one of the chain that signed it. */
    public boolean signedBy(String key) {
        return keys.stream().anyMatch(one -> one.key().equals(key));
    }

    /** Whether the register has grown out of the tree of that checkpoint, whose size was asked for. */
    public boolean continues(String note) {
        return keys.stream()
                .flatMap(key -> Verification.checkpoint(note, key.key()).stream())
                .anyMatch(says -> says.size() <= size
                        && says.agreesWith(says.size(), roots.getOrDefault(says.size(), new byte[0])));
    }

    /** What a witness has cosigned. */
    public record Witnessed(String name, long size, Instant at) {}
}
