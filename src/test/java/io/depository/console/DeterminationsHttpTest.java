package io.depository.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.depository.testing.Http;
import io.depository.testing.RunningDepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only supervisors determine, and a body that is none is refused. */
class DeterminationsHttpTest {

    private static final RunningDepository DEPOSITORY = RunningDepository.shared();
    private static final String SIGNATURES = "/api/agreements/cis-heavy-engineering-2025/signatures";
    private static final String DATES = "/api/agreements/cis-heavy-engineering-2025/dates";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            supervisor | signatures | {"party": "TM", "signed": false, "reason": {"ru": "а", "en": "a"}} | 200
            registrar  | signatures | {"party": "TM", "signed": false, "reason": {"ru": "а", "en": "a"}} | 403
            viewer     | signatures | {"party": "TM", "signed": false, "reason": {"ru": "а", "en": "a"}} | 403
            supervisor | signatures | {"party": "KG", "signed": false, "reason": {"ru": "а", "en": "a"}} | 409
            supervisor | signatures | {"party": "DE", "signed": false, "reason": {"ru": "а", "en": "a"}} | 404
            supervisor | signatures | {"party": "TM", "signed": false, "reason": {"ru": "а"}}            | 400
            supervisor | signatures | {"party": "tm", "signed": false, "reason": {"ru": "а", "en": "a"}} | 400
            supervisor | signatures | {"party": "TM", "reason": {"ru": "а", "en": "a"}}                  | 400
            supervisor | signatures | []                                                                 | 400
            registrar  | dates      | {"effect": "entry-into-force", "on": "2030-01-01", "reason": {"ru": "а", "en": "a"}} | 403
            supervisor | dates      | {"effect": "entry", "on": "2030-01-01", "reason": {"ru": "а", "en": "a"}}            | 400
            supervisor | dates      | {"effect": "entry-into-force", "reason": {"ru": "а", "en": "a"}}                     | 400
            supervisor | dates      | {"effect": "entry-into-force", "on": "tomorrow", "reason": {"ru": "а", "en": "a"}}   | 400
            supervisor | dates      | {"effect": "consent-counted", "party": "KG", "on": "2030-01-01", "reason": {"ru": "а", "en": "a"}} | 409
            """)
    void answers(String who, String what, String body, int status) {
        assertThat(post(DEPOSITORY.httpAs(who), what.equals("dates") ? DATES : SIGNATURES, body))
                .isEqualTo(status);
    }

    @Test
    void asksWhoItIs() {
        assertThat(post(DEPOSITORY.http(), DATES, "{}")).isEqualTo(401);
        assertThat(post(DEPOSITORY.http(), SIGNATURES, "{}")).isEqualTo(401);
    }

    private static int post(Http who, String path, String body) {
        return who.post(path, body.getBytes(UTF_8)).statusCode();
    }
}
