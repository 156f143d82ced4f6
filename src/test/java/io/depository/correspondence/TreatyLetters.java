package io.depository.correspondence;

import com.ibm.icu.util.ULocale;
import io.depository.agreements.AgreementFiles;
import io.depository.notification.Notification;
import io.depository.treaty.Act;
import io.depository.treaty.Agreement;
import io.depository.treaty.AgreementState;
import io.depository.treaty.Bilingual;
import io.depository.treaty.Consequences;
import io.depository.treaty.Duties;
import io.depository.treaty.Duty;
import io.depository.treaty.Effect;
import io.depository.treaty.Law;
import io.depository.treaty.LegalFact;
import io.depository.treaty.LegalPosition;
import io.depository.treaty.PartyCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A letter of every kind as the law makes it of acts: the life of one agreement, told act by act. The acts are made up;
 * the agreement, its states and all that follows are not.
 */
final class TreatyLetters {

    private static final String SEED = "/agreements/cis-heavy-engineering-2025.yaml";
    private static final String OF_MANY_STATES = "/recorded/agreements/paris-2015.yaml";

    private final Map<String, byte[]> letters = new LinkedHashMap<>();
    private final Names names;
    private LegalPosition position;
    private int entry;
    private byte[] written = new byte[0];

    private TreatyLetters(String file) {
        Agreement agreement = load(file);
        this.names = new NamesOf(agreement);
        this.position = LegalPosition.of(agreement, List.of());
    }

    /** Circulars by their kind, each as it would be sent. */
    static Map<String, byte[]> ofTheSeed() {
        TreatyLetters life = new TreatyLetters(SEED);
        life.tell(CircularKind.NOTIFICATION_REGISTERED, act("AM", Act.COMPLETION_OF_PROCEDURES, "2026-02-02"));
        life.acts(act("BY", Act.COMPLETION_OF_PROCEDURES, "2026-02-16"));
        life.tell(CircularKind.THRESHOLD_REACHED, act("KG", Act.COMPLETION_OF_PROCEDURES, "2026-03-05"));
        life.tell(CircularKind.THRESHOLD_LOST, revocation("AM", "AM-1", "2026-03-10"));
        life.acts(act("TJ", Act.COMPLETION_OF_PROCEDURES, "2026-03-16"));
        life.tell(CircularKind.CORRECTION, act("UZ", Act.COMPLETION_OF_PROCEDURES, "2026-03-12"));
        life.acts(act("TM", Act.ACCESSION, "2026-03-30"));
        life.tell(CircularKind.AUTHORIZED_BODIES_CHANGED, act("KG", Act.AUTHORIZED_BODIES, "2026-04-01"));
        life.tellDue();
        life.tell(CircularKind.WITHDRAWAL_RECEIVED, act("BY", Act.WITHDRAWAL, "2026-08-31"));
        life.tell(CircularKind.WITHDRAWAL_REVOKED, revocation("BY", "BY-9", "2026-09-15"));
        life.acts(act("BY", Act.WITHDRAWAL, "2026-10-01"));
        life.tellDue();
        return life.letters;
    }

    /** What is told where a hundred states consent, and fifty-five of them, by their shares, bring a treaty into force. */
    static Map<String, byte[]> ofManyStates() {
        TreatyLetters life = new TreatyLetters(OF_MANY_STATES);
        LocalDate day = LocalDate.of(2017, 5, 1);
        for (String state : Stream.of(
                        "CN US IN JP DE BR CA KR MX ID ZA AU GB FR IT TR PL UA TH VE AR PK KZ VN MY AE NL BE CZ RO GR AT HU",
                        "SE FI DK NO CH IE PT IL NZ CL PE CO UY PY BO EC CR PA GT HN NI SV CU DO JM MA DZ TN EG KE NG GH")
                .flatMap(part -> Stream.of(part.split(" ")))
                .toList()) {
            day = day.plusDays(1);
            boolean reached = life.isReached();
            life.acts(act(state, Act.ACCESSION, day.toString()));
            if (!reached && life.isReached()) {
                life.letters.put("threshold-reached", life.written);
            }
        }
        life.tellDue();
        return life.letters;
    }

    private boolean isReached() {
        return position.entryIntoForce().isPresent();
    }

    /** An act about to be told: its entry is the next one. */
    private record Deed(
            String party, Act act, String on, @Nullable String refersTo) {}

    private static Deed act(String party, Act act, String on) {
        return new Deed(party, act, on, null);
    }

