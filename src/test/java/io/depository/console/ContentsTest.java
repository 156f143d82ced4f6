package io.depository.console;

import static io.depository.console.StaffTest.assertIsAProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.depository.testing.Digests;
import io.depository.testing.Embassy;
import io.depository.testing.Http;
import io.depository.testing.Note;
import io.depository.testing.RunningDepository;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is in an arrival, as staff see it: documents to be saved, and words to be looked at twice. */
class ContentsTest {

    private static final RunningDepository DEPOSITORY = RunningDepository.shared();

    private final Http viewer = DEPOSITORY.httpAs("viewer");

    @Test
    void givesADocumentAsAFileThatNoBrowserRuns() {
        String page = "<html><script>alert(1)</script></html>";
        Note note = Note.of("BY", "declaration")
                .with("statement", Map.of("en", "We declare."))
                .with("attachments", List.of(attachment("../../etc/cron.d/\"x\r\ny.html", "text/html", page)));
        assertThat(arrive(note)).as("control characters in a name").isEqualTo("returned");
        note.reference(note.reference() + "-2")
                .with(
                        "attachments",
                        List.of(
                                attachment("../../etc/cron.d/\"page;.html", "text/html", page),
                                attachment("отчёт.pdf", "application/pdf", "two"),
                                attachment("CON\u202Efdp.exe", "application/pdf", "three")));
        assertThat(arrive(note)).isEqualTo("registered");
        long id = idOf(note);

        HttpResponse<String> first = viewer.get("/api/inbox/" + id + "/attachments/0");
        assertThat(first.body()).isEqualTo(page);
        assertThat(first.headers().allValues("Content-Type")).containsExactly("application/octet-stream");
        assertThat(first.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(first.headers().allValues("Content-Security-Policy"))
                .containsExactly("sandbox; default-src 'none'; frame-ancestors 'none'");
        assertThat(disposition(first))
                .startsWith("attachment;")
                .contains(".._etc_cron.d__page_.html")
                .doesNotContain("/");
        assertThat(disposition(viewer.get("/api/inbox/" + id + "/attachments/1")))
                .contains("%D0%BE%D1%82%D1%87%D1%91%D1%82.pdf");
        assertThat(disposition(viewer.get("/api/inbox/" + id + "/attachments/2")))
                .contains("CON_fdp.exe");

        JsonNode shown = viewer.json("/api/inbox/" + id);
        assertThat(shown.path("attachments")).hasSize(3);
        JsonNode listed = shown.path("attachments").get(0);
        assertThat(listed.path("fileName").asString()).isEqualTo("../../etc/cron.d/\"page;.html");
        assertThat(listed.path("sha256").asString()).isEqualTo(Digests.sha256(page.getBytes(UTF_8)));
        assertThat(listed.path("size").asInt()).isEqualTo(page.length());
        assertThat(shown.path("lookAlikes").toString()).contains("U+202E", "/attachments/2/fileName");
        assertIsAProblem(viewer.get("/api/inbox/" + id + "/attachments/3"), 404);
        assertIsAProblem(viewer.get("/api/inbox/" + id + "/attachments/-1"), 404);
        assertIsAProblem(viewer.get("/api/inbox/" + id + "/attachments/x"), 400);
        assertIsAProblem(viewer.get("/api/inbox/1000000000/attachments/0"), 404);
        assertIsAProblem(DEPOSITORY.http().get("/api/inbox/" + id + "/attachments/0"), 401);
    }

    @Test
    void showsWordsThatLookLikeOthersWithTheirCodePoints() {
        Note note = Note.bodiesOf("BY").reference("17-АС").withBodies("Mиниcтерство экономики");
        assertThat(arrive(note)).isEqualTo("registered");

        JsonNode lookAlikes = viewer.json("/api/inbox/" + idOf(note)).path("lookAlikes");
        assertThat(lookAlikes.valueStream().map(one -> one.path("at").asString()))
                .containsExactlyInAnyOrder("/reference", "/authorizedBodies/0/name/ru", "/authorizedBodies/0/name/en");
        assertThat(lookAlikes.get(0).path("readsAs").asString()).isEqualTo("AC");
        assertThat(lookAlikes.get(0).path("codePoints").get(0).asString())
                .isEqualTo("U+0410 CYRILLIC CAPITAL LETTER A");
        assertThat(lookAlikes.get(1).path("codePoints").get(0).asString()).isEqualTo("U+004D LATIN CAPITAL LETTER M");
        assertThat(lookAlikes.get(1).path("why").path("ru").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"<b>.txt, _b_.txt", "..\\..\\x, .._.._x", ".htaccess, _.htaccess", "'', _", "a\u0000b, a_b"})
    void leavesOfANameOnlyWhatLeadsNowhere(String written, String safe) {
        assertThat(Download.safeName(written)).isEqualTo(safe.equals(".._.._x") ? "_" + safe : safe);
    }

    private static Map<String, Object> attachment(String name, String type, String content) {
        byte[] bytes = content.getBytes(UTF_8);
        Map<String, Object> attachment = new LinkedHashMap<>();
        attachment.put("fileName", name);
        attachment.put("mediaType", type);
        attachment.put("sha256", Digests.sha256(bytes));
        attachment.put("content", Base64.getEncoder().encodeToString(bytes));
        return attachment;
    }

    private static String arrive(Note note) {
        try (Embassy embassy = DEPOSITORY.embassyOf("BY")) {
            byte[] sent = embassy.signs(note, "jms");
            return embassy.awaitAcknowledgement(sent, "jms").path("outcome").asString();
        }
    }

    private static long idOf(Note note) {
        return DEPOSITORY
                .jdbc()
                .sql("select receipt_id from decision where reference = ? order by id desc limit 1")
                .param(note.reference())
                .query(Long.class)
                .single();
    }

    private static String disposition(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Disposition").orElse("");
    }
}
