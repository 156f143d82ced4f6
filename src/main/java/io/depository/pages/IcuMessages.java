package io.depository.pages;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;

/** The words of the pages, from one file a language; plurals and numbers by ICU's message format (UTS 35). */
final class IcuMessages implements MessageSource {

    /** The first is the depository's working language, and what is shown to whom nobody asked. */
    static final Map<String, Locale> LANGUAGES = languages();

    private final Map<String, Properties> words = new LinkedHashMap<>();

    IcuMessages() {
        LANGUAGES.keySet().forEach(code -> words.put(code, load(code)));
    }

    private static Map<String, Locale> languages() {
        Map<String, Locale> languages = new LinkedHashMap<>();
        languages.put("ru", Locale.forLanguageTag("ru"));
        languages.put("en", Locale.ENGLISH);
        return languages;
    }

    private static Properties load(String code) {
        String file = "pages-" + code + ".properties";
        try (InputStream bytes = IcuMessages.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("The words of the pages are missing: " + file);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** The keys of a language. */
    Set<String> keys(String code) {
        return properties(code).stringPropertyNames();
    }

    private Properties properties(String code) {
        Properties known = words.get(code);
        return known == null ? words.values().iterator().next() : known;
    }

    @Override
    public String getMessage(String key, Object @Nullable [] args, @Nullable Locale locale) {
        String code = locale == null ? "ru" : locale.getLanguage();
        String pattern = properties(code).getProperty(key);
        if (pattern == null) {
            throw new NoSuchMessageException(key, locale == null ? Locale.ROOT : locale);
        }
        return new MessageFormat(pattern, new ULocale(code)).format(args == null ? new Object[0] : args);
    }

    @Override
    public @Nullable String getMessage(
            String key, Object @Nullable [] args, @Nullable String otherwise, @Nullable Locale locale) {
        try {
            return getMessage(key, args, locale);
        } catch (NoSuchMessageException e) {
            return otherwise;
        }
    }

    @Override
    public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
        String[] codes = resolvable.getCodes();
        for (String code : codes == null ? new String[0] : codes) {
            String found = getMessage(code, resolvable.getArguments(), null, locale);
            if (found != null) {
                return found;
            }
        }
        String otherwise = resolvable.getDefaultMessage();
        return otherwise == null ? "" : otherwise;
    }
}
