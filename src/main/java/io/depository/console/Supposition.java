package io.depository.console;

import io.depository.treaty.Act;
import io.depository.treaty.Bilingual;
import io.depository.treaty.LegalFact;
import io.depository.treaty.PartyCode;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Acts that somebody supposes, as a body of a request says them.
 *
 * @param asOf the day asked about; null for today
 * @param acts in the order of the body; each is received at the end of its day, after all that was
 */
public record Supposition(@Nullable LocalDate asOf, List<LegalFact> acts) {

    private static final int MOST_ACTS = 1000;
    private static final int MOST_ERRORS = 100;
    private static final int FIRST_YEAR = 1900;
    private static final int REFERENCE_LENGTH = 64;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Set<String> MEMBERS = Set.of("asOf", "acts");
    private static final Set<String> ACT_MEMBERS =
            Set.of("party", "act", "receivedOn", "effectiveOn", "reference", "refersTo");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The body, as the description of the interface shows it. */
    record Body(
            @Nullable LocalDate asOf,
            @ArraySchema(maxItems = MOST_ACTS) List<SupposedAct> acts) {}

    /** One of its acts. */
    record SupposedAct(
            @Schema(pattern = "[A-Z]{2}", example = "KG") String party,
            @Schema(example = "completion-of-procedures") String act,
            LocalDate receivedOn,
            @Nullable LocalDate effectiveOn,
            @Nullable String reference,

            @Schema(description = "For a revocation: the reference of the state's own note that it takes back")
            @Nullable
            String refersTo) {}

    /** What is wrong, and where: a JSON Pointer. */
    public record Error(String at, Bilingual message) {}

    /** The body supposes nothing that could be understood; all that is wrong with it. */
    public static final class Unfit extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient List<Error> errors;

        Unfit(List<Error> errors) {
            super(errors.get(0).message().en());
            this.errors = List.copyOf(errors);
        }

        static Unfit at(String at, String ru, String en) {
            return new Unfit(List.of(new Error(at, new Bilingual(ru, en))));
        }

