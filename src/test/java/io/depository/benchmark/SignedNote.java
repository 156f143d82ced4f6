package io.depository.benchmark;

import io.depository.testing.Note;
import io.depository.testing.SigningKey;
import io.depository.treaty.PartyCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A notification as a party sends it: a compact JWS around a JSON of at least 4 KB. It is a new list of authorized bodies
 * (Article 5), the one act that every state may repeat as often as it likes and that is registered at once.
 *
 * @param party whose queue it goes to
 */
record SignedNote(PartyCode party, byte[] jws) {

    private static final int BYTES = 4096;
    private static final int PADDING_OF_A_STATEMENT = 30;

    /** The states that the agreement names. */
    private static final List<String> STATES =
            List.of("AM", "AZ", "BY", "KG", "KZ", "MD", "RU", "TJ", "TM", "UA", "UZ");

    /** So many notes, by each state in turn, signed with the demo keys of that home. */
    static List<SignedNote> write(int count, Path home) {
        Map<String, SigningKey> keys = STATES.stream()
                .collect(Collectors.toMap(
                        state -> state,
                        state ->
                                SigningKey.read(state, home.resolve("demo-keys").resolve(state))));
        List<SignedNote> notes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String state = STATES.get(i % STATES.size());
            notes.add(new SignedNote(
                    new PartyCode(state),
                    keys.get(state).sign(noteOf(state, "BENCH-" + i).json())));
        }
        return notes;
    }

    private static Note noteOf(String state, String reference) {
        return Note.bodiesOf(state)
                .reference(reference)
                .with(
                        "authorizedBodies",
                        IntStream.range(1, 7).mapToObj(SignedNote::body).toList())
                .weighing(BYTES + PADDING_OF_A_STATEMENT);
    }

    private static Map<String, Object> body(int number) {
        return Map.of(
                "name",
                Map.of(
                        "ru",
                        "Управление тяжелого машиностроения № " + number + " Министерства промышленности и торговли",
                        "en",
                        "Department of Heavy Machine Engineering No. " + number
                                + " of the Ministry of Industry and Trade"),
                "address",
                "ул. Промышленная, д. " + number + ", 220030",
                "email",
                "department-" + number + "@industry.example",
                "phone",
                "+375 17 000 00 0" + number);
    }
}
