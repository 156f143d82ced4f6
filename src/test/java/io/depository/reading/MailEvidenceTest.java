package io.depository.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.notification.Voucher;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MailEvidenceTest {

    private static final String HEADER = """
            Received: from relay.example by mail.depository.local; Mon, 12 Jan 2026 09:30:00 +0000
            Authentication-Results: mail.depository.local;
             spf=pass smtp.mailfrom=mfa@kg.local; dkim=fail header.d=kg.local
            DKIM-Signature: v=1; a=rsa-sha256; d=kg.local;
             s=mail2026; h=from:subject; b=AAAA
            From: =?utf-8?B?0JzQmNCU?= <mfa@kg.local>
            Subject: Note
            """;

    @Test
    void showsWhomTheHeaderNames() {
        MailEvidence evidence = MailEvidence.of(mail(HEADER));
        assertThat(evidence.from()).containsExactly("МИД <mfa@kg.local>");
        assertThat(evidence.subject()).containsExactly("Note");
        assertThat(evidence.authenticationResults())
                .containsExactly(
                        "mail.depository.local; spf=pass smtp.mailfrom=mfa@kg.local; dkim=fail header.d=kg.local");
        assertThat(evidence.dkimSignatures()).containsExactly("d=kg.local; s=mail2026");
        assertThat(evidence.received()).hasSize(1);
    }

    @Test
    void letsNothingOfItVouch() {
        Reading reading = new Reader(Keys.ofMinistries()).read(Notes.byMail(mail(HEADER.replace("fail", "pass"))));
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.voucher()).isEqualTo(new Voucher.Nobody());
        assertThat(reading.signer()).isNull();
    }

    @Test
    void readsAHostileHeaderAsFarAsItGoes() {
        MailEvidence many = MailEvidence.of(mail("From: a\n".repeat(5000)));
        assertThat(many.from()).hasSize(20);
        MailEvidence hidden = MailEvidence.of(mail("From: a\u0000\u0007b\u202e\nSubject: " + "x".repeat(5000) + "\n"));
        assertThat(hidden.from().get(0)).doesNotContain("\u0000", "\u0007", "\u202e");
        assertThat(hidden.subject().get(0)).hasSizeLessThanOrEqualTo(900);
        assertThat(MailEvidence.of(new byte[0]).from()).isEmpty();
        assertThat(MailEvidence.of(new byte[] {0, 1, 2, '\n', ':', '\n'}).from())
                .isEmpty();
    }

    private static byte[] mail(String header) {
        String text = header + "Content-Type: application/json\n\n" + Notes.with("act", "\"declaration\"");
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
