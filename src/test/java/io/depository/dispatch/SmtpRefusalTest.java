package io.depository.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.SocketTimeoutException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpRefusalTest {

    @ParameterizedTest
    @CsvSource({
        "550, true",
        "551, true",
        "553, true",
        "552, true",
        "450, false",
        "451, false",
        "452, false",
        "503, false"
    })
    void judgesWhatIsSaidOfTheRecipient(int code, boolean isFinal) throws Exception {
        MessagingException refusal = new SMTPAddressFailedException(
                new InternetAddress("mfa@kg.local"), "RCPT TO:<mfa@kg.local>", code, code + " no");
        assertThat(SmtpRefusal.isFinal(new SendFailedException("Invalid Addresses", refusal)))
                .isEqualTo(isFinal);
    }

    @ParameterizedTest
    @CsvSource({
        "DATA, 554, true",
        "., 550, true",
        "., 451, false",
        "MAIL FROM:<notifications@depository.local>, 550, false",
        "MAIL FROM:<notifications@depository.local>, 530, false",
        "DATA, 421, false"
    })
    void judgesWhatIsSaidOfTheMessageButNotOfUs(String command, int code, boolean isFinal) {
        Address[] none = {};
        assertThat(SmtpRefusal.isFinal(
                        new SMTPSendFailedException(command, code, code + " no", null, none, none, none)))
                .isEqualTo(isFinal);
    }

    @Test
    void takesAFaultOfTheWayForPassingAndABadAddressForFinal() {
        assertThat(SmtpRefusal.isFinal(
                        new MessagingException("Exception reading response", new SocketTimeoutException())))
                .isFalse();
        assertThat(SmtpRefusal.isFinal(new AuthenticationFailedException("535 no")))
                .isFalse();
        assertThat(SmtpRefusal.isFinal(new AddressException("Illegal address"))).isTrue();
    }
}
