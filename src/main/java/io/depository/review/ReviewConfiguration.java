package io.depository.review;

import io.depository.examination.Determining;
import io.depository.examination.Resolving;
import io.depository.inbox.Wake;
import io.depository.inbox.Worklist;
import io.depository.outbox.Deliveries;
import io.depository.register.Register;
import io.depository.staff.Audit;
import io.depository.standing.Agreements;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the use cases of staff together. */
@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {

    @Bean
    Retrying retrying(
            Worklist worklist,
            Deliveries deliveries,
            Inbox inbox,
            Audit audit,
            Wake wake,
            TransactionTemplate transaction) {
        return new Retrying(worklist, deliveries, inbox, audit, wake, transaction);
    }

    @Bean
    Determinations determinations(
            Agreements agreements,
            Determining determining,
            Register register,
            Audit audit,
            Wake wake,
            TransactionTemplate transaction) {
        return new Determinations(agreements, determining, register, audit, wake, transaction);
    }

    @Bean
    Reviewing reviewing(
            Resolving resolving,
            Register register,
            Inbox inbox,
            Votes votes,
            Audit audit,
            Wake wake,
            TransactionTemplate transaction) {
        return new Reviewing(resolving, register, inbox, new Reviewing.Records(votes, audit, transaction), wake);
    }
}
