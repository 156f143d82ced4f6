package io.depository.configuration;

import io.depository.register.LogIdentity;
import io.depository.witness.WitnessKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the register who it is and where its key and its newest checkpoint are kept. */
@Configuration(proxyBeanMethods = false)
class RegisterWiring {

    @Bean
    WitnessKeys witnessKeys(Settings settings) {
        return new WitnessKeys(settings.witnesses());
    }

    @Bean
    LogIdentity logIdentity(Settings settings) {
        return new LogIdentity(settings.id(), settings.logKey(), settings.formerLogKey(), settings.checkpointFile());
    }
}
