package io.depository.parties;

import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A directory written down in YAML, to begin with:
 *
 * <pre>
 * states:
 *   - party: KG
 *     name: {ru: Кыргызская Республика, en: Kyrgyz Republic}
 *     channels: {jms: KG, file: KG, mail: mfa@kg.local}
 *     keys:
 *       - {kid: …, algorithm: EdDSA, publicKey: …, validFrom: 2025-01-01T00:00:00Z}
 * </pre>
 *
 * {@code kid} is the RFC 7638 thumbprint of {@code publicKey} (base64 of the X.509 SubjectPublicKeyInfo), which is
 * checked; {@code validTo} and {@code revokedAt} may follow. Instants are ISO 8601, UTC. S/MIME certificates stand beside
 * the keys: {@code certificates: [{pem: …, validFrom: …, validTo: …, revokedAt: …}]}, with {@code pem} (or {@code der},
 * its base64) alone needed; a certificate that is given no validity has its own. So do authorities, whose certificates speak
 * for the party where their subject names what {@code subject} says: {@code authorities: [{pem: …, subject: "O=…,C=KG"}]}.
 */
final class DirectoryFile {

    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private final List<State> states = new ArrayList<>();
    private final List<RegisteredKey> keys = new ArrayList<>();
    private final List<Registration> registrations = new ArrayList<>();

    private DirectoryFile() {}

    /** Reads and checks the whole file. Throws {@link MalformedDirectory}, which names the file, the line and the fault. */
    static DirectoryFile read(Path file) {
        try {
            DirectoryFile directory = new DirectoryFile();
            Written written = MAPPER.readValue(Files.readAllBytes(file), Written.class);
            written.states().forEach(directory::add);
            return directory;
        } catch (JacksonException e) {
            throw new MalformedDirectory(file, line(e), fault(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The directory " + file + " cannot be read", e);
        }
    }

    List<State> states() {
        return states;
    }

    List<RegisteredKey> keys() {
        return keys;
    }

    List<Registration> registrations() {
        return registrations;
    }

    private void add(WrittenState state) {
        PartyCode party = new PartyCode(state.party());
        states.add(new State(party, state.name()));
        state.channels()
                .forEach(
                        (channel, address) -> registrations.add(new Registration(party, Channel.of(channel), address)));
        state.keys()
                .forEach(key -> keys.add(new RegisteredKey(
                        key.kid(),
                        party,
                        key.algorithm(),
                        key.publicKey(),
                        key.validFrom(),
                        key.validTo(),
                        key.revokedAt())));
        state.certificates().forEach(written -> keys.add(written.registeredFor(party)));
        state.authorities().forEach(written -> keys.add(written.registeredFor(party)));
    }

    private static String fault(JacksonException e) {
        Throwable said = e.getCause() instanceof IllegalArgumentException own ? own : e;
        String message = e == said ? e.getOriginalMessage() : said.getMessage();
        return message == null ? said.toString() : message;
    }

    private static int line(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        return location == null ? 0 : location.getLineNr();
    }

    // Whatever the file leaves out arrives here as null, and is refused here.

    record Written(List<WrittenState> states) {
        Written {
            require(states != null && !states.isEmpty(), "states is missing or empty");
            require(
                    states.stream().map(WrittenState::party).distinct().count() == states.size(),
                    "a party is listed twice");
        }
    }

    record WrittenState(
            String party,
            Bilingual name,
            Map<String, String> channels,
            List<WrittenKey> keys,
            List<WrittenCertificate> certificates,
            List<WrittenAuthority> authorities) {
        WrittenState {
            require(party != null && PartyCode.find(party).isPresent(), "party must be a code of two capital letters");
            require(
                    name != null && name.ru() != null && name.en() != null,
                    "name of " + party + " must have ru and en");
            channels = channels == null ? Map.of() : new LinkedHashMap<>(channels);
            channels.forEach((channel, address) -> requireChannel(channel, address));
            keys = keys == null ? List.of() : keys;
            certificates = certificates == null ? List.of() : certificates;
            authorities = authorities == null ? List.of() : authorities;
        }

        private static void requireChannel(String channel, String address) {
            require(
                    channel.equals("jms") || channel.equals("file") || channel.equals("mail"),
                    "channel must be jms, file or mail, not " + channel);
            require(address != null && !address.isBlank(), "channel " + channel + " has no address");
            require(
                    address.chars().noneMatch(Character::isISOControl),
                    "the address of channel " + channel + " holds a control character");
        }
    }

    record WrittenKey(
            String kid,
            String algorithm,
            byte[] publicKey,
            Instant validFrom,
            @Nullable Instant validTo,
            @Nullable Instant revokedAt) {
        WrittenKey {
            require(kid != null, "a key has no kid");
            require(algorithm != null, "key " + kid + " has no algorithm");
            require(publicKey != null, "key " + kid + " has no publicKey");
            require(validFrom != null, "key " + kid + " has no validFrom");
            require(
                    kid.equals(KeyThumbprint.of(algorithm, publicKey)),
                    "kid " + kid + " is not the RFC 7638 thumbprint of its publicKey");
        }
    }

    record WrittenCertificate(
            @Nullable String pem,
            @Nullable String der,
            @Nullable Instant validFrom,
            @Nullable Instant validTo,
            @Nullable Instant revokedAt) {
        WrittenCertificate {
            require((pem == null) != (der == null), "a certificate needs pem or der, and not both");
            read(pem, der);
        }

        private static PartyCertificate read(@Nullable String pem, @Nullable String der) {
            return PartyCertificate.read(pem == null ? Objects.requireNonNull(der) : pem);
        }

        RegisteredKey registeredFor(PartyCode party) {
            PartyCertificate certificate = read(pem, der);
            return new RegisteredKey(
                    certificate.fingerprint(),
                    party,
                    RegisteredKey.S_MIME,
                    certificate.der(),
                    validFrom == null ? certificate.validFrom() : validFrom,
                    validTo == null ? certificate.validTo() : validTo,
                    revokedAt);
        }
    }

    record WrittenAuthority(
            String pem,
            String subject,
            @Nullable Instant validFrom,
            @Nullable Instant validTo,
            @Nullable Instant revokedAt) {
        WrittenAuthority {
            require(pem != null, "an authority has no pem");
            require(subject != null, "an authority has no subject, which says whose certificates speak for the party");
        }

        RegisteredKey registeredFor(PartyCode party) {
            PartyAuthority authority = PartyAuthority.read(party, pem, subject);
            return new RegisteredKey(
                    authority.kid(),
                    party,
                    RegisteredKey.AUTHORITY,
                    authority.der(),
                    validFrom == null ? authority.validFrom() : validFrom,
                    validTo == null ? authority.validTo() : validTo,
                    revokedAt,
                    subject);
        }
    }

    private static void require(boolean condition, String fault) {
        if (!condition) {
            throw new IllegalArgumentException(fault);
        }
    }
}
