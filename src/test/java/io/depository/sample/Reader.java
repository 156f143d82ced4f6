package io.depository.sample;

import java.io.PrintStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints letters: first what they say, then the JSON itself. */
final class Reader {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final PrintStream paper;

    Reader(PrintStream paper) {
        this.paper = paper;
    }

    /** Prints the letter and says whether it is the acknowledgement of the notification with that digest. */
    boolean read(String json, String notificationSha256) {
        JsonNode letter;
        try {
            letter = JSON.readTree(json);
        } catch (JacksonException e) {
            paper.println("Something arrived that is no JSON: " + e.getOriginalMessage());
            return false;
        }
        boolean isAcknowledgement = letter.path("type").asString("").equals("acknowledgement");
        if (isAcknowledgement) {
            printAcknowledgement(letter);
        } else {
            printCircular(letter);
        }
        letter.path("effects").forEach(this::printEffect);
        if (letter.has("receipt")) {
            printReceipt(letter.path("receipt"));
        }
        paper.println(JSON.writeValueAsString(letter));
        paper.println();
        return isAcknowledgement
                && (letter.path("notificationSha256").asString("").equals(notificationSha256)
                        || letter.path("sha256").asString("").equals(notificationSha256));
    }

    private void printAcknowledgement(JsonNode letter) {
        paper.println("== Acknowledgement " + text(letter, "id") + ": "
                + text(letter, "outcome").toUpperCase(java.util.Locale.ROOT));
        paper.println("   " + text(letter, "act") + " of " + text(letter, "party") + " under "
                + text(letter, "agreement") + ", note " + text(letter, "reference"));
        paper.println("   received " + text(letter, "receivedAt") + " by " + text(letter, "channel") + ", in law on "
                + text(letter, "receivedOn"));
        letter.path("errors").forEach(error -> printFinding("error  ", error));
        letter.path("warnings").forEach(warning -> printFinding("warning", warning));
        if (letter.has("review")) {
            paper.println("   held: " + text(letter.path("review"), "en"));
        }
    }

    private void printCircular(JsonNode letter) {
        paper.println("== Circular " + text(letter, "number") + ": " + text(letter, "kind"));
        paper.println("   " + text(letter.path("text"), "en").strip().replace("\n", "\n   "));
    }

    private void printFinding(String kind, JsonNode finding) {
        String at = finding.has("at") ? " at " + text(finding, "at") : "";
        paper.println("   " + kind + " " + text(finding, "code") + at + ": " + text(finding.path("message"), "en"));
    }

    private void printEffect(JsonNode effect) {
        String party = effect.has("party") ? " " + text(effect, "party") : "";
        String on = effect.path("on").isString() ? " on " + text(effect, "on") : "";
        String alternative =
                effect.has("alternative") ? " (otherwise counted: " + text(effect, "alternative") + ")" : "";
        paper.println("   -> " + text(effect, "effect") + party + on + alternative + ". "
                + text(effect.path("because"), "en"));
    }

    private void printReceipt(JsonNode receipt) {
        paper.println("   receipt: entry " + receipt.path("index").asLong() + " in a register of "
                + receipt.path("treeSize").asLong() + "; the proof "
                + (ReceiptCheck.holds(receipt) ? "leads to the signed root" : "DOES NOT LEAD to the signed root"));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("-");
    }
}
