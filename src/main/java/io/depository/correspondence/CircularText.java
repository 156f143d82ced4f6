package io.depository.correspondence;

import io.depository.notification.Notification;
import io.depository.treaty.Bilingual;
import io.depository.treaty.Effect;
import io.depository.treaty.EffectKind;
import io.depository.treaty.PartyCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The text of a circular: the news, the note that it comes from, what follows in law and why, what the states are asked
 * to do, and by which article they are told. Paragraphs are set apart by an empty line.
 */
final class CircularText {

    private static final Set<CircularKind> OF_ENTRY_INTO_FORCE = EnumSet.of(
            CircularKind.THRESHOLD_REACHED, CircularKind.ENTRY_INTO_FORCE_DUE, CircularKind.ENTERED_INTO_FORCE);

    private final Circular circular;
    private final StandingTable standing;
    private final Names names;
    private final Language language;

    private CircularText(Circular circular, StandingTable standing, Names names, Language language) {
        this.circular = circular;
        this.standing = standing;
        this.names = names;
        this.language = language;
    }

    static Bilingual of(Circular circular, StandingTable standing, Names names) {
        return new Bilingual(
                new CircularText(circular, standing, names, Language.RUSSIAN).write(),
                new CircularText(circular, standing, names, Language.ENGLISH).write());
    }

    private String write() {
        String kind = circular.kind().wireName();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(language.say("circular.heading", "number", circular.number()));
        paragraphs.add(
                language.say("circular.intro", "title", language.of(names.agreementTitle(circular.agreement()))));
        paragraphs.add(opening(kind));
        paragraphs.add(note());
        addEffects(paragraphs);
        addInstruments(paragraphs);
        addWhatCameWithIt(paragraphs);
        paragraphs.add(language.say("request." + kind));
        String registration = "circular.un." + kind;
        if (language.has(registration)) {
            paragraphs.add(language.say(registration));
        }
        String basis = "circular.basis." + kind;
        paragraphs.add(language.say(language.has(basis) ? basis : "circular.basis"));
        return String.join("\n\n", paragraphs);
    }

    private String opening(String kind) {
        String undated = "opening." + kind;
        String dated = undated + ".dated";
        LocalDate day = day();
        if (day != null && language.has(dated)) {
            return language.say(
                    dated, "date", language.date(day), "state", state(circular.party()), "for", forStates(day));
        }
        if (!language.has(undated)) {
            throw new IllegalArgumentException("Circular " + circular.number() + " of kind " + kind
                    + " tells of a day, and none of its effects bears one: " + circular.effects());
        }
        return language.say(undated);
    }

    /** The day that a circular of this kind is about; null where it is about none. */
    private @Nullable LocalDate day() {
        return switch (circular.kind()) {
            case THRESHOLD_REACHED, ENTERED_INTO_FORCE ->
                firstDay(EffectKind.ENTRY_INTO_FORCE, EffectKind.ENTRY_INTO_FORCE_FOR_PARTY);
            case ENTRY_INTO_FORCE_DUE ->
                circular.party() == null
                        ? firstDay(EffectKind.ENTRY_INTO_FORCE, EffectKind.ENTRY_INTO_FORCE_FOR_PARTY)
                        : firstDay(EffectKind.ENTRY_INTO_FORCE_FOR_PARTY, EffectKind.ENTRY_INTO_FORCE);
            case ENTERED_INTO_FORCE_FOR_PARTY -> firstDay(EffectKind.ENTRY_INTO_FORCE_FOR_PARTY);
            case WITHDRAWAL_RECEIVED, WITHDRAWAL_EFFECTIVE -> firstDay(EffectKind.WITHDRAWAL_EFFECTIVE);
            default -> null;
        };
    }

