package io.depository.configuration;

import io.depository.parties.Directory;
import io.depository.parties.RevocationLists;
import io.depository.reading.Authorities;
import io.depository.reading.CommandVerifier;
import io.depository.reading.GostVerifier;
import io.depository.reading.KeyNoticeReader;
import io.depository.reading.NationalVerifier;
import io.depository.reading.Reader;
import io.depository.reading.SmimeTrust;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the readers, which know no framework. */
@Configuration(proxyBeanMethods = false)
class ReadingWiring {

    @Bean
    RevocationLists revocationLists(Settings settings) {
        return new RevocationLists(settings.revocationLists());
    }

    @Bean
    Authorities registeredAuthorities(Directory directory, RevocationLists revocations) {
        return new Authorities(directory, revocations);
    }

    @Bean
    Reader reader(Directory directory, RevocationLists revocations, Settings settings) {
        return new Reader(directory, new SmimeTrust(revocations, verifiers(settings.verifiers())));
    }

    private static List<NationalVerifier> verifiers(Settings.Verifiers wanted) {
        List<NationalVerifier> verifiers = new ArrayList<>();
        if (wanted.gost()) {
            verifiers.add(new GostVerifier());
        }
        if (!wanted.command().isBlank()) {
            List<String> command = List.of(wanted.command().strip().split("\\s+"));
            verifiers.add(new CommandVerifier(command, wanted.algorithms(), wanted.timeout()));
        }
        return verifiers;
    }

    @Bean
    KeyNoticeReader keyNoticeReader(Directory directory) {
        return new KeyNoticeReader(directory);
    }
}
