package io.depository.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.notification.Code;
import io.depository.notification.Finding;
import io.depository.notification.Voucher;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class MailCorpusTest {

    private final Reader reader = new Reader(Keys.ofMinistries());

    @TestFactory
    Stream<DynamicTest> readsOrRefusesWhateverMailComes() {
        return Corpus.files("mail", ".msg").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Reading reading = reader.read(Notes.byMail(Corpus.read(file)));
                    assertThat(reading.errors())
                            .extracting(Finding::code)
                            .hasSize(1)
                            .containsAnyOf(Code.NO_NOTIFICATION_FOUND, Code.UNREADABLE_MAIL, Code.SYNTAX);
                    assertThat(reading.voucher()).isEqualTo(new Voucher.Nobody());
                    assertThat(reading.heading().party()).isNull();
                }));
    }
}
