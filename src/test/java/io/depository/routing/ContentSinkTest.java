package io.depository.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentSinkTest {

    private static final int LIMIT = 100_000;

    @ParameterizedTest(name = "{0} bytes in pieces of {1}")
    @CsvSource({
        "0, 1, false",
        "1, 1, false",
        "65536, 1000, false",
        "65537, 65537, false",
        "99999, 7, false",
        "100000, 4096, false",
        "100001, 4096, true",
        "100001, 1, true",
        "100001, 100001, true",
        "1000000, 300000, true",
        "1000000, 333, true"
    })
    void keepsAllUpToTheLimitAndTheHeadBeyondIt(int size, int piece, boolean tooLarge) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        ContentSink sink = new ContentSink(LIMIT, size / 3);
        for (int from = 0; from < size; from += piece) {
            sink.write(bytes, from, Math.min(piece, size - from));
        }
        RawContent content = sink.content();
        assertThat(content.tooLarge()).isEqualTo(tooLarge);
        assertThat(content.size()).isEqualTo(size);
        assertThat(content.digest()).isEqualTo(IntakeContract.sha256(bytes));
        assertThat(content.kept()).isEqualTo(tooLarge ? Arrays.copyOf(bytes, 64 * 1024) : bytes);
    }
}
