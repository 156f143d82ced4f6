package io.depository.configuration;

import io.depository.agreements.AgreementFiles;
import io.depository.register.AgreementStore;
import io.depository.register.DeterminationStore;
import io.depository.register.FactStore;
import io.depository.register.Register;
import io.depository.standing.Agreements;
import io.depository.standing.Positions;
import io.depository.standing.RegisteredAgreements;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The agreements in use and where they stand. */
@Configuration
class StandingWiring {

    /** Opens the agreements before anything is examined: an unknown file stops the start here. */
    @Bean
    Agreements agreements(
            AgreementFiles files,
            Register register,
            AgreementStore store,
            TransactionTemplate transaction,
            Settings settings) {
        return RegisteredAgreements.open(
                files.loadAll(settings.agreements()),
                Set.copyOf(settings.acceptAgreements()),
                files,
                register,
                store,
                transaction);
    }

    @Bean
    Positions positions(Agreements agreements, FactStore facts, DeterminationStore determinations) {
        return new Positions(agreements, facts, determinations);
    }
}
