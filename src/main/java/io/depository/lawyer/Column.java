package io.depository.lawyer;

import io.depository.treaty.Act;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns of an acts file, and to which acts each belongs. */
enum Column {
    PARTY(true),
    ACT(true),
    RECEIVED(true),
    SIGNED(false),
    RECORDED(
            false,
            Act.DEFINITIVE_SIGNATURE,
            Act.COMPLETION_OF_PROCEDURES,
            Act.RATIFICATION,
            Act.ACCEPTANCE,
            Act.APPROVAL,
            Act.ACCESSION,
            Act.SUCCESSION,
            Act.WITHDRAWAL),
    REFERENCE(false),
    EFFECTIVE(
            false,
            Act.DEFINITIVE_SIGNATURE,
            Act.COMPLETION_OF_PROCEDURES,
            Act.RATIFICATION,
            Act.ACCEPTANCE,
            Act.APPROVAL,
            Act.ACCESSION,
            Act.SUCCESSION,
            Act.WITHDRAWAL),
    REFERS_TO(false, Act.REVOCATION, Act.OBJECTION),
    CHANGED(false, Act.AUTHORIZED_BODIES),
    NOTICED(false),
    AGREED(false, Act.ACCESSION);

    private final boolean required;
    private final Set<Act> acts;

    Column(boolean required, Act... acts) {
        this.required = required;
        this.acts = acts.length == 0 ? EnumSet.allOf(Act.class) : EnumSet.copyOf(Arrays.asList(acts));
    }

    /** Its name in the header. */
    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isRequired() {
        return required;
    }

    /** Whether it says something of an act of that kind. */
    boolean belongsTo(Act act) {
        return acts.contains(act);
    }

    /** The acts that it belongs to, as files name them. */
    String actsInWords() {
        return acts.stream().map(Act::wireName).collect(Collectors.joining(", "));
    }

    static Optional<Column> find(String header) {
        return Arrays.stream(values())
                .filter(column -> column.header().equals(header.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static String known() {
        return Arrays.stream(values()).map(Column::header).collect(Collectors.joining(", "));
    }
}
