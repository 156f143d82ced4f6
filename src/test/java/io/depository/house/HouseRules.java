package io.depository.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Set;

/**
 * The rules of the house that a class can break, for the rooms under a root package. What a room may use of the other
 * rooms is declared in its {@code package-info}.
 */
final class HouseRules {

    private static final Set<String> TIME_TYPES = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.OffsetTime",
            "java.time.Year",
            "java.time.YearMonth",
            "java.time.MonthDay");

    private static final DescribedPredicate<JavaClass> DECLARATIONS_OF_A_ROOM =
            describe("declarations of a room", type -> type.getSimpleName().equals("package-info"));

    private final String root;

    HouseRules(String root) {
        this.root = root;
    }

    ArchRule camelStaysInRouting() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".routing..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .because("routing is the only room that knows Camel");
    }

    ArchRule pureRoomsUseOnlyJava() {
        return classes()
                .that()
                .resideInAnyPackage(root + ".treaty..", root + ".notification..")
                .and(are(DescribedPredicate.not(DECLARATIONS_OF_A_ROOM)))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", root + ".treaty..", root + ".notification..")
                .because("law is pure functions over data");
    }

    ArchRule quietRoomsUseNoFramework() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        root + ".treaty..",
                        root + ".notification..",
                        root + ".reading..",
                        root + ".correspondence..",
                        root + ".register")
                .and(are(DescribedPredicate.not(DECLARATIONS_OF_A_ROOM)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "org.apache.camel..")
                .because("what is read, said and recorded does not depend on how it is stored or carried");
    }

    ArchRule timeComesFromTheClock() {
        return noClasses()
                .should()
                .accessTargetWhere(describe("read the time without a Clock", HouseRules::readsTheTime))
                .because("a Clock is injected, so that no test waits and no date is invented");
    }

    ArchRule clocksAreMadeInConfiguration() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".configuration..")
                .should()
                .accessTargetWhere(describe("make a Clock of the system", HouseRules::makesAClock))
                .because("there is one clock, and configuration hands it out");
    }

    ArchRule nothingIsInjectedIntoFields() {
        return NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
    }

    ArchRule namesSayWhatAThingIs() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Manager|Helper|Impl)")
                .because("such a name hides the concept");
    }

    ArchRule nobodySleeps() {
        return noClasses()
                .should()
                .accessTargetWhere(describe("sleep", HouseRules::sleeps))
                .because("Awaitility waits for what is expected, and no longer");
    }

    private static boolean readsTheTime(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        if (owner.equals("java.lang.System")) {
            return target.getName().equals("currentTimeMillis");
        }
        if (TIME_TYPES.contains(owner)) {
            return target.getName().equals("now") && !isGiven(target, Clock.class);
        }
        boolean isOldDate = owner.equals(Date.class.getName()) || owner.equals(GregorianCalendar.class.getName());
        return isOldDate && target.getFullName().endsWith("<init>()")
                || owner.equals("java.util.Calendar") && target.getName().equals("getInstance");
    }

    private static boolean makesAClock(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        return target.getOwner().isEquivalentTo(Clock.class)
                && (target.getName().startsWith("system") || target.getName().startsWith("tick"))
                && !isGiven(target, Clock.class);
    }

    private static boolean sleeps(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        return target.getName().equals("sleep")
                && (owner.equals("java.lang.Thread") || owner.equals("java.util.concurrent.TimeUnit"));
    }

    private static boolean isGiven(AccessTarget target, Class<?> type) {
        return target instanceof AccessTarget.CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().stream().anyMatch(parameter -> parameter.isEquivalentTo(type));
    }
}
