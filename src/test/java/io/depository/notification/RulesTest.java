package io.depository.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.notification.Notification.Attachment;
import io.depository.notification.Notification.AuthorizedBody;
import io.depository.notification.Notification.Basis;
import io.depository.notification.Notification.Texts;
import io.depository.treaty.Act;
import io.depository.treaty.LegalFact.Target;
import io.depository.treaty.PartyCode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RulesTest {

    private static final LocalDate MON_2026_01_12 = LocalDate.of(2026, 1, 12);
    private static final String US = "cis-executive-committee";
    /** SHA-256 of "abc", from FIPS 180-2, appendix B.1. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void findsNothingInAGoodCompletion() {
        Case good = aCase(aNote(Act.COMPLETION_OF_PROCEDURES).build());

        assertThat(Rules.errors(good)).isEmpty();
        assertThat(Rules.warnings(good)).isEmpty();
    }

    @Test
    void refusesWhatIsAddressedToAnotherDepository() {
        Note note = aNote(Act.DECLARATION);
        note.depository = "un-treaty-section";

        assertFound(Rules.errors(aCase(note.build())), "WRONG_DEPOSITORY /depository");
    }

    @Test
    void refusesAnUnknownAgreementAndAnUnknownState() {
        Case unknown = new Case(Draft.of(aNote(Act.DECLARATION).build()), kg(), kg(), MON_2026_01_12, US, false, false);

        assertFound(Rules.errors(unknown), "UNKNOWN_PARTY /party", "UNKNOWN_AGREEMENT /agreement");
    }

    @ParameterizedTest(name = "channel {0}, signer {1}, text {2}")
    @CsvSource({
        "KG, KG, KG, true",
        "KG, , KG, true",
        ", KG, KG, true",
        ", , KG, true",
        ", , , true",
        "KG, KG, , true",
        "KG, KZ, KG, false",
        "KZ, KG, KG, false",
        "KG, KG, KZ, false",
        ", KG, KZ, false",
        "KG, , KZ, false",
        "KG, KZ, , false",
        "KG, KZ, UZ, false"
    })
    void wantsOneSpeaker(@Nullable String channel, @Nullable String signer, @Nullable String text, boolean one) {
        Draft draft = new Draft(
                null, null, text == null ? null : new PartyCode(text), null, null, Map.of(), Set.of(), new TreeMap<>());
        Case examined = new Case(
                draft,
                channel == null ? null : new PartyCode(channel),
                signer == null ? null : new PartyCode(signer),
                MON_2026_01_12,
                US,
                true,
                true);

        assertFound(Rules.errors(examined), one ? new String[0] : new String[] {"NOT_YOUR_PARTY /party"});
    }

    @ParameterizedTest(name = "dated {0}, received 2026-01-12")
    @CsvSource({"2020-01-01, true", "2026-01-12, true", "2026-01-13, true", "2026-01-14, false", "9999-12-31, false"})
    void refusesDatesLaterThanTheDayAfterReceipt(LocalDate date, boolean allowed) {
        Note note = aNote(Act.AUTHORIZED_BODIES);
        note.dated = date;
        note.changedOn = date;
        note.basis = new Basis("Закон", "1", date);

        assertFound(
                Rules.errors(aCase(note.build())),
                allowed
                        ? new String[0]
                        : new String[] {
                            "DATED_IN_FUTURE /dated", "DATED_IN_FUTURE /changedOn", "DATED_IN_FUTURE /basis/dated"
                        });
    }

    @ParameterizedTest
    @CsvSource({OF_ABC + ", abc, true", OF_ABC + ", abd, false"})
    void comparesTheDigestOfEachAttachment(String digest, String content, boolean same) {
        Note note = aNote(Act.ACCESSION);
        note.attachments = List.of(
                attachment(OF_ABC, "abc"),
                attachment(digest, content),
                attachment(OF_ABC.toUpperCase(java.util.Locale.ROOT), "abc"));

        assertFound(
                Rules.errors(aCase(note.build())),
                same ? new String[0] : new String[] {"ATTACHMENT_DIGEST /attachments/1/sha256"});
    }

    @ParameterizedTest(name = "{0} lacks {1}")
    @CsvSource({
        "ACCESSION, attachments, SCHEMA /attachments",
        "AUTHORIZED_BODIES, bodies, SCHEMA /authorizedBodies",
        "REVOCATION, refersTo, SCHEMA /refersTo",
        "OBJECTION, refersTo, SCHEMA /refersTo"
    })
    void refusesAnActWithoutWhatItNeeds(Act act, String lacking, String expected) {
        Note note = aNote(act);
        switch (lacking) {
            case "attachments" -> note.attachments = List.of();
            case "bodies" -> note.bodies = List.of();
            default -> note.refersTo = null;
        }

        assertFound(Rules.errors(aCase(note.build())), expected);
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void letsOnlyAWithdrawalChooseItsDay(Act act) {
        Note note = aNote(act);
        note.effectiveOn = LocalDate.of(2027, 1, 1);

        assertFound(
                Rules.errors(aCase(note.build())),
                act == Act.WITHDRAWAL ? new String[0] : new String[] {"SCHEMA /effectiveOn"});
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETION_OF_PROCEDURES, true",
        "RATIFICATION, true",
        "ACCESSION, true",
        "SIGNATURE, true",
        "RESERVATION, true",
        "SUCCESSION, true",
        "WITHDRAWAL, false",
        "REVOCATION, false",
        "OBJECTION, false",
        "DECLARATION, false",
        "AUTHORIZED_BODIES, false"
    })
    void takesAReservationWithAConsentOnly(Act act, boolean allowed) {
        Note note = aNote(act);
        note.reservation = new Texts("Оговорка", null);

        assertFound(Rules.errors(aCase(note.build())), allowed ? new String[0] : new String[] {"SCHEMA /reservation"});
    }

    @Test
    void remarksOnACompletionWithoutItsList() {
        Note note = aNote(Act.COMPLETION_OF_PROCEDURES);
        note.bodies = List.of();

        assertThat(Rules.errors(aCase(note.build()))).isEmpty();
        assertFound(Rules.warnings(aCase(note.build())), "ARTICLE_5_LIST_MISSING /authorizedBodies");
    }

    @ParameterizedTest(name = "changed on {0}, received 2026-01-12")
    @CsvSource({"2026-01-12, false", "2025-12-14, false", "2025-12-13, false", "2025-12-12, true", "2020-02-29, true"})
    void remarksOnAListToldAfterThirtyDays(LocalDate changedOn, boolean late) {
        Note note = aNote(Act.AUTHORIZED_BODIES);
        note.changedOn = changedOn;

        assertFound(Rules.warnings(aCase(note.build())), late ? new String[] {"LATE /changedOn"} : new String[0]);
    }

    @Test
    void findsAllDefectsAtOnce() {
        Note note = aNote(Act.ACCESSION);
        note.depository = "elsewhere";
        note.dated = LocalDate.of(2030, 1, 1);
        note.attachments = List.of();
        Case bad = new Case(Draft.of(note.build()), new PartyCode("KZ"), null, MON_2026_01_12, US, false, false);

        assertFound(
                Rules.errors(bad),
                "WRONG_DEPOSITORY /depository",
                "NOT_YOUR_PARTY /party",
                "UNKNOWN_PARTY /party",
                "UNKNOWN_AGREEMENT /agreement",
                "DATED_IN_FUTURE /dated",
                "SCHEMA /attachments");
    }

    private static void assertFound(List<Finding> found, String... expected) {
        assertThat(found)
                .extracting(finding -> finding.code() + " " + finding.at())
                .containsExactly(expected);
        assertThat(found).allSatisfy(finding -> {
            assertThat(finding.message().ru()).isNotBlank();
            assertThat(finding.message().en()).isNotBlank();
        });
    }

    private static Case aCase(Notification notification) {
        return new Case(Draft.of(notification), kg(), kg(), MON_2026_01_12, US, true, true);
    }

    private static PartyCode kg() {
        return new PartyCode("KG");
    }

    private static Attachment attachment(String digest, String content) {
        return new Attachment("a.pdf", "application/pdf", digest, content.getBytes(StandardCharsets.UTF_8));
    }

    private static Note aNote(Act act) {
        return new Note(act);
    }

    private static final class Note {
        private final Act act;
        private String depository = US;
        private LocalDate dated = MON_2026_01_12;
        private @Nullable Basis basis;
        private List<AuthorizedBody> bodies =
                List.of(new AuthorizedBody(new Texts("Министерство", "Ministry"), null, null, null));
        private @Nullable LocalDate changedOn;
        private @Nullable LocalDate effectiveOn;
        private @Nullable Target refersTo = new Target(kg(), "16");
        private @Nullable Texts reservation;
        private List<Attachment> attachments = List.of(attachment(OF_ABC, "abc"));

        Note(Act act) {
            this.act = act;
        }

        Notification build() {
            return new Notification(
                    depository,
                    "17",
                    kg(),
                    "cis-heavy-engineering-2025",
                    act,
                    dated,
                    basis,
                    bodies,
                    changedOn,
                    effectiveOn,
                    refersTo,
                    reservation,
                    null,
                    attachments);
        }
    }
}
