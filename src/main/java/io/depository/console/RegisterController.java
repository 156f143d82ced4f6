package io.depository.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.depository.register.LogKey;
import io.depository.register.RegisterExport;
import io.depository.register.RegisterReader;
import io.depository.witness.Witnesses;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The register, open to all: entries, the signed checkpoint and proofs (RFC 9162, C2SP tlog-checkpoint). */
@RestController
@RequestMapping("/api/register")
class RegisterController {

    private final RegisterReader register;
    private final RegisterExport export;
    private final Witnesses witnesses;

    RegisterController(RegisterReader register, RegisterExport export, Witnesses witnesses) {
        this.register = register;
        this.export = export;
        this.witnesses = witnesses;
    }

    /** Part of the list of entries. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entries(List<EntryView> entries, @Nullable Long next) {}

    /** An entry: the record's exact bytes and the leaf hash, both base64. */
    record EntryView(long index, byte[] record, byte[] leafHash, Instant recordedAt) {}

    /** An audit path, from the leaf upwards, base64. */
    record Inclusion(long index, long size, List<byte[]> proof) {}

    /** A consistency proof, base64. */
    record Consistency(long from, long to, List<byte[]> proof) {}

    /** The keys of the log. */
    record Keys(List<LogKey> keys) {}

    @GetMapping("/entries")
    Entries entries(@RequestParam(defaultValue = "0") long from, @RequestParam(defaultValue = "100") int limit) {
        RegisterReader.Page page = register.entries(from, Math.min(limit, RegisterReader.MOST_ENTRIES));
        return new Entries(
                page.entries().stream()
                        .map(entry ->
                                new EntryView(entry.index(), entry.record(), entry.leafHash(), entry.recordedAt()))
                        .toList(),
                page.next());
    }

    /**
     * A signed note, with what witnesses have signed beneath it.
     *
     * @param size of which tree; the newest where none is said
     * @param cosigned whether the newest is meant that a witness has signed
     */
    @GetMapping(path = "/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String checkpoint(@RequestParam @Nullable Long size, @RequestParam(defaultValue = "false") boolean cosigned) {
        Optional<String> note =
                size != null ? witnesses.checkpoint(size) : cosigned ? witnesses.newestCosigned() : witnesses.newest();
        return note.orElseThrow(() -> new ResponseStatusException(
                HttpStatus.NOT_FOUND, size == null ? "Nothing is registered yet" : "No checkpoint has that size"));
    }

    @GetMapping("/proof")
    Inclusion proof(@RequestParam long index, @RequestParam @Nullable Long size) {
        long treeSize = size == null ? register.size() : size;
        return new Inclusion(index, treeSize, register.inclusionProof(index, treeSize));
    }

    @GetMapping("/consistency")
    Consistency consistency(@RequestParam long from, @RequestParam @Nullable Long to) {
        long later = to == null ? register.size() : to;
        return new Consistency(from, later, register.consistencyProof(from, later));
    }

    /** The whole register, a JSON object a line; the command {@code verify} checks it. */
    @GetMapping(path = "/export", produces = "application/jsonl")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType("application/jsonl;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"register.jsonl\"");
        export.writeTo(response.getOutputStream());
    }

    /** Every key that checkpoints were signed with, the first one first, and what each signed. */
    @GetMapping("/keys")
    Keys keys() {
        return new Keys(register.keys());
    }

    /** The verifier key of the checkpoints. */
    @GetMapping(path = "/key", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String key() {
        return register.verifierKey();
    }
}
