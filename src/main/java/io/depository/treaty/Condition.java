package io.depository.treaty;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many consents, and whose, bring an agreement into force. All parts of it must be met by the same consents.
 *
 * @param number how many at least
 * @param ofWhich how many of them from groups of states; empty where that does not matter
 * @param including states that must be among them
 * @param weights the shares that they must account for together, each by a table of its own; empty where that does not
 *     matter. Commodity agreements ask for a share of exports and one of imports
 * @param all the states that must all be among them; null where not all of any are needed
 */
public record Condition(
        int number,
        List<Quota> ofWhich,
        Set<PartyCode> including,
        List<Weight> weights,
        @Nullable Everyone all) {

    public Condition {
        ofWhich = List.copyOf(ofWhich);
        including = Set.copyOf(including);
        weights = List.copyOf(weights);
        if (number < 1) {
            throw new IllegalArgumentException("Entry into force needs at least one consent");
        }
    }

    /** So many consents of whatever states. */
    public static Condition of(int number) {
        return new Condition(number, List.of(), Set.of(), List.of(), null);
    }

    /** Whether a number is all that is asked for. */
    public boolean isNumberAlone() {
        return ofWhich.isEmpty() && including.isEmpty() && weights.isEmpty() && all == null;
    }

    /**
     * So many from a group.
     *
     * @param group the group's name in the agreement's file
     */
    public record Quota(int number, String group, Set<PartyCode> members) {
        public Quota {
            members = Set.copyOf(members);
        }
    }

    /**
     * A share of a whole, in per cent, by a table that the agreement refers to: "accounting for at least 55 per cent".
     *
     * @param table the table's name in the agreement's file
     * @param shares the share of each state, in per cent; a state that is not there has none
     * @param atLeast what is needed, in per cent
     * @param exceeding whether more than that is needed, and not just that
     */
    public record Weight(String table, Map<PartyCode, BigDecimal> shares, BigDecimal atLeast, boolean exceeding) {
        public Weight {
            shares = Map.copyOf(shares);
        }

        boolean isMetBy(BigDecimal share) {
            int compared = share.compareTo(atLeast);
            return exceeding ? compared > 0 : compared >= 0;
        }

        BigDecimal shareOf(PartyCode party) {
            return shares.getOrDefault(party, BigDecimal.ZERO);
        }
    }

    /**
     * All states of a kind.
     *
     * @param signatories whether all that signed are meant
     * @param states otherwise these
     * @param group how the agreement's file calls them
     */
    public record Everyone(boolean signatories, Set<PartyCode> states, String group) {
        public Everyone {
            states = Set.copyOf(states);
        }
    }
}
