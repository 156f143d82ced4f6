package io.depository.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.outbox.TestOutbox;
import io.depository.parties.Channel;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    @Test
    void takesNothingOnOnceTheApplicationEnds() {
        try (TestOutbox house = TestOutbox.fresh()) {
            house.acknowledge("a-jms", "KG", Channel.JMS, 1);
            house.acknowledge("a-file", "KG", Channel.FILE, 2);
            Claims claims = new Claims(house.lanes);
            assertThat(claims.claimJms().isEmpty()).isFalse();

            claims.close();

            assertThat(claims.claimFile().isEmpty()).isTrue();
            assertThat(claims.claimFile().loads()).isEmpty();
        }
    }
}
