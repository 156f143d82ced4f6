package io.depository.configuration;

import io.depository.calendar.Circulars;
import io.depository.calendar.Today;
import io.depository.correspondence.CalendarFile;
import io.depository.correspondence.CircularDays;
import io.depository.correspondence.CircularFeed;
import io.depository.correspondence.CircularPaper;
import io.depository.correspondence.LetterWriter;
import io.depository.correspondence.MailWriter;
import io.depository.correspondence.Names;
import io.depository.parties.Directory;
import io.depository.register.AnnouncementStore;
import io.depository.standing.Agreements;
import io.depository.standing.OfficialNames;
import io.depository.treaty.Bilingual;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Those who write letters. */
@Configuration
class LettersWiring {

    @Bean
    LetterWriter letterWriter() {
        return new LetterWriter();
    }

    @Bean
    MailWriter mailWriter(Settings settings) {
        return new MailWriter(settings.zone());
    }

    @Bean
    Names names(Directory directory, Agreements agreements) {
        return new OfficialNames(directory, agreements);
    }

    @Bean
    CalendarFile calendarFile(Names names, Settings settings) {
        return new CalendarFile(names, settings.id());
    }

    @Bean
    CircularDays circularDays(AnnouncementStore announcements, CalendarFile calendar) {
        return new CircularDays(announcements, calendar);
    }

    @Bean
    CircularPaper circularPaper(Names names, Settings settings) {
        Bilingual name = new Bilingual(settings.name().ru(), settings.name().en());
        return new CircularPaper(names, name, settings.site(), settings.zone());
    }

    @Bean
    CircularFeed circularFeed(Names names, Settings settings) {
        return new CircularFeed(names, settings.id());
    }

    @Bean
    Circulars circulars(LetterWriter writer, Names names, Today today) {
        return new Circulars(writer, names, today);
    }
}
