package io.depository.local;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked from the class path once a home. */
final class PostgresBinaries {

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /** Unpacks the programs where the folder has none. A kill in between leaves nothing that would be taken for whole. */
    static PostgresBinaries in(Path parent) throws IOException {
        Path folder = parent.resolve("programs");
        if (!Files.exists(folder)) {
            Path incomplete = parent.resolve("programs.incomplete");
            PrivateFiles.removeAll(incomplete);
            unpack(incomplete);
            PrivateFiles.giveName(incomplete, folder);
        }
        return new PostgresBinaries(folder);
    }

    /** The program's file, e.g. of {@code initdb}. */
    Path program(String name) {
        Path plain = folder.resolve("bin").resolve(name);
        return Files.exists(plain) ? plain : folder.resolve("bin").resolve(name + ".exe");
    }

    private static void unpack(Path folder) throws IOException {
        try (InputStream archive = archive();
                TarArchiveInputStream entries =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                unpack(entries, entry, folder);
            }
        }
    }

    private static void unpack(InputStream content, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive of PostgreSQL's programs leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink() || entry.isLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if (target.getParent().endsWith("bin") && !target.toFile().setExecutable(true, false)) {
            throw new IOException("Cannot make " + target + " executable");
        }
    }

    private static InputStream archive() throws IOException {
        String system = System.getProperty("os.name");
        String name = Set.of("Windows", "Linux").stream()
                .filter(system::startsWith)
                .findFirst()
                .orElse("Darwin");
        String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                name, architecture.equals("amd64") ? "x86_64" : architecture);
        if (archive == null) {
            throw new IOException("No PostgreSQL for " + system + " on " + architecture + " is on the class path");
        }
        return archive;
    }
}
