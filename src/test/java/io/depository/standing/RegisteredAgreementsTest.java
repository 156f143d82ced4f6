package io.depository.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depository.agreements.AgreementFiles;
import io.depository.agreements.LoadedAgreement;
import io.depository.register.AgreementStore;
import io.depository.register.Register;
import io.depository.register.RegisterReader;
import io.depository.testing.Office;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** The register decides which agreement is in use; an office has registered the first one. */
class RegisteredAgreementsTest {

    private static final String ID = "cis-heavy-engineering-2025";

    private final Office office = Office.open();
    private final AgreementFiles files = office.bean(AgreementFiles.class);

    @AfterEach
    void closes() {
        office.close();
    }

    @Test
    void makesTheAcceptedFileAnEntryOnce() {
        assertThat(office.bean(RegisterReader.class).size()).isEqualTo(1);
        Agreements again = open(files.loadAll(null), Set.of());
        assertThat(again.find(ID)).isPresent();
        assertThat(office.bean(RegisterReader.class).size()).isEqualTo(1);
    }

    @Test
    void stopsTheStartForAFileThatStaffHaveNotAccepted() {
        LoadedAgreement changed = changed();
        assertThatThrownBy(() -> open(List.of(changed), Set.of()))
                .isInstanceOf(UnregisteredAgreement.class)
                .hasMessageContaining(ID)
                .hasMessageContaining(digest(changed))
                .hasMessageContaining("accept-agreements");
        assertThat(office.bean(RegisterReader.class).size()).isEqualTo(1);
    }

    @Test
    void usesTheNewVersionOnceItsDigestIsAccepted() {
        LoadedAgreement changed = changed();
        Agreements opened = open(List.of(changed), Set.of(digest(changed)));
        assertThat(opened.fileOf(ID).sha256()).isEqualTo(changed.sha256());
        assertThat(office.bean(RegisterReader.class).size()).isEqualTo(2);
        assertThat(open(List.of(), Set.of()).fileOf(ID).sha256()).isEqualTo(changed.sha256());
    }

    private Agreements open(List<LoadedAgreement> found, Set<String> accepted) {
        return RegisteredAgreements.open(
                found,
                accepted,
                files,
                office.bean(Register.class),
                office.bean(AgreementStore.class),
                office.bean(TransactionTemplate.class));
    }

    /** The same agreement with another byte in a comment. */
    private LoadedAgreement changed() {
        byte[] content = office.bean(Agreements.class).fileOf(ID).content();
        String text = new String(content, StandardCharsets.UTF_8) + "\n# A comment more.\n";
        return files.load("changed.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(LoadedAgreement file) {
        return HexFormat.of().formatHex(file.sha256());
    }
}
