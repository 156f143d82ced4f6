package io.depository.fuzz;

import io.depository.parties.Channel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The inside of a JWS: the input up to its first zero byte is the header, then the payload, then the signature; each is
 * encoded, so that the fuzzer need not learn base64url.
 */
public final class JwsFuzz {

    private JwsFuzz() {}

    public static void fuzzerInitialize() {
        Fuzzed.warmUp();
    }

    public static void fuzzerTestOneInput(byte[] input) {
        int first = zero(input, 0);
        int second = zero(input, first + 1);
        String jws = Fuzzed.encoded(Arrays.copyOf(input, first)) + "."
                + Fuzzed.encoded(slice(input, first + 1, second)) + "."
                + Fuzzed.encoded(slice(input, second + 1, input.length));
        Fuzzed.read(Channel.JMS, jws.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] slice(byte[] input, int from, int to) {
        return from >= to ? new byte[0] : Arrays.copyOfRange(input, from, to);
    }

    private static int zero(byte[] input, int from) {
        int at = from;
        while (at < input.length && input[at] != 0) {
            at++;
        }
        return Math.min(at, input.length);
    }
}
