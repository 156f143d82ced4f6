package io.depository.verifier;

import io.depository.register.CheckedRegister;
import io.depository.register.Checkpoint;
import io.depository.register.ExportCheck;
import io.depository.register.Verification;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks an exported register, and that it has grown out of every checkpoint that somebody remembers. */
final class RegisterCheck {

    /**
     * @param file whose checkpoint it is
     * @param note as it is remembered
     */
    record Remembered(String file, String note) {}

    private final CheckedRegister register;
    private final Findings findings = new Findings();

    private RegisterCheck(CheckedRegister register) {
        this.register = register;
    }

    static RegisterCheck of(Path export, String key, List<Remembered> remembered, List<String> witnesses)
            throws IOException {
        Set<Long> sizes = new HashSet<>();
        remembered.forEach(one -> Checkpoint.parse(one.note()).ifPresent(says -> sizes.add(says.size())));
        try (InputStream content = new BufferedInputStream(Files.newInputStream(export))) {
            RegisterCheck check = new RegisterCheck(ExportCheck.check(content, sizes, witnesses));
            check.judge(key, remembered, witnesses.size());
            return check;
        }
    }

    CheckedRegister register() {
        return register;
    }

    Findings findings() {
        return findings;
    }

    private void judge(String key, List<Remembered> remembered, int witnesses) {
        register.faults().forEach(fault -> findings.add(Findings.Standing.FALSE, fault));
        if (!register.signedBy(key)) {
            findings.isFalse(
                    "Реестр не подписан этим ключом, и ни одна запись не говорит, что ключ сменили на него или с него",
                    "The register is not signed by this key, and no entry says that the key was changed to it or from it");
        }
        if (findings.sound()) {
            findings.proven(
                    "все " + register.size() + " записей, деревья и подписи сходятся; корень " + root(),
                    "all " + register.size() + " entries, trees and signatures fit; the root is " + root());
            register.keys().stream()
                    .filter(used -> used.until() != null)
                    .forEach(used -> findings.proven(
                            "ключ " + used.key() + " подписывал до размера " + used.until()
                                    + " и сменён записью реестра",
                            "the key " + used.key() + " signed up to size " + used.until()
                                    + ", and was changed by an entry"));
        }
        remembered.forEach(this::remember);
        if (remembered.isEmpty()) {
            findings.unproven(
                    "что последние записи не отрезаны и что другим не показан другой реестр: нужна прежняя контрольная точка"
                            + " (--checkpoint) или письмо",
                    "that the last entries were not cut off, and that others are not shown another register: an earlier"
                            + " checkpoint (--checkpoint) or letter is needed");
        }
        register.witnessed()
                .forEach(by -> findings.proven(
                        by.name() + " засвидетельствовал " + by.size() + " записей, время " + by.at(),
                        by.name() + " has cosigned " + by.size() + " entries, at " + by.at()));
        if (register.witnessed().size() < witnesses) {
            findings.unproven(
                    "не все названные свидетели подписали реестр: "
                            + register.witnessed().size() + " из " + witnesses,
                    "not all of the witnesses named have cosigned: "
                            + register.witnessed().size() + " of " + witnesses);
        }
    }

    private void remember(Remembered one) {
        long size = Checkpoint.parse(one.note()).map(Checkpoint::size).orElse(-1L);
        boolean signed = register.keys().stream()
                .anyMatch(key -> Verification.checkpoint(one.note(), key.key()).isPresent());
        if (!signed) {
            findings.isFalse(
                    one.file() + ": это не контрольная точка этого реестра",
                    one.file() + " is no checkpoint of this register");
        } else if (size > register.size()) {
            findings.isFalse(
                    "Реестр обрезан: в нём " + register.size() + " записей, а депозитарий подписал " + size + " ("
                            + one.file() + ")",
                    "The register was cut off: it has " + register.size() + " entries, and the depository signed "
                            + size + " (" + one.file() + ")");
        } else if (!register.continues(one.note())) {
            findings.isFalse(
                    "Два разных реестра: при " + size + " записях депозитарий подписал другой корень (" + one.file()
                            + "); это доказательство против него",
                    "Two different registers: at " + size + " entries the depository signed another root (" + one.file()
                            + "); this is a proof against it");
        } else {
            findings.proven(
                    "реестр продолжает тот, что был при " + size + " записях (" + one.file() + ")",
                    "the register continues the one of " + size + " entries (" + one.file() + ")");
        }
    }

    private String root() {
        return Base64.getEncoder().encodeToString(register.root());
    }
}
