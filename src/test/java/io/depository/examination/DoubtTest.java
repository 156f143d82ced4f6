package io.depository.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depository.parties.PartyAuthority;
import io.depository.parties.RegisteredKey;
import io.depository.reading.Authorities;
import io.depository.review.Verdict;
import io.depository.testing.Authority;
import io.depository.testing.MovableClock;
import io.depository.testing.Note;
import io.depository.testing.Office;
import io.depository.testing.TestDatabase;
import io.depository.testing.TestDirectory;
import io.depository.treaty.PartyCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A signature with which nothing is wrong, of which nobody here knows whether its certificate had been revoked. */
class DoubtTest {

    private static final PartyCode KG = new PartyCode("KG");
    private static final Instant MON_2026_03_02 = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUE_2026_03_03 = Instant.parse("2026-03-03T09:00:00Z");

    private final TestDirectory directory = new TestDirectory();
    private final Authority authority = Authority.root("CN=State Authority,C=KG");
    private final Authority.Holder ministry = authority.issue("CN=Treaties,O=Ministry,C=KG");
    private Office office = Office.open(TestDatabase.fresh(), directory, new MovableClock(TUE_2026_03_03), Period.ZERO);

    @AfterEach
    void closes() {
        office.close();
    }

    @Test
    void isHeldUntilThereIsAListAndRegisteredOnceItComesAgain() throws Exception {
        registerTheAuthority();
        Note note = Note.bodiesOf("KG");
        long held = office.receivesMail(mail(note), MON_2026_03_02);
        office.examines();
        assertThat(office.acknowledgementOf(held).path("outcome").asString()).isEqualTo("under-review");
        assertThat(office.acknowledgementOf(held).path("review").path("en").asString())
                .contains("no list of revoked certificates");
        assertThat(office.addressesOf(held)).containsExactly("mfa@kg.local");
        assertThat(listState()).isEqualTo(Authorities.ListState.MISSING);

        putList(MON_2026_03_02.minus(Duration.ofDays(9)), MON_2026_03_02, Map.of());
        assertThat(listState()).isEqualTo(Authorities.ListState.STALE);
        putList(MON_2026_03_02, TUE_2026_03_03.plusSeconds(9), Map.of());
        assertThat(listState()).isEqualTo(Authorities.ListState.IN_FORCE);

        long again = office.receivesMail(mail(note), TUE_2026_03_03);
        office.examines();
        assertThat(office.stateOf(again)).isEqualTo("registered");
    }

    @Test
    void isNotApprovedAnyMoreOnceAListSaysThatItWasRevoked() throws Exception {
        registerTheAuthority();
        long held = office.receivesMail(mail(Note.bodiesOf("KG")), MON_2026_03_02);
        office.examines();
        putList(MON_2026_03_02, TUE_2026_03_03, Map.of(ministry.certificate(), MON_2026_03_02));
        assertThatThrownBy(() -> office.votes("registrar", Verdict.APPROVE, held, "it looked right"))
                .hasMessageContaining("KEY_REVOKED");
        office.votes("registrar", Verdict.RETURN, held, "the certificate was revoked");
        assertThat(office.stateOf(held)).isEqualTo("returned");
    }

    private void registerTheAuthority() {
        PartyAuthority read = PartyAuthority.read(KG, Authority.pem(authority.certificate()), "O=Ministry,C=KG");
        directory.register(new RegisteredKey(
                read.kid(), KG, RegisteredKey.AUTHORITY, read.der(), read.validFrom(), null, null, read.subject()));
    }

    /** Puts the list there and opens the office again, which would notice it by itself within seconds. */
    private void putList(Instant from, Instant to, Map<X509Certificate, Instant> revoked) throws Exception {
        Path folder = Files.createDirectories(office.home().resolve("revocations"));
        Files.write(folder.resolve(to.getEpochSecond() + ".crl"), authority.revocations(from, to, revoked));
        office = office.again();
    }

    private Authorities.ListState listState() {
        List<Authorities.Line> lines = office.bean(Authorities.class).list(TUE_2026_03_03);
        assertThat(lines).hasSize(1);
        return lines.get(0).list();
    }

    private byte[] mail(Note note) throws Exception {
        byte[] entity = ("Content-Type: application/json\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(note.json()) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                        .build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(ministry.keys().getPrivate()),
                                ministry.certificate()));
        generator.addCertificates(new JcaCertStore(List.of(ministry.certificate())));
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes(("From: mfa@kg.local\r\nTo: notifications@depository.local\r\nSubject: Note\r\n"
                        + "MIME-Version: 1.0\r\nContent-Type: application/pkcs7-mime; smime-type=signed-data\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        mail.writeBytes(Base64.getMimeEncoder()
                .encode(generator
                        .generate(new CMSProcessableByteArray(entity), true)
                        .getEncoded()));
        return mail.toByteArray();
    }
}
