package io.depository.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import io.depository.Depository;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Refuses an arrow between rooms that was not declared in the {@code package-info} of the room that it leaves. */
class RoomsTest {

    private static final ApplicationModules ROOMS = ApplicationModules.of(Depository.class);

    @Test
    void everyArrowIsDeclared() {
        ROOMS.verify();
    }

    @Test
    void everyRoomDeclaresItsArrowsAndNoneUsesConfiguration() {
        assertThat(ROOMS.stream().map(room -> room.getIdentifier().toString()))
                .isNotEmpty()
                .allSatisfy(room -> {
                    ApplicationModule declared = declarationOf(room);
                    assertThat(declared).as("@ApplicationModule of " + room).isNotNull();
                    assertThat(Arrays.asList(declared.allowedDependencies())).doesNotContain("configuration");
                    if (!room.equals("configuration")) {
                        assertThat(Arrays.asList(declared.allowedDependencies()))
                                .doesNotContain(ApplicationModule.OPEN_TOKEN);
                    }
                });
    }

    @Test
    void anUndeclaredArrowIsNamed() {
        ApplicationModules bad = ApplicationModules.of("io.depository.house.bad", (ImportOption) location -> true);
        assertThatThrownBy(bad::verify).hasMessageContaining("inbox").hasMessageContaining("outbox");
    }

    private static ApplicationModule declarationOf(String room) {
        try {
            return Class.forName("io.depository." + room + ".package-info").getAnnotation(ApplicationModule.class);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("Room " + room + " has no package-info", e);
        }
    }
}
