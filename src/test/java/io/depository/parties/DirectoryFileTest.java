package io.depository.parties;

import static io.depository.parties.WrittenDirectory.ED25519_KID;
import static io.depository.parties.WrittenDirectory.TWO_STATES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            party: KG                         | party: kg                         | party must be a code of two capital letters
            party: KZ                         | party: KG                         | a party is listed twice
            , en: Kyrgyz Republic             | ""                                | must have ru and en
            jms: KG                           | fax: KG                           | channel must be jms, file or mail, not fax
            mail: mfa@kz.local                | mail: ''                          | channel mail has no address
            algorithm: EdDSA                  | algorithm: RS256                  | algorithm must be EdDSA or ES256, not RS256
            algorithm: EdDSA                  | algorithm: ES256                  | Not a public key for ES256
            - {kid: KID                       | - {kid: other                     | kid other is not the RFC 7638 thumbprint
            validFrom: 2025-01-01T00:00:00Z}  | validFrom: yesterday}             | yesterday
            , validFrom: 2025-01-01T00:00:00Z}| }                                 | has no validFrom
            channels: {mail: mfa@kz.local}    | chanels: {mail: mfa@kz.local}     | chanels
            channels: {mail: mfa@kz.local}    | party: BY                         | Duplicate
            channels: {mail: mfa@kz.local}    | certificates: [{der: AAAA}]       | not a certificate to sign with
            channels: {mail: mfa@kz.local}    | certificates: [{validFrom: 2025-01-01T00:00:00Z}] | a certificate needs pem or der
            states:                           | countries:                        | states is missing or empty
            """)
    void refusesAMalformedFileWithItsLine(String text, String by, String fault) throws IOException {
        String malformed =
                TWO_STATES.replaceFirst(Pattern.quote(text.replace("KID", ED25519_KID)), Matcher.quoteReplacement(by));
        assertThat(malformed).isNotEqualTo(TWO_STATES);

        Path file = Files.writeString(folder.resolve("directory.yaml"), malformed);
        assertThatThrownBy(() -> DirectoryFile.read(file))
                .isInstanceOf(MalformedDirectory.class)
                .hasMessageContaining("directory.yaml")
                .hasMessageContaining("line ")
                .hasMessageContaining(fault);
    }

    @Test
    void saysWhereTheFaultIs() throws IOException {
        Path file = Files.writeString(folder.resolve("directory.yaml"), """
                states:
                  - party: KG
                    name: {ru: Кыргызская Республика, en: Kyrgyz Republic}
                    keys:
                      - kid: of-no-key
                        validFrom: yesterday
                        algorithm: EdDSA
                """);
        assertThatThrownBy(() -> DirectoryFile.read(file)).hasMessageContaining("directory.yaml, line 6: ");
    }
}
