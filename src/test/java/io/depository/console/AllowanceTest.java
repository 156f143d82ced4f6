package io.depository.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceTest {

    @Test
    void givesEachAddressItsOwn() {
        Allowance allowance = new Allowance(2, 1);
        allowance.take("192.0.2.1");
        allowance.take("192.0.2.1");

        assertThat(exhausted(allowance, "192.0.2.1").seconds()).isBetween(1L, 61L);
        assertThatCode(() -> allowance.take("192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void asksWithoutTaking() {
        Allowance allowance = new Allowance(1, 1);
        allowance.require("192.0.2.1");
        allowance.require("192.0.2.1");
        allowance.takeIfThere("192.0.2.1");
        allowance.takeIfThere("192.0.2.1");

        assertThat(catchThrowableOfType(Allowance.Exhausted.class, () -> allowance.require("192.0.2.1"))
                        .seconds())
                .isBetween(1L, 61L);
    }

    @Test
    void remembersOnlySoManyAddresses() {
        Allowance allowance = new Allowance(1, 1);
        allowance.take("first");
        for (int i = 0; i < 10_000; i++) {
            allowance.take("192.0.2." + i);
        }

        assertThatCode(() -> allowance.take("first")).doesNotThrowAnyException();
        assertThat(exhausted(allowance, "192.0.2.9999")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:0:1:0:0:0:7, 2001:db8:0:1",
        "2001:db8:0:1:ffff:1:2:3, 2001:db8:0:1",
        "::1, ::1"
    })
    void countsANetworkOfIpv6AsOne(String address, String expected) {
        assertThat(Allowance.network(address)).isEqualTo(expected);
    }

    private static Allowance.Exhausted exhausted(Allowance allowance, String address) {
        return catchThrowableOfType(Allowance.Exhausted.class, () -> allowance.take(address));
    }
}
