package io.depository.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A notification in version 1 of the format. For the Kyrgyz Republic it is the one that the agreement waits for: the
 * completion of procedures by Cabinet Resolution No. 827 of 24 December 2025.
 */
final class Note {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Note() {}

    static Note of(Options options, LocalDate today) {
        Note note = new Note();
        note.fields.put("version", "1");
        note.fields.put("depository", "cis-executive-committee");
        note.fields.put("reference", options.reference());
        note.fields.put("party", options.party());
        note.fields.put("agreement", options.agreement());
        note.fields.put("act", options.act());
        note.fields.put("dated", today.toString());
        note.addWhatTheActNeeds(options);
        return note;
    }

    private void addWhatTheActNeeds(Options options) {
        boolean kyrgyz = options.party().equals("KG");
        switch (options.act()) {
            case "completion-of-procedures" -> {
                if (kyrgyz) {
                    fields.put(
                            "basis",
                            Map.of(
                                    "title",
                                    "Resolution of the Cabinet of Ministers",
                                    "number",
                                    "827",
                                    "dated",
                                    "2025-12-24"));
                }
                fields.put("authorizedBodies", List.of(authorizedBody(options.party())));
            }
            case "authorized-bodies" -> fields.put("authorizedBodies", List.of(authorizedBody(options.party())));
            case "accession" ->
                fields.put(
                        "attachments",
                        List.of(attachment(
                                "instrument-of-accession.txt",
                                "Instrument of accession of " + options.party() + " to " + options.agreement()
                                        + "\n")));
            default -> {
                // Nothing more is needed.
            }
        }
        options.refersTo().ifPresent(reference -> fields.put("refersTo", Map.of("reference", reference)));
        options.effectiveOn().ifPresent(day -> fields.put("effectiveOn", day));
        options.changedOn().ifPresent(day -> fields.put("changedOn", day));
        options.statement().ifPresent(text -> fields.put("statement", Map.of("en", text)));
    }

    private static Map<String, Object> authorizedBody(String party) {
        if (party.equals("KG")) {
            return Map.of(
                    "name",
                    text(
                            "Министерство экономики и коммерции Кыргызской Республики",
                            "Ministry of Economy and Commerce of the Kyrgyz Republic"));
        }
        return Map.of(
                "name",
                text(
                        "Орган, ответственный за тяжёлое машиностроение (" + party + ")",
                        "The body responsible for heavy machine engineering (" + party + ")"));
    }

    private static Map<String, String> text(String ru, String en) {
        Map<String, String> text = new LinkedHashMap<>();
        text.put("ru", ru);
        text.put("en", en);
        return text;
    }

    private static Map<String, String> attachment(String fileName, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Map<String, String> attachment = new LinkedHashMap<>();
        attachment.put("fileName", fileName);
        attachment.put("mediaType", "text/plain");
        attachment.put("sha256", sha256(bytes));
        attachment.put("content", Base64.getEncoder().encodeToString(bytes));
        return attachment;
    }

    /** The notification's JSON in UTF-8. */
    byte[] toJson() {
        return JSON.writeValueAsBytes(fields);
    }

    /** Lower-case hex. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
