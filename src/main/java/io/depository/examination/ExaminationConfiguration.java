package io.depository.examination;

import io.depository.calendar.Circulars;
import io.depository.calendar.DutyBook;
import io.depository.calendar.Today;
import io.depository.correspondence.LetterWriter;
import io.depository.inbox.Wake;
import io.depository.inbox.Worklist;
import io.depository.outbox.Outbox;
import io.depository.parties.Directory;
import io.depository.reading.Reader;
import io.depository.register.DeterminationStore;
import io.depository.register.FactStore;
import io.depository.register.Register;
import io.depository.register.RegisterReader;
import io.depository.standing.Agreements;
import io.depository.standing.Positions;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the examination together. */
@Configuration
class ExaminationConfiguration {

    @Bean
    Preparation preparation(
            Reader reader,
            Directory directory,
            Agreements agreements,
            Today today,
            @Value("${depository.id}") String depository) {
        return new Preparation(reader, directory, agreements, depository, today.zone());
    }

    @Bean
    Recording.Stores stores(
            Register register,
            FactStore facts,
            Positions positions,
            Decisions decisions,
            Worklist worklist,
            DutyBook duties) {
        return new Recording.Stores(register, facts, positions, decisions, worklist, duties);
    }

    @Bean
    Writing writing(
            Recording.Stores stores,
            Outbox outbox,
            Agreements agreements,
            Circulars circulars,
            Directory directory,
            LetterWriter writer) {
        return new Writing(stores, outbox, new Registration(agreements, circulars), new Addressing(directory), writer);
    }

    @Bean
    Recording recording(TransactionTemplate transaction, Recording.Stores stores, Writing writing) {
        return new Recording(transaction, stores, writing);
    }

    @Bean
    Resolving resolving(Preparation preparation, Recording.Stores stores, Writing writing) {
        return new Resolving(preparation, stores, writing);
    }

    @Bean
    Determining determining(
            Positions positions,
            DeterminationStore determinations,
            DutyBook duties,
            Circulars circulars,
            Outbox outbox) {
        return new Determining(positions, determinations, duties, circulars, outbox);
    }

    @Bean
    NewVersions newVersions(
            Agreements agreements,
            DeterminationStore determinations,
            Recording.Stores stores,
            Circulars circulars,
            Outbox outbox,
            TransactionTemplate transaction) {
        return new NewVersions(agreements, determinations, stores, circulars, outbox, transaction);
    }

    @Bean(destroyMethod = "shutdown")
    ExecutorService preparationWorkers() {
        return Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()), step -> {
            Thread thread = new Thread(step, "preparation");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Bean
    Examination examination(
            Worklist worklist,
            Preparation preparation,
            Recording recording,
            ExecutorService preparationWorkers,
            Wake wake) {
        return new Examination(worklist, preparation, recording, preparationWorkers, wake);
    }

    @Bean
    DryRun dryRun(
            Preparation preparation,
            RegisterReader register,
            Decisions decisions,
            Positions positions,
            FactStore facts,
            Worklist worklist,
            LetterWriter writer,
            Clock clock) {
        return new DryRun(preparation, register, decisions, positions, facts, worklist, writer, clock);
    }
}
