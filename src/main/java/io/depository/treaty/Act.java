package io.depository.treaty;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a state can do by a notification; the wire name is the contract's. */
public enum Act {
    SIGNATURE("signature"),

    /** Signature without reservation as to ratification: it expresses consent by itself (VCLT 12). */
    DEFINITIVE_SIGNATURE("definitive-signature"),
    COMPLETION_OF_PROCEDURES("completion-of-procedures"),
    RATIFICATION("ratification"),
    ACCEPTANCE("acceptance"),
    APPROVAL("approval"),
    ACCESSION("accession"),
    PROVISIONAL_APPLICATION("provisional-application"),
    AUTHORIZED_BODIES("authorized-bodies"),
    DECLARATION("declaration"),
    RESERVATION("reservation"),
    OBJECTION("objection"),
    WITHDRAWAL("withdrawal"),
    REVOCATION("revocation"),
    SUCCESSION("succession");

    private static final Map<String, Act> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Act::wireName, Function.identity()));

    private final String wireName;

    Act(String wireName) {
        this.wireName = wireName;
    }

    /** The name in notifications, letters and records, e.g. {@code completion-of-procedures}. */
    public String wireName() {
        return wireName;
    }

    /** The act of that wire name, or empty when there is none. */
    public static Optional<Act> find(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }
}
