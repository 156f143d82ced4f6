package io.depository.treaty;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that follows in law from a registered act, with its reason. Immutable; the words of the reason are made when
 * they are first asked for, since most effects are only compared.
 */
public final class Effect {

    private final EffectKind kind;
    private final @Nullable PartyCode party;
    private final @Nullable LocalDate on;
    private final String article;
    private final @Nullable LocalDate alternative;
    private final boolean late;
    private final long entry;
    private final @Nullable LocalDate computed;
    private final @Nullable LocalDate otherwise;
    private final Supplier<Bilingual> reason;
    private volatile @Nullable Bilingual because;

    /** An effect whose words are known; see the accessors. */
    public Effect(
            EffectKind kind,
            @Nullable PartyCode party,
            @Nullable LocalDate on,
            String article,
            Bilingual because,
            @Nullable LocalDate alternative,
            boolean late,
            long entry,
            @Nullable LocalDate computed) {
        this(kind, party, on, article, () -> because, alternative, late, entry, computed, alternative);
    }

    /** An effect for which no other day is recorded than the one that is counted. */
    public Effect(
            EffectKind kind,
            @Nullable PartyCode party,
            @Nullable LocalDate on,
            String article,
            Bilingual because,
            @Nullable LocalDate alternative,
            boolean late,
            long entry) {
        this(kind, party, on, article, () -> because, alternative, late, entry, null, alternative);
    }

    Effect(
            EffectKind kind,
            @Nullable PartyCode party,
            @Nullable LocalDate on,
            String article,
            Supplier<Bilingual> reason,
            @Nullable LocalDate alternative,
            boolean late,
            long entry,
            @Nullable LocalDate computed,
            @Nullable LocalDate otherwise) {
        this.kind = kind;
        this.party = party;
        this.on = on;
        this.article = article;
        this.reason = reason;
        this.alternative = alternative;
        this.late = late;
        this.entry = entry;
        this.computed = computed;
        this.otherwise = otherwise;
    }

    /** What follows. */
    public EffectKind kind() {
        return kind;
    }

    /** The state it concerns; null where it concerns the agreement as a whole. */
    public @Nullable PartyCode party() {
        return party;
    }

    /** The day it takes effect, from 00:00 in the agreement's zone; null while no date follows. */
    public @Nullable LocalDate on() {
        return on;
    }

    /** The number of the article that it follows from, bare ({@code "12"}); {@code "VCLT 56"} where the law is general. */
    public String article() {
        return article;
    }

    /** The rule, the entries that counted and the arithmetic, in words. */
    public Bilingual because() {
        Bilingual words = because;
        if (words == null) {
            words = reason.get();
            because = words;
        }
        return words;
    }

    /** The day under the other counting convention, where it differs. */
    public @Nullable LocalDate alternative() {
        return alternative;
    }

    /** True where a duty with a deadline was done after it. */
    public boolean late() {
        return late;
    }

    /** The register index of the act that it follows from; -1 in a dry run. */
    public long entry() {
        return entry;
    }

    /** The day as it is counted, where the depository recorded another one, which is then {@link #on}; null otherwise. */
    public @Nullable LocalDate computed() {
        return computed;
    }

    /**
     * The day under the other counting convention, where it differs from the counted one. It is kept also where another day
     * is recorded, when nothing is told as {@link #alternative}.
     */
    public @Nullable LocalDate otherwise() {
        return otherwise;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Effect
                && kind == ((Effect) other).kind
                && Objects.equals(party, ((Effect) other).party)
                && Objects.equals(on, ((Effect) other).on)
                && article.equals(((Effect) other).article)
                && Objects.equals(alternative, ((Effect) other).alternative)
                && late == ((Effect) other).late
                && entry == ((Effect) other).entry
                && Objects.equals(computed, ((Effect) other).computed)
                && because().equals(((Effect) other).because());
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, party, on, article, alternative, late, entry, computed);
    }

    @Override
    public String toString() {
        return kind.wireName() + (party == null ? "" : " " + party) + " on " + on + ": "
                + because().en();
    }
}