    private static Deed revocation(String party, String of, String on) {
        return new Deed(party, Act.REVOCATION, on, of);
    }

    private void tell(CircularKind kind, Deed deed) {
        letters.put(kind.wireName(), tellAs(kind, deed));
    }

    private void acts(Deed deed) {
        written = tellAs(CircularKind.THRESHOLD_REACHED, deed);
    }

    private byte[] tellAs(CircularKind kind, Deed deed) {
        entry++;
        PartyCode party = new PartyCode(deed.party());
        LocalDate on = LocalDate.parse(deed.on());
        String reference = deed.party() + "-" + entry;
        LegalFact fact = new LegalFact(
                entry,
                party,
                deed.act(),
                reference,
                on.atTime(9, 0).atZone(Letters.MINSK).toInstant(),
                on,
                deed.refersTo() == null ? null : new LegalFact.Target(party, deed.refersTo()),
                null,
                deed.act() == Act.AUTHORIZED_BODIES ? on.minusDays(10) : null);
        Consequences consequences = Law.follow(position, fact);
        position = consequences.after();
        boolean tellsNoDay = kind == CircularKind.THRESHOLD_REACHED
                && position.entryIntoForce().isEmpty();
        return written(
                tellsNoDay ? CircularKind.NOTIFICATION_REGISTERED : kind,
                party,
                fact,
                consequences.effects(),
                kind == CircularKind.CORRECTION ? consequences.moved() : List.of(),
                on);
    }

    /** All duties of the position; of each kind the first. */
    private void tellDue() {
        for (Duty duty : Duties.of(position)) {
            CircularKind kind = Stream.of(CircularKind.values())
                    .filter(one -> one.wireName().equals(duty.kind()))
                    .findFirst()
                    .orElseThrow();
            letters.putIfAbsent(
                    duty.kind(), written(kind, duty.party(), null, duty.effects(), List.of(), duty.fallsOn()));
        }
    }

    private byte[] written(
            CircularKind kind,
            @Nullable PartyCode party,
            @Nullable LegalFact fact,
            List<Effect> effects,
            List<Effect> corrected,
            LocalDate on) {
        String number = on.getYear() + "/" + (letters.size() + 1);
        List<Notification.AuthorizedBody> bodies = kind == CircularKind.AUTHORIZED_BODIES_CHANGED
                ? List.of(new Notification.AuthorizedBody(
                        new Notification.Texts(
                                "Министерство экономики и коммерции Кыргызской Республики",
                                "Ministry of Economy and Commerce of the Kyrgyz Republic"),
                        null,
                        null,
                        null))
                : List.of();
        Circular circular = new Circular(
                "circular-" + number.replace('/', '-'),
                number,
                kind,
                position.agreement().id(),
                party,
                fact == null ? null : fact.act(),
                fact == null ? null : fact.reference(),
                fact == null ? null : fact.receivedOn(),
                entry,
                null,
                bodies,
                effects,
                corrected,
                Instant.parse(on + "T09:30:00Z"),
                Letters.receipt(entry + 1));
        return new LetterWriter().write(circular, StandingTable.of(position, on, entry + 1L, names), names);
    }

    static Agreement seed() {
        return load(SEED);
    }

    static Names namesOfTheSeed() {
        return new NamesOf(seed());
    }

    static Names namesOfManyStates() {
        return new NamesOf(load(OF_MANY_STATES));
    }

    private static Agreement load(String file) {
        try (InputStream in = TreatyLetters.class.getResourceAsStream(file)) {
            return new AgreementFiles()
                    .load(file, Objects.requireNonNull(in, file).readAllBytes())
                    .agreement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names in an agreement's file; of states that it does not name, CLDR's. */
    private record NamesOf(Agreement agreement) implements Names {

        @Override
        public Bilingual state(PartyCode party) {
            ULocale country = new ULocale("", party.value());
            return agreement
                    .findState(party)
                    .map(AgreementState::name)
                    .orElseGet(() -> new Bilingual(
                            country.getDisplayCountry(new ULocale("ru")), country.getDisplayCountry(ULocale.ENGLISH)));
        }

        @Override
        public List<PartyCode> states() {
            return agreement.states().stream().map(AgreementState::party).toList();
        }

        @Override
        public Particulars particulars(String id) {
            return new Particulars(agreement.signedPlace(), agreement.signedOn(), agreement.zone());
        }

        @Override
        public Bilingual agreementTitle(String id) {
            return agreement.title();
        }
    }
}
