package io.depository.reading;

import io.depository.parties.Directory;
import io.depository.parties.RegisteredKey;
import io.depository.parties.RevocationLists;
import io.depository.treaty.PartyCode;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/**
 * The authorities that are registered for parties, and until when their lists of revoked certificates are in force: without
 * one, what their certificates sign is held for people. Safe for concurrent use.
 */
public final class Authorities {

    private final Directory directory;
    private final Revocations revocations;

    public Authorities(Directory directory, RevocationLists lists) {
        this.directory = directory;
        this.revocations = new Revocations(lists, new BouncyCastleProvider());
    }

    /** How an authority's lists of revoked certificates stand. */
    public enum ListState {
        IN_FORCE("in-force"),
        STALE("stale"),
        MISSING("missing");

        private final String wireName;

        ListState(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /**
     * An authority.
     *
     * @param party for whom its certificates speak
     * @param subject where they name this
     * @param listUntil the latest instant before which one of its lists is in force; null where it has none
     */
    public record Line(
            PartyCode party,
            String kid,
            String subject,
            ListState list,
            @Nullable Instant listUntil) {}

    /** Those that count at that instant, by party. */
    public List<Line> list(Instant at) {
        return directory.listAuthorities().stream()
                .filter(one -> one.isValidAt(at) && !one.isRevokedAt(at))
                .sorted(Comparator.comparing(RegisteredKey::party).thenComparing(RegisteredKey::kid))
                .map(one -> lineOf(one, at))
                .toList();
    }

    private Line lineOf(RegisteredKey authority, Instant at) {
        Instant until = revocations.inForceUntil(certificateOf(authority));
        ListState state = until == null ? ListState.MISSING : until.isAfter(at) ? ListState.IN_FORCE : ListState.STALE;
        return new Line(authority.party(), authority.kid(), String.valueOf(authority.subject()), state, until);
    }

    private static X509CertificateHolder certificateOf(RegisteredKey authority) {
        try {
            return new X509CertificateHolder(authority.publicKey());
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "The directory's authority " + authority.kid() + " is no certificate: register it again",
                    unreadable);
        }
    }
}
