package io.depository.agreements;

import io.depository.treaty.Agreement;
import io.depository.treaty.Bilingual;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads agreement files: YAML, checked against {@code schemas/agreement-1.json}, made into agreements.
 *
 * <p>Safe for use by several threads.
 */
@Component
public final class AgreementFiles {

    private static final String BUILT_IN = "classpath*:agreements/*.yaml";

    private final CheckedYaml yaml = new CheckedYaml("/schemas/agreement-1.json");

    /**
     * The agreement that the file says.
     *
     * @param fileName how errors call it
     * @param content its bytes, UTF-8
     * @throws UnreadableAgreement where it says none, naming file, line, column and what was expected
     */
    public LoadedAgreement load(String fileName, byte[] content) {
        JsonNode file = yaml.read(fileName, content);
        Agreement agreement = new AgreementFile(fileName, file).toAgreement();
        return new LoadedAgreement(agreement, content.clone(), sha256(content));
    }

    /**
     * The agreements that come with the application, and those of the folder's {@code *.yaml} files in the order of their
     * names.
     *
     * @param folder more files; null where there are none
     * @throws UnreadableAgreement where a file cannot be read, or two of them say the same agreement
     */
    public List<LoadedAgreement> loadAll(@Nullable Path folder) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        addBuiltIn(files);
        if (folder != null) {
            addFolder(folder, files);
        }
        Map<String, String> fileOf = new LinkedHashMap<>();
        Collection<LoadedAgreement> agreements = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            LoadedAgreement loaded = load(file.getKey(), file.getValue());
            String id = loaded.agreement().id();
            String other = fileOf.putIfAbsent(id, file.getKey());
            if (other != null) {
                throw new UnreadableAgreement(new Bilingual(
                        "Файлы " + other + " и " + file.getKey() + " описывают одно соглашение " + id
                                + "; оставьте один из них или дайте другому другой id",
                        "Both " + other + " and " + file.getKey() + " say the agreement " + id
                                + "; keep one of them, or give the other another id"));
            }
            agreements.add(loaded);
        }
        return List.copyOf(agreements);
    }

    private static void addBuiltIn(Map<String, byte[]> files) {
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(BUILT_IN)) {
                files.put(
                        "agreements/" + Objects.requireNonNull(resource.getFilename()),
                        resource.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The agreement files of the application cannot be read", e);
        }
    }

    private static void addFolder(Path folder, Map<String, byte[]> files) {
        if (!Files.isDirectory(folder)) {
            throw new UnreadableAgreement(new Bilingual(
                    "Папки соглашений " + folder + " нет; создайте ее или не задавайте depository.agreements",
                    "The folder of agreements " + folder + " is not there; create it, or leave depository.agreements"
                            + " unset"));
        }
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> paths = found.filter(
                            path -> path.getFileName().toString().endsWith(".yaml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            for (Path path : paths) {
                files.put(path.toString(), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of agreements " + folder + " cannot be read", e);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
