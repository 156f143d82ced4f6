package io.depository.calendar;

import io.depository.correspondence.Circular;
import io.depository.correspondence.CircularKind;
import io.depository.correspondence.LetterWriter;
import io.depository.correspondence.Names;
import io.depository.correspondence.StandingTable;
import io.depository.outbox.Letter;
import io.depository.register.Append;
import io.depository.treaty.LegalPosition;
import io.depository.treaty.PartyCode;
import io.depository.treaty.Standing;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes letters of circulars: written once, addressed to all whom the agreement concerns. */
public final class Circulars {

    private final LetterWriter writer;
    private final Names names;
    private final Today today;

    public Circulars(LetterWriter writer, Names names, Today today) {
        this.writer = writer;
        this.names = names;
        this.today = today;
    }

    /** The letter of a circular that tells what its own entry brought about; the position is that after the entry. */
    public Letter letterOf(Circular circular, LegalPosition position) {
        return letterOf(circular, position, circular.entry() + 1);
    }

    /**
     * The letter, to every state that is entitled, signatory, contracting, party or withdrawing today (VCLT 77(1)(e)).
     *
     * @param treeSize the number of register entries that the position rests on
     */
    Letter letterOf(Circular circular, LegalPosition position, long treeSize) {
        StandingTable standing = StandingTable.of(position, today.date(), treeSize, names);
        return new Letter(
                circular.id(),
                Letter.Type.CIRCULAR,
                circular.kind().wireName(),
                circular.number(),
                circular.agreement(),
                circular.party(),
                circular.reference(),
                circular.entry(),
                writer.write(circular, standing, names),
                circular.issuedAt(),
                recipients(standing, position));
    }

    /** The next number, in the year that it is where the depository is. */
    public String numberOf(Append append) {
        return append.nextCircularNumber(
                LocalDate.ofInstant(append.recordedAt(), today.zone()).getYear());
    }

    /** The id of the circular with that number: {@code circular-2026-17}. */
    public static String idOf(String number) {
        return "circular-" + number.replace('/', '-');
    }

    /** The kind of that wire name. */
    static CircularKind kindOf(String wireName) {
        for (CircularKind kind : CircularKind.values()) {
            if (kind.wireName().equals(wireName)) {
                return kind;
            }
        }
        throw new IllegalStateException("The book of duties names a kind of circular that there is not: " + wireName);
    }

    private List<PartyCode> recipients(StandingTable standing, LegalPosition position) {
        Set<PartyCode> told = new LinkedHashSet<>();
        Set<PartyCode> left = new HashSet<>();
        standing.states().forEach(row -> (row.standing() == Standing.FORMER ? left : told).add(row.party()));
        names.states().stream()
                .filter(party -> position.agreement().isEntitled(party) && !left.contains(party))
                .forEach(told::add);
        return List.copyOf(told);
    }
}
