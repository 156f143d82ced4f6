package io.depository.configuration;

import io.depository.parties.Directory;
import io.depository.reading.Reader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the reader, which knows no framework. */
@Configuration(proxyBeanMethods = false)
class ReadingWiring {

    @Bean
    Reader reader(Directory directory) {
        return new Reader(directory);
    }
}
