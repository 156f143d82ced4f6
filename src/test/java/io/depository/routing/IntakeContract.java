package io.depository.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What every intake does, whatever the channel: store raw, then acknowledge. Each channel is tested over its real
 * transport.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class IntakeContract {

    /** The limit that the tests set on each channel. */
    static final int LIMIT = 1024 * 1024;

    private static final Duration SOON = Duration.ofSeconds(20);

    private IntakeRig rig;

    /** Starts the transport and the route. */
    abstract IntakeRig open() throws Exception;

    /** Sends as {@code KG}; gives the exact bytes that the transport then holds. */
    abstract byte[] send(byte[] content) throws Exception;

    /** Whether the transport holds nothing that is not acknowledged. */
    abstract boolean isAllAcknowledged() throws Exception;

    abstract String channel();

    /** Whose the channel is; null for nobody's. */
    abstract String party();

    @BeforeAll
    final void start() throws Exception {
        rig = open();
    }

    @AfterAll
    final void stop() throws Exception {
        rig.close();
        closeTransport();
    }

    abstract void closeTransport() throws Exception;

    final IntakeRig rig() {
        return rig;
    }

    @Test
    void storesBytesAsTheyCameThenAcknowledges() throws Exception {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        int wakes = rig.wakes();
        byte[] sent = send("{\"reference\": \"МИД-1\", \"statement\": \"ё\"}".getBytes(UTF_8));
        StoredReceipt stored = storedOnce(sent);
        assertThat(stored.content()).isEqualTo(sent);
        assertThat(stored.size()).isEqualTo(sent.length);
        assertThat(stored.channel()).isEqualTo(channel());
        assertThat(stored.channelParty()).isEqualTo(party());
        assertThat(stored.channelKey())
                .startsWith(channel() + ":")
                .endsWith(HexFormat.of().formatHex(sha256(sent)));
        assertThat(stored.receivedAt()).isBetween(before, Instant.now().plusSeconds(1));
        assertThat(stored.tooLarge()).isFalse();
        assertThat(stored.state()).isEqualTo("received");
        assertThat(rig.wakes()).isGreaterThan(wakes);
        awaitAcknowledgement();
    }

    @Test
    void storesWhatIsMalformed() throws Exception {
        List<byte[]> sent = new ArrayList<>();
        for (byte[] malformed : List.of(
                new byte[] {(byte) 0xC3, 0x28, 0, 1, 2},
                "{\"a\": ".getBytes(UTF_8),
                "\0\0\0".getBytes(UTF_8),
                "\r\nBcc: everybody@example\r\n\r\n".getBytes(UTF_8),
                "[".repeat(50_000).getBytes(UTF_8))) {
            sent.add(send(malformed));
        }
        for (byte[] bytes : sent) {
            assertThat(storedOnce(bytes).content()).isEqualTo(bytes);
        }
        awaitAcknowledgement();
    }

    @Test
    void storesOnceWhatComesAgainAfterACrash() throws Exception {
        rig.crashAfterNextCommit();
        byte[] sent = send("stored, and then the process dies".getBytes(UTF_8));
        await().atMost(SOON).until(rig::hasCrashed);
        awaitAcknowledgement();
        assertThat(rig.receiptsOf(sha256(sent))).hasSize(1);
    }

    @Test
    void acknowledgesNothingWhileTheDatabaseIsAway() throws Exception {
        int refusals = rig.refusals();
        rig.takeDatabaseAway();
        byte[] sent;
        try {
            sent = send("nobody is at home".getBytes(UTF_8));
            await().atMost(SOON).until(() -> rig.refusals() > refusals + 1);
            assertThat(isAllAcknowledged()).isFalse();
        } finally {
            rig.bringDatabaseBack();
        }
        assertThat(storedOnce(sent).content()).isEqualTo(sent);
        awaitAcknowledgement();
        assertThat(rig.receiptsOf(sha256(sent))).hasSize(1);
    }

    @Test
    void keepsDigestSizeAndHeadOfWhatIsTooLarge() throws Exception {
        byte[] noise = new byte[2 * LIMIT];
        new Random(7).nextBytes(noise);
        byte[] sent = send(noise);
        StoredReceipt stored = storedOnce(sent);
        assertThat(stored.tooLarge()).isTrue();
        assertThat(stored.size()).isEqualTo(sent.length);
        assertThat(stored.content()).isEqualTo(Arrays.copyOf(sent, 64 * 1024));
        awaitAcknowledgement();
    }

    @Test
    void storesEachOfTwoArrivalsOfTheSameBytes() throws Exception {
        byte[] sent = send("said twice".getBytes(UTF_8));
        storedOnce(sent);
        assertThat(send("said twice".getBytes(UTF_8))).isEqualTo(sent);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rig.receiptsOf(sha256(sent)))
                        .hasSize(2)
                        .extracting(StoredReceipt::channelKey)
                        .doesNotHaveDuplicates());
        awaitAcknowledgement();
    }

    final StoredReceipt storedOnce(byte[] sent) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rig.receiptsOf(sha256(sent))).hasSize(1));
        return rig.receiptsOf(sha256(sent)).get(0);
    }

    final void awaitAcknowledgement() {
        await().atMost(SOON).until(this::isAllAcknowledged);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
