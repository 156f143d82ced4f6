package io.depository.correspondence;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The templates of documents and letters: XHTML files beside this class, read once. Safe for concurrent use. */
final class Templates {

    private final TemplateEngine engine = new TemplateEngine();

    Templates() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        files.setPrefix("io/depository/correspondence/");
        files.setSuffix(".xhtml");
        files.setTemplateMode(TemplateMode.XML);
        files.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(files);
    }

    /** The template of that name, filled in with values that XML can carry. */
    String fill(String name, Map<String, Object> values) {
        return engine.process(name, new Context(Locale.ROOT, values));
    }
}
