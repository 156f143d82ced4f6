package io.depository;

import io.depository.configuration.SystemClock;
import io.depository.lawyer.Lawyers;
import io.depository.verifier.Verifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application: a depository that receives notifications, works out what follows in law and tells the parties. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Depository {

    /** Starts the depository; the commands for lawyers, and the one that verifies, are run without it. */
    public static void main(String[] arguments) {
        if (!Lawyers.areAskedBy(arguments) && !Verifier.isAskedBy(arguments)) {
            SpringApplication.run(Depository.class, arguments);
            return;
        }
        // Answers go to the standard output, where a logger that nobody set up would write, too.
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        int code = Verifier.isAskedBy(arguments)
                ? new Verifier(System.out, System.err).run(arguments)
                : new Lawyers(SystemClock.utc(), System.out, System.err).run(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }
}
