package io.depository.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.depository.parties.EndingKeys;
import io.depository.reading.Authorities;
import io.depository.review.KeyRotation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The keys of states: new ones, which states announce themselves, and those that end soon. */
@RestController
@Tag(name = "keys", description = "Keys of states: announced by themselves, and ending soon")
class KeysController {

    private static final int LIMIT = 64 * 1024;

    /** A state changes its key once in years; each notice costs two signatures to be verified. */
    private final Allowance notices = new Allowance(60, 20);

    private final KeyRotation rotation;
    private final EndingKeys ending;
    private final Authorities authorities;
    private final Clock clock;

    KeysController(KeyRotation rotation, EndingKeys ending, Authorities authorities, Clock clock) {
        this.rotation = rotation;
        this.ending = ending;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** A key that ends soon. */
    record EndingView(String party, String kid, String algorithm, Instant endsAt, int days, boolean succeeded) {

        static EndingView of(EndingKeys.Ending key) {
            return new EndingView(
                    key.party().value(), key.kid(), key.algorithm(), key.endsAt(), key.days(), key.succeeded());
        }
    }

    /** An authority; {@code list} is {@code in-force}, {@code stale} or {@code missing}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AuthorityView(
            String party,
            String kid,
            String subject,
            String list,
            @Nullable Instant listUntil) {

        static AuthorityView of(Authorities.Line line) {
            return new AuthorityView(
                    line.party().value(),
                    line.kid(),
                    line.subject(),
                    line.list().wireName(),
                    line.listUntil());
        }
    }

    @PostMapping(path = "/api/key-notices")
    @Operation(
            summary = "Registers a state's new key, announced by a JWS that an old valid key of it has signed",
            description = "Open: the signature says who asks. Always answers 200, with outcome registered or returned")
    ResponseEntity<byte[]> announce(HttpServletRequest request) throws IOException {
        notices.take(request.getRemoteAddr());
        try (InputStream body = request.getInputStream()) {
            byte[] bytes = body.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "A notice of a key has 64 KB at most");
            }
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(rotation.take(bytes));
        }
    }

    @GetMapping("/api/keys/ending")
    @Operation(summary = "Keys and certificates that end within thirty days, the earliest first")
    Items<EndingView> ending() {
        return Items.all(
                ending.list(clock.instant()).stream().map(EndingView::of).toList());
    }

    @GetMapping("/api/keys/authorities")
    @Operation(
            summary = "Authorities whose certificates speak for states, and their lists of revoked certificates",
            description = "list: in-force, stale or missing. Unless it is in force, what is signed waits for staff")
    Items<AuthorityView> authorities() {
        return Items.all(authorities.list(clock.instant()).stream()
                .map(AuthorityView::of)
                .toList());
    }
}
