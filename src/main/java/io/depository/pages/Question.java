package io.depository.pages;

import io.depository.console.Supposition;
import io.depository.treaty.PartyCode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Supposed acts as a form asks about them: as many rows as it has, of which the empty ones say nothing.
 *
 * @param rows each row that was filled in, or begun
 */
record Question(List<Row> rows) {

    /** A form has no more; whoever supposes more asks the interface. */
    static final int MOST = 10;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One supposed act; each field as it was written. */
    public record Row(String party, String act, String day, String refersTo) {

        boolean isEmpty() {
            return party.isEmpty() && act.isEmpty() && day.isEmpty() && refersTo.isEmpty();
        }

        private Map<String, String> body() {
            return refersTo.isEmpty()
                    ? Map.of("party", party, "act", act, "receivedOn", day)
                    : Map.of("party", party, "act", act, "receivedOn", day, "refersTo", refersTo);
        }
    }

    static Question of(MultiValueMap<String, String> form) {
        return new Question(IntStream.range(0, MOST)
                .mapToObj(i -> new Row(
                        field(form, "party", i),
                        field(form, "act", i),
                        field(form, "day", i),
                        field(form, "refersTo", i)))
                .filter(row -> !row.isEmpty())
                .toList());
    }

    private static String field(MultiValueMap<String, String> form, String name, int i) {
        List<String> values = form.getOrDefault(name, List.of());
        return i < values.size() ? values.get(i).strip() : "";
    }

    /**
     * Reads the acts as the interface does.
     *
     * @throws Supposition.Unfit where they cannot be understood
     */
    Supposition read(ZoneId zone, Predicate<PartyCode> known) {
        String body = JSON.writeValueAsString(
                Map.of("acts", rows.stream().map(Row::body).toList()));
        return Supposition.read(body.getBytes(StandardCharsets.UTF_8), zone, known);
    }
}
