package io.depository.treaty;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a state consents to be bound other than by accession (VCLT 11 to 14). Which consents are counted towards entry into
 * force is said by {@link EntryIntoForceRule#counts}.
 *
 * @param article the article's number, bare
 * @param acts the acts that express consent
 * @param openTo who may do them; null where it is the signatories. A definitive signature needs no other one before it
 */
public record ConsentRule(
        String article, Set<Act> acts, @Nullable Circle openTo) {

    public ConsentRule {
        acts = Set.copyOf(acts);
        if (acts.contains(Act.ACCESSION) || acts.contains(Act.SUCCESSION)) {
            throw new IllegalArgumentException("Accession and succession have rules of their own");
        }
    }
}
