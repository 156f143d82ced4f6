package io.depository.reading;

import io.depository.notification.Draft;
import io.depository.notification.Finding;
import io.depository.notification.Findings;
import io.depository.notification.Notification;
import io.depository.notification.Notification.Attachment;
import io.depository.notification.Notification.AuthorizedBody;
import io.depository.notification.Notification.Basis;
import io.depository.notification.Notification.Texts;
import io.depository.treaty.Act;
import io.depository.treaty.LegalFact;
import io.depository.treaty.PartyCode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSON value measured against the form of a notification: what of it is well-formed, and what is not.
 *
 * @param draft what is well-formed
 * @param notification the notification; null where there is any error
 * @param errors {@code SCHEMA} findings, one a place
 * @param warnings unknown members
 */
record Form(Draft draft, @Nullable Notification notification, List<Finding> errors, List<Finding> warnings) {

    private static final int MOST_ERRORS = 100;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    static Form of(JsonNode root, NotificationSchema schema) {
        return new Measuring(root, schema).form();
    }

    /** The existing day, written {@code yyyy-MM-dd}; empty otherwise. */
    static Optional<LocalDate> date(String text) {
        if (text.length() != "yyyy-MM-dd".length()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(text, DATE);
            return date.isBefore(FIRST_DAY) ? Optional.empty() : Optional.of(date);
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty(); // the caller makes a finding of it
        }
    }

    private static final class Measuring {

        private final JsonNode root;
        private final NotificationSchema schema;
        private final Map<String, Finding> errors;
        private final Map<String, LocalDate> dates = new TreeMap<>();

        Measuring(JsonNode root, NotificationSchema schema) {
            this.root = root;
            this.schema = schema;
            this.errors = schema.defects(root);
        }

        Form form() {
            String depository = text(root, "", "depository");
            String reference = text(root, "", "reference");
            String agreement = text(root, "", "agreement");
            PartyCode party = party(root, "", "party");
            Act act = act();
            date(root, "", "dated");
            date(root, "", "changedOn");
            date(root, "", "effectiveOn");
            Basis basis = basis();
            LegalFact.Target refersTo = refersTo(party);
            SortedMap<Integer, Attachment> attachments = attachments();
            List<AuthorizedBody> bodies = bodies();
            Draft draft = new Draft(depository, reference, party, agreement, act, dates, given(), attachments);
            if (!errors.isEmpty()) {
                return new Form(draft, null, told(), schema.unknownFields(root));
            }
            Notification notification = new Notification(
                    Objects.requireNonNull(depository),
                    Objects.requireNonNull(reference),
                    Objects.requireNonNull(party),
                    Objects.requireNonNull(agreement),
                    Objects.requireNonNull(act),
                    Objects.requireNonNull(dates.get("/dated")),
                    basis,
                    bodies,
                    dates.get("/changedOn"),
                    dates.get("/effectiveOn"),
                    refersTo,
                    texts("reservation"),
                    texts("statement"),
                    List.copyOf(attachments.values()));
            return new Form(draft, notification, List.of(), schema.unknownFields(root));
        }

        private List<Finding> told() {
            List<Finding> all = List.copyOf(errors.values());
            if (all.size() <= MOST_ERRORS) {
                return all;
            }
            List<Finding> told = new ArrayList<>(all.subList(0, MOST_ERRORS));
            told.add(Findings.moreDefects(all.size() - MOST_ERRORS));
            return told;
        }

        private Set<String> given() {
            Set<String> given = new HashSet<>();
            if (root.isObject()) {
                root.properties().stream()
                        .filter(member -> !(member.getValue().isArray()
                                && member.getValue().isEmpty()))
                        .forEach(member -> given.add(member.getKey()));
            }
            return given;
        }

        private @Nullable Act act() {
            String name = text(root, "", "act");
            return name == null
                    ? null
                    : Act.find(name).orElseGet(() -> {
                        throw new IllegalStateException("The schema lets pass an act that is none: " + name);
                    });
        }

        private @Nullable Basis basis() {
            JsonNode basis = root.get("basis");
            if (basis == null) {
                return null;
            }
            return new Basis(
                    text(basis, "/basis", "title"), text(basis, "/basis", "number"), date(basis, "/basis", "dated"));
        }

        private LegalFact.@Nullable Target refersTo(@Nullable PartyCode sender) {
            JsonNode target = root.get("refersTo");
            if (target == null) {
                return null;
            }
            String reference = text(target, "/refersTo", "reference");
            PartyCode other = party(target, "/refersTo", "party");
            PartyCode whose = other == null ? sender : other;
            return reference == null || whose == null ? null : new LegalFact.Target(whose, reference);
        }

        private @Nullable Texts texts(String name) {
            JsonNode texts = root.get(name);
            return texts == null ? null : new Texts(JsonText.string(texts, "ru"), JsonText.string(texts, "en"));
        }

        private List<AuthorizedBody> bodies() {
            List<AuthorizedBody> bodies = new ArrayList<>();
            JsonNode list = root.get("authorizedBodies");
            if (list == null || !errors.isEmpty()) {
                return bodies;
            }
            for (JsonNode body : list) {
                JsonNode name = body.get("name");
                bodies.add(new AuthorizedBody(
                        new Texts(JsonText.string(name, "ru"), JsonText.string(name, "en")),
                        JsonText.string(body, "address"),
                        JsonText.string(body, "email"),
                        JsonText.string(body, "phone")));
            }
            return bodies;
        }

        private SortedMap<Integer, Attachment> attachments() {
            SortedMap<Integer, Attachment> attachments = new TreeMap<>();
            JsonNode list = root.get("attachments");
            for (int i = 0; list != null && list.isArray() && i < list.size(); i++) {
                String at = Pointer.element("/attachments", i);
                JsonNode entry = list.get(i);
                byte[] content = content(entry, at);
                String name = text(entry, at, "fileName");
                String type = text(entry, at, "mediaType");
                String digest = text(entry, at, "sha256");
                if (content != null && digest != null) {
                    attachments.put(
                            i, new Attachment(name == null ? "" : name, type == null ? "" : type, digest, content));
                }
            }
            return attachments;
        }

        private byte @Nullable [] content(JsonNode attachment, String at) {
            String written = text(attachment, at, "content");
            if (written == null) {
                return null;
            }
            try {
                return Base64.getDecoder().decode(written);
            } catch (IllegalArgumentException notBase64) {
                wrong(at + "/content");
                return null;
            }
        }

        private @Nullable PartyCode party(JsonNode parent, String at, String name) {
            String code = text(parent, at, name);
            PartyCode party = code == null ? null : PartyCode.find(code).orElse(null);
            if (code != null && party == null) {
                wrong(Pointer.member(at, name));
            }
            return party;
        }

        private @Nullable LocalDate date(JsonNode parent, String at, String name) {
            String written = text(parent, at, name);
            String pointer = Pointer.member(at, name);
            LocalDate date = written == null ? null : Form.date(written).orElse(null);
            if (date != null) {
                dates.put(pointer, date);
            } else if (written != null) {
                wrong(pointer);
            }
            return date;
        }

        /** The string at that member; null where it is missing or has been found wrong. */
        private @Nullable String text(JsonNode parent, String at, String name) {
            return errors.containsKey(Pointer.member(at, name)) ? null : JsonText.string(parent, name);
        }

        private void wrong(String pointer) {
            errors.putIfAbsent(
                    pointer, Findings.unexpected(pointer, schema.place(pointer).words()));
        }
    }
}
