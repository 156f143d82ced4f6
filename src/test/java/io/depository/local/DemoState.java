package io.depository.local;

import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;
import java.util.List;
import java.util.Locale;

/** A state that local mode knows: the eleven that the seed's agreement names, and one that is not entitled. */
public record DemoState(PartyCode party, Bilingual name) {

    public static final List<DemoState> ALL = List.of(
            state("AM", "Республика Армения", "Republic of Armenia"),
            state("AZ", "Азербайджанская Республика", "Republic of Azerbaijan"),
            state("BY", "Республика Беларусь", "Republic of Belarus"),
            state("DE", "Федеративная Республика Германия", "Federal Republic of Germany"),
            state("KG", "Кыргызская Республика", "Kyrgyz Republic"),
            state("KZ", "Республика Казахстан", "Republic of Kazakhstan"),
            state("MD", "Республика Молдова", "Republic of Moldova"),
            state("RU", "Российская Федерация", "Russian Federation"),
            state("TJ", "Республика Таджикистан", "Republic of Tajikistan"),
            state("TM", "Туркменистан", "Turkmenistan"),
            state("UA", "Украина", "Ukraine"),
            state("UZ", "Республика Узбекистан", "Republic of Uzbekistan"));

    public static List<PartyCode> parties() {
        return ALL.stream().map(DemoState::party).toList();
    }

    public String mailAddress() {
        return "mfa@" + party.value().toLowerCase(Locale.ROOT) + ".local";
    }

    private static DemoState state(String party, String ru, String en) {
        return new DemoState(new PartyCode(party), new Bilingual(ru, en));
    }
}
