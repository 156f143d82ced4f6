package io.depository.correspondence;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of one language, by key, cut into pieces once. A value that is filled in is never looked into for
 * further placeholders.
 */
final class Phrases {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");

    private final Map<String, List<Piece>> pieces;

    private Phrases(Map<String, List<Piece>> pieces) {
        this.pieces = pieces;
    }

    /** The phrases of {@code phrases-<language>.properties} beside this class. */
    static Phrases of(String language) {
        String file = "phrases-" + language + ".properties";
        Properties properties = new Properties();
        try (InputStream in = Phrases.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("No " + file + " on the class path");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return new Phrases(properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, key -> cut(properties.getProperty(key)))));
    }

    Set<String> keys() {
        return pieces.keySet();
    }

    boolean has(String key) {
        return pieces.containsKey(key);
    }

    /** The names of the key's placeholders, in lower case. */
    Set<String> placeholders(String key) {
        return find(key).stream().filter(Piece::isPlaceholder).map(Piece::text).collect(Collectors.toSet());
    }

    /**
     * The phrase with its placeholders filled in.
     *
     * @param values names and values in turn
     */
    String say(String key, String... values) {
        StringBuilder phrase = new StringBuilder(256);
        for (Piece piece : find(key)) {
            if (!piece.isPlaceholder) {
                phrase.append(piece.text);
            } else if (piece.capital) {
                phrase.append(capitalized(value(key, piece.text, values)));
            } else {
                phrase.append(value(key, piece.text, values));
            }
        }
        return phrase.toString();
    }

    private List<Piece> find(String key) {
        List<Piece> found = pieces.get(key);
        if (found == null) {
            throw new IllegalArgumentException("No phrase " + key);
        }
        return found;
    }

    private static String value(String key, String name, String... values) {
        for (int i = 0; i < values.length; i += 2) {
            if (values[i].equals(name)) {
                return values[i + 1];
            }
        }
        throw new IllegalArgumentException("Phrase " + key + " wants a value for {" + name + "}");
    }

    private static String capitalized(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static List<Piece> cut(@Nullable String phrase) {
        List<Piece> pieces = new ArrayList<>();
        String text = phrase == null ? "" : phrase;
        Matcher placeholder = PLACEHOLDER.matcher(text);
        int end = 0;
        while (placeholder.find()) {
            pieces.add(new Piece(text.substring(end, placeholder.start()), false, false));
            String name = placeholder.group(1);
            boolean capital = Character.isUpperCase(name.charAt(0));
            pieces.add(new Piece(Character.toLowerCase(name.charAt(0)) + name.substring(1), true, capital));
            end = placeholder.end();
        }
        pieces.add(new Piece(text.substring(end), false, false));
        return List.copyOf(pieces);
    }

    private record Piece(String text, boolean isPlaceholder, boolean capital) {}
}
