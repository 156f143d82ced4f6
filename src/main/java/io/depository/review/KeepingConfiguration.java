package io.depository.review;

import io.depository.parties.Directory;
import io.depository.parties.DirectoryBook;
import io.depository.reading.KeyNoticeReader;
import io.depository.register.Register;
import io.depository.routing.Routes;
import io.depository.staff.Audit;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The use cases that keep routes and directory, apart from the others: they alone need the real ones. */
@Configuration(proxyBeanMethods = false)
class KeepingConfiguration {

    @Bean
    RouteControl routeControl(Routes routes, Audit audit) {
        return new RouteControl(routes, audit);
    }

    @Bean
    DirectoryKeeping directoryKeeping(
            Directory directory,
            DirectoryBook book,
            KeyProposals proposals,
            Register register,
            Audit audit,
            TransactionTemplate transaction) {
        return new DirectoryKeeping(directory, book, proposals, register, audit, transaction);
    }

    @Bean
    KeyRotation keyRotation(
            KeyNoticeReader reader,
            KeyNotices notices,
            DirectoryBook book,
            Register register,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${depository.id}") String depository) {
        return new KeyRotation(reader, notices, book, register, transaction, clock, depository);
    }
}
