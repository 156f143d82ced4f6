package io.depository.local;

import io.depository.testing.Note;
import io.depository.testing.SigningKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes notices of every kind for the demo parties, signed with their demo keys. */
final class NoticeBook {

    private static final List<String> SIGNATORIES = List.of("AM", "BY", "KZ", "KG", "TJ", "UZ");
    private static final List<String> NAMED = List.of("AM", "AZ", "BY", "KG", "KZ", "MD", "RU", "TJ", "TM", "UA", "UZ");
    private static final String STRANGER = "DE";

    private final Random random;
    private final LocalDate today;
    private final Map<String, SigningKey> keys = new HashMap<>();
    private int contests;

    NoticeBook(Random random, Path home, LocalDate today) {
        this.random = random;
        this.today = today;
        DemoState.parties()
                .forEach(party -> keys.put(
                        party.value(),
                        SigningKey.read(party.value(), home.resolve("demo-keys").resolve(party.value()))));
    }

    /** Completions by all who signed; one state sends two, of which one counts. */
    List<Notice> completions() {
        List<Notice> completions = new ArrayList<>();
        String twice = SIGNATORIES.get(random.nextInt(SIGNATORIES.size()));
        for (String party : SIGNATORIES) {
            boolean contested = party.equals(twice);
            Note note = dated(Note.completionBy(party));
            completions.add(signed(party, note, contested ? Notice.Fate.CONTESTED : Notice.Fate.REGISTERED, "consent"));
            if (contested) {
                completions.add(signed(party, dated(Note.completionBy(party)), Notice.Fate.CONTESTED, "consent"));
            }
        }
        return completions;
    }

    /** One or two notices of any other kind, mostly good ones. */
    List<Notice> draw() {
        int dice = random.nextInt(100);
        if (dice < 70) {
            return List.of(bodies());
        }
        if (dice < 84) {
            String party = pick(NAMED);
            return List.of(new Notice(party, list(party).json(), false, Notice.Fate.HELD, "", true));
        }
        return dice < 88 ? underOneReference() : List.of(faulty());
    }

    private Notice bodies() {
        String party = pick(NAMED);
        return signed(party, list(party), Notice.Fate.REGISTERED, "");
    }

    /** Two notes under one reference: whichever comes first uses it up. */
    private List<Notice> underOneReference() {
        String party = pick(NAMED);
        String contest = "reference " + ++contests;
        Note first = list(party);
        Note second = list(party).reference(first.reference());
        return List.of(
                signed(party, first, Notice.Fate.CONTESTED, contest),
                signed(party, second, Notice.Fate.CONTESTED, contest));
    }

    private Notice faulty() {
        String party = pick(NAMED);
        return switch (random.nextInt(5)) {
            case 0 -> signed(party, list(party).with("act", "surrender"), Notice.Fate.RETURNED, "");
            case 1 -> signed(party, list(party).with("depository", "somebody-else"), Notice.Fate.RETURNED, "");
            case 2 -> signed(STRANGER, list(STRANGER), Notice.Fate.RETURNED, "");
            case 3 -> new Notice(party, withAnotherPayload(party), false, Notice.Fate.RETURNED, "", true);
            default ->
                new Notice(
                        party,
                        ("{\"half\": " + random.nextLong()).getBytes(StandardCharsets.UTF_8),
                        false,
                        Notice.Fate.RETURNED,
                        "",
                        false);
        };
    }

    /** Somebody put other words under the signature. */
    private byte[] withAnotherPayload(String party) {
        String[] parts = new String(keys.get(party).sign(list(party)), StandardCharsets.US_ASCII).split("\\.");
        String payload = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(list(party).json());
        return (parts[0] + "." + payload + "." + parts[2]).getBytes(StandardCharsets.US_ASCII);
    }

    private Notice signed(String party, Note note, Notice.Fate fate, String contest) {
        String shared = fate == Notice.Fate.CONTESTED ? contest : "";
        return new Notice(party, keys.get(party).sign(note), true, fate, shared, true);
    }

    private Note list(String party) {
        return dated(Note.bodiesOf(party)).withBodies("Ministry No. " + random.nextInt(1000) + " of " + party);
    }

    private Note dated(Note note) {
        return note.dated(today.toString());
    }

    private String pick(List<String> parties) {
        return parties.get(random.nextInt(parties.size()));
    }
}
