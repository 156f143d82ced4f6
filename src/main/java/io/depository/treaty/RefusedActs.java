package io.depository.treaty;

import java.util.Set;

/**
 * Acts that nobody can do under an agreement, and why.
 *
 * @param because the reason with its article, and what to do instead
 */
public record RefusedActs(Set<Act> acts, Bilingual because) {

    public RefusedActs {
        acts = Set.copyOf(acts);
    }
}
