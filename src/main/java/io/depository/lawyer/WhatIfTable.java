package io.depository.lawyer;

import io.depository.treaty.Bilingual;
import io.depository.treaty.Effect;
import io.depository.treaty.Examined;
import io.depository.treaty.PartyCode;
import io.depository.treaty.Refusal;
import io.depository.treaty.StandingOf;
import io.depository.treaty.WhatIf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What would follow beside what follows today: one line for each thing that can be said of both. */
final class WhatIfTable {

    private final CsvLines out;
    private final Language language;
    private final boolean explain;

    WhatIfTable(CsvLines out, Language language, boolean explain) {
        this.out = out;
        this.language = language;
        this.explain = explain;
    }

    void write(WhatIf whatIf) {
        line("what", "party", "subject", "today", "then", "article", "because");
        WhatIf.Seen today = whatIf.today();
        WhatIf.Seen then = whatIf.then();
        both("as-of", text(today.asOf()), text(then.asOf()));
        both("entry-into-force", text(general(today)), text(general(then)));
        both(
                "counted",
                number(today.position().counted()),
                number(then.position().counted()));
        both("needed", number(today.position().needed()), number(then.position().needed()));
        both("missing", missing(today), missing(then));
        both("earliest", text(today.outlook().earliest()), text(then.outlook().earliest()));
        both("waiting-for", language.say(today.waitingFor()), language.say(then.waitingFor()));
        Map<PartyCode, StandingOf> before = today.standings();
        then.standings().forEach((party, standing) -> {
            StandingOf now = before.get(party);
            line(
                    "standing",
                    party.value(),
                    "",
                    now == null ? "" : now.standing().wireName(),
                    standing.standing().wireName(),
                    "",
                    "");
        });
        whatIf.changes().forEach(this::change);
        whatIf.supposed().forEach(this::supposed);
    }

    private void change(WhatIf.Change change) {
        Effect latest = change.latest();
        PartyCode party = latest.party();
        line(
                change.what().wireName(),
                party == null ? "" : party.value(),
                latest.kind().wireName(),
                day(change.today()),
                day(change.then()),
                latest.article(),
                language.say(latest.because()));
    }

    private void supposed(Examined examined) {
        List<String> reasons = new ArrayList<>();
        for (Refusal refusal : examined.refusals()) {
            reasons.add(refusal.kind() + ": " + language.say(refusal.reason()));
        }
        for (Bilingual note : examined.notes()) {
            reasons.add(language.say(note));
        }
        line(
                "supposed",
                examined.act().party().value(),
                examined.act().act().wireName(),
                "",
                examined.isRegistered()
                        ? examined.isCounted() ? "counted" : "registered"
                        : examined.refusals().get(0).kind().name(),
                "",
                String.join(" | ", reasons));
    }

    private void both(String what, String today, String then) {
        line(what, "", "", today, then, "", "");
    }

    private void line(String... cells) {
        out.line(explain ? List.of(cells) : List.of(cells).subList(0, cells.length - 1));
    }

    private String missing(WhatIf.Seen seen) {
        return seen.outlook().missing().stream().map(language::say).collect(Collectors.joining("; "));
    }

    private static @Nullable LocalDate general(WhatIf.Seen seen) {
        return seen.entryIntoForce().orElse(null);
    }

    private static String number(int number) {
        return Integer.toString(number);
    }

    private static String day(@Nullable Effect effect) {
        return effect == null ? "" : text(effect.on());
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
