package io.depository.configuration;

import io.depository.parties.DirectoryImport;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the directory file in, where there is one, before anything is received or sent. */
@Configuration(proxyBeanMethods = false)
class PartiesWiring {

    @Bean
    InitializingBean directoryToBeginWith(DirectoryImport directoryImport, Settings settings) {
        return () -> {
            if (settings.directory() != null) {
                directoryImport.importFrom(settings.directory());
            }
        };
    }
}
