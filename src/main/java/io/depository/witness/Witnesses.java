package io.depository.witness;

import io.depository.parties.DirectoryBook;
import io.depository.parties.RegisteredKey;
import io.depository.register.Checkpoint;
import io.depository.register.Cosigned;
import io.depository.register.RegisterReader;
import io.depository.register.Verification;
import io.depository.treaty.PartyCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes what witnesses sign beneath checkpoints: a party by a key that is registered for it, or a witness that the operator
 * names. Whoever cosigns says that a tree was the largest he had seen, and consistent with all before; so nobody may go
 * back, and each tree is held against the one that the same witness has cosigned before it.
 */
@Component
public class Witnesses {

    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final int ED25519_BYTES = 32;

    private final Cosignatures cosignatures;
    private final RegisterReader register;
    private final DirectoryBook directory;
    private final WitnessKeys named;
    private final Clock clock;

    Witnesses(
            Cosignatures cosignatures,
            RegisterReader register,
            DirectoryBook directory,
            WitnessKeys named,
            Clock clock) {
        this.cosignatures = cosignatures;
        this.register = register;
        this.directory = directory;
        this.named = named;
        this.clock = clock;
    }

    /**
     * Keeps what is right of the signatures beneath a checkpoint. What is kept already is passed over.
     *
     * @param note a checkpoint as this register gave it, with one or more cosignatures beneath it
     * @param party whose registered keys may have cosigned; null where the operator's witnesses may
     * @return the cosignatures, never none
     * @throws WitnessRefused when there is nothing to keep
     */
    public List<Cosigned> accept(String note, @Nullable PartyCode party) {
        Checkpoint checkpoint = ours(note);
        List<Cosigned> found = party == null
                ? Verification.cosignatures(note, named.keys())
                : Verification.cosignatures(note, keysOf(party));
        if (found.isEmpty()) {
            throw new WitnessRefused(
                    WitnessRefused.Code.UNKNOWN_WITNESS,
                    "Под контрольной точкой нет верной подписи (cosignature/v1, Ed25519) известного свидетеля. Подпишите её"
                            + " зарегистрированным ключом.",
                    "No signature beneath the checkpoint (cosignature/v1, Ed25519) is a known witness's and right. Sign it"
                            + " with a registered key.");
        }
        found.forEach(cosigned -> check(cosigned, checkpoint));
        found.forEach(cosigned -> cosignatures.keep(checkpoint.size(), cosigned, party));
        return found;
    }

    /** The checkpoint of that size with what witnesses have signed beneath it; empty where none was signed. */
    public Optional<String> checkpoint(long size) {
        return register.checkpointOf(size).map(note -> note + cosignatures.lines(size));
    }

    /** The newest checkpoint, with what witnesses have signed beneath it; empty while nothing is registered. */
    public Optional<String> newest() {
        return register.latestCheckpoint().map(note -> note + cosignatures.lines(sizeOf(note)));
    }

    /** The newest checkpoint that any witness has signed. */
    public Optional<String> newestCosigned() {
        return cosignatures.newestSize().flatMap(this::checkpoint);
    }

    /** The largest tree that each witness has cosigned, in the order of their keys. */
    public List<Statement> list() {
        return cosignatures.list();
    }

    /**
     * What a witness said.
     *
     * @param witness its verifier key
     * @param party whose registered key it is; null of a witness that the operator names
     */
    public record Statement(String witness, @Nullable String party, long size, Instant at) {}

    private Checkpoint ours(String note) {
        Checkpoint says = register.keys().stream()
                .flatMap(key -> Verification.checkpoint(note, key.key()).stream())
                .findFirst()
                .orElseThrow(() -> new WitnessRefused(
                        WitnessRefused.Code.NOT_OUR_CHECKPOINT,
                        "Это не контрольная точка этого реестра. Пришлите её, как её дал GET /api/register/checkpoint, со"
                                + " своей подписью под ней.",
                        "This is no checkpoint of this register. Send it as GET /api/register/checkpoint gave it, with your"
                                + " signature beneath."));
        String stored = register.checkpointOf(says.size()).orElse("");
        if (!textOf(note).equals(textOf(stored))) {
            LOG.error("A checkpoint that this register's key has signed is not in this register: {}", note);
            throw new WitnessRefused(
                    WitnessRefused.Code.OTHER_HISTORY,
                    "Эту точку подписал ключ реестра, но в реестре её нет. Сохраните её: это доказательство двух историй.",
                    "The register's key has signed this checkpoint, and the register has it not. Keep it: it proves two"
                            + " histories.");
        }
        return says;
    }

    private void check(Cosigned cosigned, Checkpoint checkpoint) {
        if (cosigned.at().isAfter(clock.instant().plus(SKEW))) {
            throw new WitnessRefused(
                    WitnessRefused.Code.IN_THE_FUTURE,
                    "Время подписи ещё не наступило: " + cosigned.at(),
                    "The time of the signature has not come: " + cosigned.at());
        }
        cosignatures.newestOf(cosigned.witness()).ifPresent(before -> {
            if (before.size() > checkpoint.size() && !cosigned.at().isBefore(before.at())) {
                throw new WitnessRefused(
                        WitnessRefused.Code.WENT_BACK,
                        "Этот свидетель уже видел " + before.size() + " записей в " + before.at(),
                        "This witness had already seen " + before.size() + " entries at " + before.at());
            }
            requireConsistent(before.size(), checkpoint);
        });
    }

    private void requireConsistent(long size, Checkpoint checkpoint) {
        Checkpoint before = Checkpoint.parse(textOf(register.checkpointOf(size).orElse("")))
                .orElseThrow(() -> new IllegalStateException("A cosigned checkpoint is gone: of " + size + " entries"));
        Checkpoint smaller = before.size() <= checkpoint.size() ? before : checkpoint;
        Checkpoint larger = before.size() <= checkpoint.size() ? checkpoint : before;
        if (!Verification.consistency(
                smaller.size(),
                smaller.root(),
                larger.size(),
                larger.root(),
                register.consistencyProof(smaller.size(), larger.size()))) {
            throw new IllegalStateException("The tree of " + larger.size() + " entries does not continue the one of "
                    + smaller.size() + ", which a witness has cosigned. Restore the database.");
        }
    }

    private Function<String, List<byte[]>> keysOf(PartyCode party) {
        Instant now = clock.instant();
        List<byte[]> keys = directory.listKeys(party).stream()
                .filter(key -> key.algorithm().equals("EdDSA") && key.isValidAt(now) && !key.isRevokedAt(now))
                .map(RegisteredKey::publicKey)
                .map(encoded -> Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length))
                .toList();
        return name -> keys;
    }

    private static long sizeOf(String note) {
        return Checkpoint.parse(textOf(note)).map(Checkpoint::size).orElse(0L);
    }

    private static String textOf(String note) {
        return note.substring(0, Math.max(0, note.lastIndexOf("\n\n") + 1));
    }
}
