package io.depository.house;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the house to its rules, and proves on bad classes that each rule bites. */
class HouseRulesTest {

    private static final String ROOT = "io.depository";
    private static final String BAD = "io.depository.house.bad";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/jmh_generated/"))
            .importPackages(ROOT)
            .that(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(BAD + "..")));
    /** Local mode and the sample client stand among the tests, but are none. */
    private static final DescribedPredicate<JavaClass> ARE_NO_PROGRAMS =
            DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(ROOT + ".local..", ROOT + ".sample.."));

    private static final JavaClasses FIXTURES = new ClassFileImporter().importPackages(BAD);

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(HouseRules::camelStaysInRouting, "reading.AsksCamel"),
                rule(HouseRules::pureRoomsUseOnlyJava, "treaty.AsksJackson"),
                rule(HouseRules::quietRoomsUseNoFramework, "treaty.AsksSpring"),
                rule(HouseRules::quietRoomsUseNoFramework, "treaty.AsksSql"),
                rule(HouseRules::quietRoomsUseNoFramework, "reading.AsksCamel"),
                rule(HouseRules::timeComesFromTheClock, "examination.ReadsTheInstant"),
                rule(HouseRules::timeComesFromTheClock, "examination.ReadsTheDate"),
                rule(HouseRules::timeComesFromTheClock, "examination.ReadsByReference"),
                rule(HouseRules::clocksAreMadeInConfiguration, "examination.MakesAClock"),
                rule(HouseRules::nothingIsInjectedIntoFields, "examination.InjectsAField"),
                rule(HouseRules::namesSayWhatAThingIs, "examination.DateHelper"),
                rule(HouseRules::nobodySleeps, "examination.Sleeps"));
    }

    private static Arguments rule(Function<HouseRules, ArchRule> rule, String offender) {
        return Arguments.of(rule, offender);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("rules")
    void theHouseKeepsIt(Function<HouseRules, ArchRule> rule) {
        rule.apply(new HouseRules(ROOT)).allowEmptyShould(true).check(MAIN);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("rules")
    void anOffenderIsNamed(Function<HouseRules, ArchRule> rule, String offender) {
        assertThatThrownBy(() -> rule.apply(new HouseRules(BAD)).check(FIXTURES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(BAD + "." + offender);
    }

    @Test
    void theTestsKeepWhatIsAskedOfThem() {
        HouseRules rules = new HouseRules(ROOT);
        rules.nobodySleeps().check(TESTS.that(ARE_NO_PROGRAMS));
        rules.namesSayWhatAThingIs().check(TESTS);
    }
}
