package io.depository.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.depository.parties.RegisteredKey;
import io.depository.review.ChannelAddresses;
import io.depository.review.DirectoryKeeping;
import io.depository.review.Instruction;
import io.depository.review.KeyRotation;
import io.depository.review.ProposedKey;
import io.depository.review.Reviewing;
import io.depository.treaty.PartyCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The states' keys and channels, for staff. */
@RestController
@RequestMapping("/api/parties/{party}")
@Tag(name = "parties", description = "The states' keys and channels, for staff")
class PartiesController {

    private final DirectoryKeeping directory;
    private final KeyRotation rotation;

    PartiesController(DirectoryKeeping directory, KeyRotation rotation) {
        this.directory = directory;
        this.rotation = rotation;
    }

    /** A key, or a certificate (DER), in a list; instants as in the directory. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeyView(
            String kid,
            String algorithm,
            byte @Nullable [] publicKey,
            byte @Nullable [] certificate,
            Instant validFrom,
            @Nullable Instant validTo,
            @Nullable Instant revokedAt,
            @Nullable String subject) {

        static KeyView of(RegisteredKey key) {
            boolean certificate = key.isCertificate() || key.isAuthority();
            return new KeyView(
                    key.kid(),
                    key.algorithm(),
                    certificate ? null : key.publicKey(),
                    certificate ? key.publicKey() : null,
                    key.validFrom(),
                    key.validTo(),
                    key.revokedAt(),
                    key.subject());
        }
    }

    /** A key to be registered. */
    record NewKey(
            @Schema(
                    description =
                            "The fingerprint as the state told it: RFC 7638 of a key, SHA-256 of a certificate; compared")
            @Nullable
            String kid,

            @Schema(description = "Ed25519 or P-256: PEM, or base64 of the SubjectPublicKeyInfo") @Nullable
            String publicKey,

            @Schema(description = "Instead of publicKey: a certificate for S/MIME, PEM or base64 of the DER") @Nullable
            String certificate,

            @Schema(
                    description = "Instead of both: the certificate of an authority whose certificates speak for the"
                            + " state where their subject names what subject says")
            @Nullable
            String authority,

            @Schema(description = "With authority (RFC 4514)", example = "O=Ministry of Foreign Affairs,C=KG") @Nullable
            String subject,

            @Nullable Instant validFrom,
            @Nullable Instant validTo,
            @Nullable String reason) {}

    /** Where a state wants to be told. */
    record NewChannels(
            @Schema(example = "{\"jms\": \"KG\", \"file\": \"KG\", \"mail\": \"mfa@example.org\"}") @Nullable
            Map<String, String> channels,

            @Nullable String reason) {}

    /** Where a state is told, by channel. */
    record Channels(Map<String, String> channels) {}

    @GetMapping("/keys")
    @Operation(summary = "All keys ever registered for the state")
    Items<KeyView> keys(@PathVariable String party) {
        return Items.all(directory.listKeys(party).stream().map(KeyView::of).toList());
    }

    @PostMapping("/keys")
    @Operation(
            summary = "Registers a key or a certificate, once two different people ask for exactly the same",
            description = "The key counts from validFrom, or from its registration where none is given",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = NewKey.class))))
    @ApiResponse(responseCode = "200", description = "It is registered")
    @ApiResponse(responseCode = "202", description = "Another person must ask for it too")
    ResponseEntity<Items<KeyView>> propose(@PathVariable String party, HttpServletRequest request) throws IOException {
        NewKey asked = Instructions.body(request, NewKey.class);
        ProposedKey key = keyOf(directory.stateOf(party), asked);
        Instruction instruction = Instructions.of(request, asked.reason());
        Reviewing.Progress progress = directory.propose(party, key, instruction);
        HttpStatus status = progress == Reviewing.Progress.DECIDED ? HttpStatus.OK : HttpStatus.ACCEPTED;
        return ResponseEntity.status(status).body(keys(party));
    }

    private static ProposedKey keyOf(PartyCode party, NewKey asked) {
        if (Stream.of(asked.publicKey(), asked.certificate(), asked.authority())
                                .filter(Objects::nonNull)
                                .count()
                        != 1
                || (asked.authority() == null) != (asked.subject() == null)) {
            throw new Instructions.Unreadable();
        }
        if (asked.authority() != null && asked.subject() != null) {
            return ProposedKey.authority(
                    party, asked.kid(), asked.authority(), asked.subject(), asked.validFrom(), asked.validTo());
        }
        String given = asked.publicKey() == null ? asked.certificate() : asked.publicKey();
        return ProposedKey.read(asked.kid(), Objects.requireNonNull(given), asked.validFrom(), asked.validTo());
    }

    @PostMapping("/keys/{kid}/revoke")
    @Operation(
            summary = "Revokes a key from now on; what was received before stays vouched for",
            requestBody =
                    @RequestBody(
                            required = false,
                            content = @Content(schema = @Schema(implementation = Instructions.Why.class))))
    Items<KeyView> revoke(@PathVariable String party, @PathVariable String kid, HttpServletRequest request)
            throws IOException {
        directory.revoke(party, kid, Instructions.explainedOrNot(request));
        return keys(party);
    }

    @GetMapping("/key-notices")
    @Operation(summary = "Which keys the state announced itself, and by which it signed: look here when one is revoked")
    Items<KeyRotation.Line> notices(@PathVariable String party) {
        return Items.all(rotation.listNotices(directory.stateOf(party)));
    }

    @GetMapping("/channels")
    @Operation(summary = "Where the state is told")
    Channels channels(@PathVariable String party) {
        Map<String, String> channels = new TreeMap<>();
        directory.listChannels(party).forEach(one -> channels.put(one.channel().wireName(), one.address()));
        return new Channels(channels);
    }

    @PutMapping("/channels")
    @Operation(
            summary = "Tells the state on these channels from now on, and on no others",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = NewChannels.class))))
    Channels setChannels(@PathVariable String party, HttpServletRequest request) throws IOException {
        NewChannels asked = Instructions.body(request, NewChannels.class);
        if (asked.channels() == null || asked.channels().values().stream().anyMatch(address -> address == null)) {
            throw new Instructions.Unreadable();
        }
        directory.setChannels(party, new ChannelAddresses(asked.channels()), Instructions.of(request, asked.reason()));
        return new Channels(new TreeMap<>(asked.channels()));
    }
}
