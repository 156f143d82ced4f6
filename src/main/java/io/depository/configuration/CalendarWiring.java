package io.depository.configuration;

import io.depository.calendar.Circulars;
import io.depository.calendar.ClockWatch;
import io.depository.calendar.DutyBook;
import io.depository.calendar.FallingDue;
import io.depository.calendar.Today;
import io.depository.inbox.Wake;
import io.depository.outbox.Outbox;
import io.depository.register.Register;
import io.depository.standing.Agreements;
import io.depository.standing.Positions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The calendar. */
@Configuration
class CalendarWiring {

    @Bean
    FallingDue fallingDue(
            Register register,
            DutyBook book,
            Positions positions,
            Circulars circulars,
            Outbox outbox,
            Wake wake,
            Today today,
            ClockWatch watch,
            TransactionTemplate transaction,
            Agreements agreements) {
        return new FallingDue(
                register, book, positions, circulars, outbox, wake, today, watch, transaction, agreements);
    }
}