        /** All that is wrong, each with its place. */
        public List<Error> errors() {
            return errors;
        }
    }

    /**
     * Reads a body.
     *
     * @param zone in which days begin and end
     * @param known whether there is such a state
     * @throws Unfit where it cannot be understood
     */
    public static Supposition read(byte[] body, ZoneId zone, Predicate<PartyCode> known) {
        return new Reading(zone, known).read(body);
    }

    /** The reading of one body. */
    private static final class Reading {

        private final ZoneId zone;
        private final Predicate<PartyCode> known;
        private final List<Error> errors = new ArrayList<>();

        Reading(ZoneId zone, Predicate<PartyCode> known) {
            this.zone = zone;
            this.known = known;
        }

        Supposition read(byte[] body) {
            JsonNode root = parsed(body);
            if (!root.isObject()) {
                throw Unfit.at("", "Ожидается объект {asOf?, acts}.", "An object {asOf?, acts} was expected.");
            }
            refuseUnknown(root, "", MEMBERS);
            LocalDate asOf = root.has("asOf") ? day(root.get("asOf"), "/asOf") : null;
            List<LegalFact> acts = acts(root.get("acts"));
            if (!errors.isEmpty()) {
                throw new Unfit(errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
            }
            return new Supposition(asOf, acts);
        }

        private List<LegalFact> acts(@Nullable JsonNode nodes) {
            if (nodes == null || !nodes.isArray()) {
                tell("/acts", "Ожидается список актов.", "A list of acts was expected.");
                return List.of();
            }
            if (nodes.size() > MOST_ACTS) {
                tell("/acts", "Не более " + MOST_ACTS + " актов.", "At most " + MOST_ACTS + " acts.");
                return List.of();
            }
            List<LegalFact> acts = new ArrayList<>();
            for (int i = 0; i < nodes.size(); i++) {
                act(nodes.get(i), "/acts/" + i).ifPresent(acts::add);
            }
            return acts;
        }

        private Optional<LegalFact> act(JsonNode node, String at) {
            if (!node.isObject()) {
                tell(
                        at,
                        "Ожидается объект {party, act, receivedOn}.",
                        "An object {party, act, receivedOn} was expected.");
                return Optional.empty();
            }
            refuseUnknown(node, at, ACT_MEMBERS);
            PartyCode party = party(node.get("party"), at + "/party");
            Act act = kind(node.get("act"), at + "/act");
            LocalDate received = day(node.get("receivedOn"), at + "/receivedOn");
            LocalDate effective = node.has("effectiveOn") ? day(node.get("effectiveOn"), at + "/effectiveOn") : null;
            String reference = node.has("reference") ? reference(node.get("reference"), at + "/reference") : null;
            String refersTo = node.has("refersTo") ? reference(node.get("refersTo"), at + "/refersTo") : null;
            if (act == Act.REVOCATION && !node.has("refersTo")) {
                tell(
                        at + "/refersTo",
                        "Отзыв указывает номер ноты, которую он отзывает.",
                        "A revocation names the reference of the note that it takes back.");
            }
            if (party == null || act == null || received == null) {
                return Optional.empty();
            }
            return Optional.of(new LegalFact(
                    LegalFact.UNREGISTERED,
                    party,
                    act,
                    reference == null ? at : reference,
                    received.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1),
                    received,
                    refersTo == null ? null : new LegalFact.Target(party, refersTo),
                    effective,
                    null));
        }

        private @Nullable PartyCode party(@Nullable JsonNode node, String at) {
            Optional<PartyCode> party = Optional.ofNullable(node)
                    .filter(JsonNode::isString)
                    .flatMap(text -> PartyCode.find(text.asString()))
                    .filter(known);
            if (party.isEmpty()) {
                tell(
                        at,
                        "Ожидается код известного депозитарию государства (ISO 3166-1 alpha-2, например KG).",
                        "The code of a state that the depository knows was expected (ISO 3166-1 alpha-2, such as KG).");
            }
            return party.orElse(null);
        }

        private @Nullable Act kind(@Nullable JsonNode node, String at) {
            Optional<Act> act =
                    Optional.ofNullable(node).filter(JsonNode::isString).flatMap(text -> Act.find(text.asString()));
            if (act.isEmpty()) {
                String acts = Arrays.stream(Act.values()).map(Act::wireName).collect(Collectors.joining(", "));
                tell(at, "Ожидается действие: " + acts + ".", "An act was expected: " + acts + ".");
            }
            return act.orElse(null);
        }

        private @Nullable LocalDate day(@Nullable JsonNode node, String at) {
            if (node != null && node.isString() && DATE.matcher(node.asString()).matches()) {
                try {
                    LocalDate day = LocalDate.parse(node.asString());
                    if (day.getYear() >= FIRST_YEAR) {
                        return day;
                    }
                } catch (DateTimeException noSuchDay) {
                    tell(at, "Такого дня нет в календаре.", "The calendar has no such day.");
                    return null;
                }
            }
            tell(
                    at,
                    "Ожидается дата вида 2026-03-05, не ранее " + FIRST_YEAR + " года.",
                    "A date such as 2026-03-05 was expected, not before the year " + FIRST_YEAR + ".");
            return null;
        }

        private @Nullable String reference(JsonNode node, String at) {
            String text = node.isString() ? node.asString().strip() : "";
            if (!text.isEmpty() && text.length() <= REFERENCE_LENGTH) {
                return text;
            }
            tell(at, "Ожидается номер ноты, 1–64 знака.", "A note's reference was expected, 1 to 64 characters.");
            return null;
        }

        private void refuseUnknown(JsonNode object, String at, Set<String> members) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                if (!members.contains(member.getKey())) {
                    String escaped = member.getKey().replace("~", "~0").replace("/", "~1");
                    String all = members.stream().sorted().collect(Collectors.joining(", "));
                    tell(
                            at + "/" + escaped,
                            "Такого поля нет; известны " + all + ".",
                            "There is no such member; known are " + all + ".");
                }
            }
        }

        private void tell(String at, String ru, String en) {
            errors.add(new Error(at, new Bilingual(ru, en)));
        }

        private static JsonNode parsed(byte[] body) {
            try {
                return JSON.readTree(body);
            } catch (JacksonException e) {
                throw Unfit.at(
                        "",
                        "Тело запроса — не JSON в UTF-8 без повторяющихся полей.",
                        "The body is no JSON in UTF-8 without repeated members.");
            }
        }
    }
}
