package io.depository.local;

import java.io.File;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The class path of this process, for a child of it. */
final class ClassPath {

    private ClassPath() {}

    /** Its entries without empty ones, which would stand for the child's working folder and all that lies there. */
    static String ofThisProcess() {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> !entry.isBlank())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
