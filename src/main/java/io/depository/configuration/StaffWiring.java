package io.depository.configuration;

import io.depository.staff.Accounts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who of the staff can log in. */
@Configuration(proxyBeanMethods = false)
class StaffWiring {

    @Bean
    Accounts accounts(Settings settings) {
        return settings.staff() == null ? Accounts.none() : Accounts.readFrom(settings.staff());
    }
}
