package io.depository.correspondence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An effect in words: what follows, by which article, why.
 *
 * @param kind its wire name
 * @param state the state concerned, in words
 */
record EffectText(
        String kind,
        String state,
        @Nullable LocalDate on,
        String article,
        String because,
        @Nullable LocalDate alternative,
        boolean late) {

    /** What follows, in one sentence. */
    String news(Language language) {
        String key = "effect." + kind;
        return on == null
                ? language.say(key + ".undated", "state", state)
                : language.say(key, "state", state, "date", language.date(on));
    }

    /** What follows and why. */
    String full(Language language) {
        StringBuilder text = new StringBuilder(news(language));
        if (!because.strip().startsWith(language.say("effect.cites").strip())) {
            boolean bare = !article.isEmpty() && Character.isDigit(article.charAt(0));
            text.append(' ').append(language.say(bare ? "effect.article" : "effect.source", "article", article));
        }
        if (!because.isBlank()) {
            text.append(' ').append(sentence(because));
        }
        if (alternative != null) {
            text.append(' ').append(language.say("effect.alternative", "date", language.date(alternative)));
        }
        if (late) {
            text.append(' ').append(language.say("effect.late"));
        }
        return text.toString();
    }

    private static String sentence(String text) {
        String stripped = text.strip();
        return ".!?…".indexOf(stripped.charAt(stripped.length() - 1)) < 0 ? stripped + "." : stripped;
    }
}