    private @Nullable LocalDate firstDay(EffectKind... kinds) {
        return Stream.of(kinds)
                .flatMap(kind -> circular.effects().stream().filter(effect -> effect.kind() == kind))
                .map(Effect::on)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** For which states the day is the first: those that the effects name, else the one that the circular concerns. */
    private String forStates(LocalDate day) {
        Set<PartyCode> states = circular.effects().stream()
                .filter(effect -> effect.kind() == EffectKind.ENTRY_INTO_FORCE_FOR_PARTY && day.equals(effect.on()))
                .map(Effect::party)
                .filter(Objects::nonNull)
                .sorted()
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (states.isEmpty() && circular.party() != null) {
            states.add(circular.party());
        }
        if (states.isEmpty()) {
            return "";
        }
        String list = states.stream().map(this::state).collect(Collectors.joining("; "));
        return language.say(states.size() == 1 ? "circular.for-state" : "circular.for-states", "states", list);
    }

    private String note() {
        String entry = Long.toString(circular.entry());
        if (circular.party() == null
                || circular.act() == null
                || circular.reference() == null
                || circular.receivedOn() == null) {
            return language.say("circular.note.entry", "entry", entry);
        }
        return language.say(
                "circular.note",
                "date",
                language.date(circular.receivedOn()),
                "reference",
                Legible.line(circular.reference()),
                "state",
                state(circular.party()),
                "act",
                language.say("act." + circular.act().wireName()),
                "entry",
                entry);
    }

    private void addEffects(List<String> paragraphs) {
        boolean corrects = circular.kind() == CircularKind.CORRECTION;
        if (!circular.corrected().isEmpty()) {
            paragraphs.add(language.say("circular.corrected")
                    + circular.corrected().stream()
                            .map(effect -> "\n– " + inWords(effect).news(language))
                            .collect(Collectors.joining()));
        }
        if (!circular.effects().isEmpty()) {
            paragraphs.add(language.say(corrects ? "circular.correct" : "circular.effects")
                    + circular.effects().stream()
                            .map(effect -> "\n– " + inWords(effect).full(language))
                            .collect(Collectors.joining()));
        } else if (circular.kind() == CircularKind.NOTIFICATION_REGISTERED) {
            paragraphs.add(language.say("circular.no-effects"));
        }
    }

    private EffectText inWords(Effect effect) {
        return new EffectText(
                effect.kind().wireName(),
                state(effect.party()),
                effect.on(),
                effect.article(),
                language.of(effect.because()),
                effect.alternative(),
                effect.late());
    }

    /** Each instrument that brings the agreement into force, where that is what the circular tells of. */
    private void addInstruments(List<String> paragraphs) {
        boolean ofOneState = circular.kind() == CircularKind.ENTRY_INTO_FORCE_DUE && circular.party() != null;
        if (ofOneState || !OF_ENTRY_INTO_FORCE.contains(circular.kind())) {
            return;
        }
        String instruments = standing.counted().entrySet().stream()
                .map(counted -> instrument(counted.getValue(), counted.getKey()))
                .collect(Collectors.joining());
        if (!instruments.isEmpty()) {
            paragraphs.add(language.say(
                            "circular.instruments",
                            "counted",
                            Integer.toString(standing.counted().size()),
                            "needed",
                            Integer.toString(standing.needed()))
                    + instruments);
        }
    }

    private String instrument(StandingTable.Row row, StandingTable.Consent consent) {
        return "\n– "
                + language.say(
                        "circular.instrument",
                        "state",
                        state(row.party()),
                        "noun",
                        language.say("noun." + consent.act().wireName()),
                        "reference",
                        Legible.line(consent.reference()),
                        "date",
                        language.day(consent.receivedOn()),
                        "entry",
                        Long.toString(consent.entry()));
    }

    private void addWhatCameWithIt(List<String> paragraphs) {
        String bodies = circular.authorizedBodies().stream()
                .map(body -> text(body.name()))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining("; "));
        if (!bodies.isEmpty()) {
            paragraphs.add(language.say("circular.bodies", "state", state(circular.party()), "bodies", bodies));
        }
        Notification.Texts statement = circular.statement();
        if (statement != null && (statement.ru() != null || statement.en() != null)) {
            paragraphs.add(language.say("circular.statement", "state", state(circular.party())));
        }
    }

    /** In this language where it is given, else in the other. */
    private String text(Notification.Texts texts) {
        String own = language == Language.RUSSIAN ? texts.ru() : texts.en();
        String other = language == Language.RUSSIAN ? texts.en() : texts.ru();
        String chosen = own != null ? own : other;
        return chosen == null ? "" : Legible.line(chosen);
    }

    private String state(@Nullable PartyCode party) {
        return party == null ? language.say("effect.nobody") : language.state(names.state(party));
    }
}
