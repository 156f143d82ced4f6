package io.depository.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.notification.Voucher;
import io.depository.parties.Channel;
import io.depository.treaty.PartyCode;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Good notifications with a few bytes changed, dropped or doubled: read or refused, never a fault of ours. */
class MutationTest {

    private static final int ROUNDS = 4_000;

    private final Keys keys = Keys.ofMinistries();
    private final Reader reader = new Reader(keys);

    @Test
    void neverFailsAndNeverVouchesForAChangedText() {
        long seed = new Random().nextLong();
        System.out.println("MutationTest seed: " + seed);
        Random random = new Random(seed);
        byte[] json = Notes.utf8(Notes.aCompletionBy("KG"));
        byte[] jws = Notes.utf8(keys.sign("kg-ed", Notes.aCompletionBy("KG")));
        byte[] mail = Mails.of(Mails.text("Attached."), Mails.attachment("application/jose", "note.jws", jws));
        byte[] signedMail = Mails.multipart(
                "signed", Mails.HEADER, Mails.json(Notes.aCompletionBy("KG")), Mails.text("no signature"));
        for (int round = 0; round < ROUNDS; round++) {
            read(json, random, Channel.JMS, seed);
            read(jws, random, Channel.FILE, seed);
            read(mail, random, Channel.MAIL, seed);
            read(signedMail, random, Channel.FILE, seed);
        }
    }

    private void read(byte[] good, Random random, Channel channel, long seed) {
        byte[] changed = mutate(good, random);
        PartyCode party = channel == Channel.MAIL ? null : new PartyCode("KG");
        Arrival arrival = new Arrival(channel, party, changed, random.nextInt(50) == 0, Notes.RECEIVED_AT);
        Reading reading;
        try {
            reading = reader.read(arrival);
        } catch (RuntimeException fault) {
            throw new AssertionError("Seed " + seed + ", " + channel + ": " + Arrays.toString(changed), fault);
        }
        if (reading.voucher() instanceof Voucher.Signature) {
            // A change around the JWS, in the mail's structure or its white space, does not touch what is signed.
            assertThat(Jws.find(reading.notificationBytes()).orElseThrow().payload())
                    .as("seed %d", seed)
                    .isEqualTo(Notes.utf8(Notes.aCompletionBy("KG")));
        }
        assertThat(reading.errors().isEmpty()).as("seed %d", seed).isEqualTo(reading.notification() != null);
    }

    private static byte[] mutate(byte[] good, Random random) {
        byte[] changed = good.clone();
        for (int change = 0; change <= random.nextInt(4); change++) {
            int at = random.nextInt(changed.length);
            switch (random.nextInt(4)) {
                case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> changed[at] = (byte) "{}[]\",:\\.\r\n =-0eu\u0000".charAt(random.nextInt(18));
                case 2 -> changed = Arrays.copyOf(changed, Math.max(1, at));
                default -> changed = withSliceTwice(changed, at, random.nextInt(32));
            }
        }
        return changed;
    }

    private static byte[] withSliceTwice(byte[] text, int at, int length) {
        ByteArrayOutputStream doubled = new ByteArrayOutputStream();
        doubled.write(text, 0, at);
        doubled.write(text, at, Math.min(length, text.length - at));
        doubled.write(text, at, text.length - at);
        return doubled.toByteArray();
    }
}
