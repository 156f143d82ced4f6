package io.depository.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemsTest {

    private static final List<String> THREE = List.of("c-trade", "a-energy", "b-water");

    @ParameterizedTest(name = "{1} from ''{0}''")
    @CsvSource(delimiter = '|', textBlock = """
            ''      | 2 | a-energy b-water         | c-trade
            c-trade | 2 | c-trade                  |
            ''      | 3 | a-energy b-water c-trade |
            ''      | 1 | a-energy                 | b-water
            b       | 1 | b-water                  | c-trade
            d       | 1 | ''                       |
            """)
    void givesAListInPartsWhichNameTheNext(String from, int limit, String given, String next) {
        Items<String> part = Items.page(THREE, Function.identity(), from, limit);

        assertThat(String.join(" ", part.items())).isEqualTo(given);
        assertThat(part.next()).isEqualTo(next);
    }
}
