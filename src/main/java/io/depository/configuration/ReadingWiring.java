package io.depository.configuration;

import io.depository.parties.Directory;
import io.depository.reading.KeyNoticeReader;
import io.depository.reading.Reader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the readers, which know no framework. */
@Configuration(proxyBeanMethods = false)
class ReadingWiring {

    @Bean
    Reader reader(Directory directory) {
        return new Reader(directory);
    }

    @Bean
    KeyNoticeReader keyNoticeReader(Directory directory) {
        return new KeyNoticeReader(directory);
    }
}
