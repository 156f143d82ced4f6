package io.depository.review;

import io.depository.notification.Code;
import io.depository.notification.Finding;
import io.depository.notification.Findings;
import io.depository.parties.DirectoryBook;
import io.depository.parties.RegisteredKey;
import io.depository.reading.KeyNotice;
import io.depository.reading.KeyNoticeReader;
import io.depository.register.Append;
import io.depository.register.Register;
import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Registers the new key of a state by a notice that an old and still valid key of the same state has signed, and that the
 * new one has signed too. Nobody is trusted for coming first: a state's first key is staff's to register. Each key so
 * registered is an entry in the register; the notice and its answer are kept as they were.
 */
public class KeyRotation {

    private final KeyNoticeReader reader;
    private final KeyNotices notices;
    private final DirectoryBook book;
    private final Register register;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String depository;

    KeyRotation(
            KeyNoticeReader reader,
            KeyNotices notices,
            DirectoryBook book,
            Register register,
            TransactionTemplate transaction,
            Clock clock,
            String depository) {
        this.reader = reader;
        this.notices = notices;
        this.book = book;
        this.register = register;
        this.transaction = transaction;
        this.clock = clock;
        this.depository = depository;
    }

    /** A notice by which a key was registered. */
    public record Line(String reference, String kid, String signedBy, Instant receivedAt) {}

    /** All notices by which keys of the party were registered, the earliest first. */
    public List<Line> listNotices(PartyCode party) {
        return notices.of(party);
    }

    /**
     * Takes a notice that came now. What has anything wrong with it changes nothing; the same bytes again get the same
     * answer, whatever has become of the keys since.
     *
     * @return the answer: JSON of the type {@code key-acknowledgement}
     */
    public byte[] take(byte[] bytes) {
        Instant receivedAt = clock.instant();
        byte[] digest = sha256(bytes);
        return notices.answerTo(digest).orElseGet(() -> take(bytes, digest, receivedAt));
    }

    private byte[] take(byte[] bytes, byte[] digest, Instant receivedAt) {
        KeyNotice notice = reader.read(bytes, receivedAt);
        KeyAnswer answer = new KeyAnswer(notice, HexFormat.of().formatHex(digest), receivedAt);
        AnnouncedKey announced = new AnnouncedKey(notice, depository);
        RegisteredKey signer = notice.signer();
        ProposedKey key = announced.key();
        if (signer == null || key == null || !announced.errors().isEmpty()) {
            return answer.returned(announced.errors());
        }
        return transaction.execute(status -> {
            Append append = register.lock();
            // Somebody may have sent the same at the same time.
            return notices.answerTo(digest).orElseGet(() -> {
                List<Finding> errors = refusals(signer, key, announced.reference(), receivedAt);
                if (!errors.isEmpty()) {
                    return answer.returned(errors);
                }
                byte[] registered = register(signer, key, answer, append);
                notices.add(new KeyNotices.Heard(
                        signer.party(),
                        announced.reference(),
                        digest,
                        bytes,
                        key.kid(),
                        signer.kid(),
                        receivedAt,
                        registered));
                return registered;
            });
        });
    }

    /** What only the database knows, under the lock: the directory in memory may be a second old. */
    private List<Finding> refusals(RegisteredKey signer, ProposedKey key, String reference, Instant receivedAt) {
        List<Finding> errors = new ArrayList<>();
        Instant revokedAt = book.listKeys(signer.party()).stream()
                .filter(known -> known.kid().equals(signer.kid()))
                .map(RegisteredKey::revokedAt)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (revokedAt != null && !receivedAt.isBefore(revokedAt)) {
            errors.add(Findings.keyRevoked(signer.kid(), revokedAt));
        }
        if (notices.isUsed(signer.party(), reference)) {
            errors.add(Findings.referenceReused(reference));
        }
        if (book.isKnown(key.kid())) {
            errors.add(Findings.refusal(
                    Code.ALREADY_DONE,
                    new Bilingual(
                            "Ключ " + key.kid() + " уже зарегистрирован.",
                            "The key " + key.kid() + " is registered already."),
                    null));
        }
        return errors;
    }

    private byte[] register(RegisteredKey signer, ProposedKey key, KeyAnswer answer, Append append) {
        // A key never counts before it was announced: what was received until then has been judged without it.
        Instant wanted = key.validFrom();
        Instant validFrom = wanted == null || wanted.isBefore(append.recordedAt()) ? append.recordedAt() : wanted;
        RegisteredKey added = new RegisteredKey(
                key.kid(), signer.party(), key.algorithm(), key.publicKey(), validFrom, key.validTo(), null);
        if (!book.add(added)) {
            throw new IllegalStateException("The key " + key.kid() + " was not known under the lock, and yet is there");
        }
        long entry = DirectoryEntries.keyRegistered(
                added,
                Optional.of(new DirectoryEntries.Announced(signer.kid(), answer.reference(), answer.sha256())),
                List.of(),
                append);
        return answer.registered(added, entry, append.receiptOf(entry));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one says not", e);
        }
    }
}
